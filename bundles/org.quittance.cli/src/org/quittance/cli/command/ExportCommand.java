package org.quittance.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.proof.PersonalData;
import org.quittance.service.proof.PersonalData.Exported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes everything held about a debtor into one archive. */
@Command(name = "export")
final class ExportCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export.out")
    private Path out;

    ExportCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        Debtor found = DebtorChoice.of(session, creditor, debtor);
        Exported exported = session.service(PersonalData.class)
                .export(creditor.id(), found.id(), out.toAbsolutePath(), session.actor());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("debtor", found.id().value());
                json.text("file", exported.file().toString());
                json.number("bytes", Files.size(exported.file()));
                json.number("rows", exported.rows());
                json.number("documents", exported.documents());
            }
        } else {
            Texts texts = session.texts();
            session.print(
                    texts.text("export.done", found.name(), exported.rows(), exported.documents(), exported.file()));
        }
        return ExitCode.DONE;
    }
}
