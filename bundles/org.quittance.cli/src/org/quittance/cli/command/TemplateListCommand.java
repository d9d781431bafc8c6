package org.quittance.cli.command;

import java.util.List;
import org.quittance.cli.ExitCode;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateLibrary;
import picocli.CommandLine.Command;

/** Lists every template in force. */
@Command(name = "list")
final class TemplateListCommand extends WorkspaceCommand {

    TemplateListCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        List<TemplateEntry> entries = session.service(TemplateLibrary.class).entries();
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("templates", () -> {
                    for (TemplateEntry entry : entries) {
                        json.element(() -> {
                            json.text("name", entry.key().name());
                            json.text("language", entry.key().language().getLanguage());
                            json.text("form", entry.key().form().word());
                            json.text("kind", entry.kind());
                            json.text("tone", entry.tone());
                            json.flag("shipped", entry.shipped());
                            json.text("origin", entry.origin());
                            json.flag("good", entry.isGood());
                        });
                    }
                });
            }
        } else {
            Texts texts = session.texts();
            Table table = new Table("llllll")
                    .row(
                            texts.text("column.template"),
                            texts.text("column.language"),
                            texts.text("column.form"),
                            texts.text("column.tone"),
                            texts.text("column.origin"),
                            "");
            for (TemplateEntry entry : entries) {
                table.row(
                        entry.key().name(),
                        entry.key().language().getLanguage(),
                        entry.key().form().word(),
                        texts.word("tone", entry.tone()),
                        entry.shipped() ? texts.text("template.shipped") : entry.origin(),
                        entry.isGood() ? "" : texts.text("template.bad"));
            }
            table.lines().forEach(session::print);
        }
        return entries.stream().allMatch(TemplateEntry::isGood) ? ExitCode.DONE : ExitCode.INPUT;
    }
}
