package org.quittance.cli.command;

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
        if (givenOut().isPresent()) {
            new DocumentOutput(session, givenOut().get(), replaces).refuseExisting();
        }
        Order order = order(session);
        DocumentOutput output = new DocumentOutput(session, outOr(session, order), replaces);
        output.write(document(session.service(DossierService.class), order));
        return ExitCode.DONE;
    }
}
