package org.quittance.cli.command;

import org.quittance.api.document.DocumentFile;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.DossierService.Order;
import picocli.CommandLine.Command;

/** Writes what to know before telephoning one debtor. */
@Command(name = "callsheet")
final class CallSheetCommand extends SingleDocumentCommand {

    CallSheetCommand(Environment environment) {
        super(environment);
    }

    @Override
    DocumentFile document(DossierService service, Order order) throws CaseworkException {
        return service.callSheet(order);
    }
}
