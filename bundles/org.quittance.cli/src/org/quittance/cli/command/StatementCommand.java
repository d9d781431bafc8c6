package org.quittance.cli.command;

import org.quittance.api.document.DocumentFile;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.DossierService.Order;
import picocli.CommandLine.Command;

/** Writes the statement of account of one debtor. */
@Command(name = "statement")
final class StatementCommand extends SingleDocumentCommand {

    StatementCommand(Environment environment) {
        super(environment);
    }

    @Override
    boolean isForDebtor() {
        return true;
    }

    @Override
    DocumentFile document(DossierService service, Order order) throws CaseworkException {
        return service.statement(order);
    }
}
