package org.quittance.cli.command;

import java.nio.file.Path;
import org.quittance.api.ledger.JournalLink;
import org.quittance.cli.ExitCode;
import org.quittance.service.proof.JournalProof;
import org.quittance.service.proof.JournalProof.Exported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the signed head of the journal, and its entries if asked, to somewhere else. */
@Command(name = "export")
final class JournalExportCommand extends WorkspaceCommand {

    @Option(names = "--out", paramLabel = "DIR|FILE", required = true, descriptionKey = "journal.out")
    private Path out;

    @Option(names = "--entries", descriptionKey = "journal.entries")
    private boolean entries;

    JournalExportCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Exported exported =
                session.service(JournalProof.class).export(session.creditor().id(), out.toAbsolutePath(), entries);
        JournalLink link = exported.head().link();
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("creditor", exported.head().creditor().value());
                json.number("link", link.number());
                json.number("entries", link.lastSequence());
                json.text("hash", link.hash());
                json.text("at", exported.head().at().toString());
                json.array("files", () -> {
                    for (Path file : exported.files()) {
                        json.generator().writeString(file.toString());
                    }
                });
            }
        } else {
            session.print(session.texts()
                    .text(
                            "journal.exported",
                            link.lastSequence(),
                            link.hash(),
                            exported.files().get(0)));
        }
        return ExitCode.DONE;
    }
}
