package org.quittance.cli.command;

import org.quittance.cli.ExitCode;
import org.quittance.service.template.TemplateEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the text of a template, ready to be put into {@code etc/templates} and changed. */
@Command(name = "show")
final class TemplateShowCommand extends WorkspaceCommand {

    @Mixin
    private TemplateChoice choice;

    TemplateShowCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        TemplateEntry entry = choice.entry(session, session.language());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("name", entry.key().name());
                json.text("language", entry.key().language().getLanguage());
                json.text("form", entry.key().form().word());
                json.text("file", entry.key().fileName());
                json.text("kind", entry.kind());
                json.text("tone", entry.tone());
                json.flag("shipped", entry.shipped());
                json.text("origin", entry.origin());
                json.text("source", entry.source());
                TemplateProblems.write(json, entry.problems());
            }
        } else {
            session.print(entry.source().stripTrailing());
        }
        return entry.isGood() ? ExitCode.DONE : ExitCode.INPUT;
    }
}
