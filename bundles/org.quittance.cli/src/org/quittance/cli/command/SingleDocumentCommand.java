package org.quittance.cli.command;

import java.nio.file.Path;
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
        Path file = out(session);
        DocumentOutput output = new DocumentOutput(session, file, force());
        output.refuseExisting();
        output.write(document(session.service(DossierService.class), order(session)));
        return ExitCode.DONE;
    }
}
