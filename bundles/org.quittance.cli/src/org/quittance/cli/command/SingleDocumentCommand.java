package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.quittance.api.document.DocumentFile;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.DossierService.Order;

/** A command that writes one document to one file, which appears only when it is complete. */
abstract class SingleDocumentCommand extends DebtorDocumentCommand {

    SingleDocumentCommand(Environment environment) {
        super(environment);
    }

    abstract DocumentFile document(DossierService service, Order order) throws CaseworkException;

    @Override
    final int execute(Session session) throws Exception {
        boolean replaces = force() || givenOut().isEmpty();
        refuseOccupied(session, givenOut(), replaces);
        Order order = order(session);
        Path file = outOr(session, order);
        DocumentFile document = document(session.service(DossierService.class), order);
        write(session, document, file.toAbsolutePath());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", file.toString());
                json.number("bytes", document.size());
            }
        } else {
            session.print(session.texts().text("document.done", file.toString()));
        }
        return ExitCode.DONE;
    }

    private static void refuseOccupied(Session session, Optional<Path> given, boolean replaces) throws CommandFailure {
        for (Path file : given.stream().toList()) {
            if (Files.isDirectory(file) || Files.exists(file) && !replaces) {
                throw new CommandFailure(ExitCode.INPUT, session.texts().text("document.exists", file.toString()));
            }
        }
    }

    private static void write(Session session, DocumentFile document, Path file) throws CommandFailure {
        try {
            Path part = Files.createTempFile(file.getParent(), ".document-", ".pdf");
            try {
                Files.write(part, document.bytes());
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT, session.texts().text("document.unwritable", file.toString(), e.toString()));
        }
    }
}
