package org.quittance.cli.command;

import org.quittance.cli.ExitCode;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the text of a template, ready to be put into {@code etc/templates} and changed. */
@Command(name = "show")
final class TemplateShowCommand extends WorkspaceCommand {

    @Mixin
    private TemplateChoice choice;

    @Option(names = "--shipped", descriptionKey = "template.show-shipped")
    private boolean shipped;

    TemplateShowCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        TemplateEntry entry = choice.entry(session, session.language());
        if (shipped) {
            return showShipped(session, entry);
        }
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

    /** As the suite has it, also where a file of the firm's own is in force: what an override begins with. */
    private static int showShipped(Session session, TemplateEntry entry) throws Exception {
        String source = session.service(TemplateLibrary.class)
                .shipped(entry.key())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        session.texts().text("template.not-shipped", entry.key().fileName())));
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", entry.key().fileName());
                json.text("source", source);
            }
        } else {
            session.print(source.stripTrailing());
        }
        return ExitCode.DONE;
    }
}
