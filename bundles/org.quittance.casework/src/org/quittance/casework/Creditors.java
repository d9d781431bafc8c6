package org.quittance.casework;

import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;

/** Finds the creditor a caller named. */
final class Creditors {

    private Creditors() {}

    static Creditor require(CreditorDirectory directory, CreditorId id) throws CaseworkException {
        return directory
                .creditor(id)
                .orElseThrow(() -> new CaseworkException(
                        Kind.USAGE,
                        "there is no creditor " + id + "; known are "
                                + directory.creditors().stream()
                                        .map(known -> known.id().value())
                                        .toList()));
    }
}
