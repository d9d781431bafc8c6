package org.quittance.casework;

import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;

/** Finds the creditor a caller named. */
final class Creditors {

    private Creditors() {}

    /** For what must work even where the configuration is broken, such as the stop switch. */
    static void requireKnown(CreditorDirectory directory, CreditorId id) throws CaseworkException {
        if (!directory.broken().containsKey(id.value())) {
            require(directory, id);
        }
    }

    static Creditor require(CreditorDirectory directory, CreditorId id) throws CaseworkException {
        if (directory.broken().containsKey(id.value())) {
            throw new CaseworkException(Kind.INPUT, directory.broken().get(id.value()));
        }
        return directory
                .creditor(id)
                .orElseThrow(() -> Failures.refusal(
                        Kind.USAGE,
                        "creditor.unknown",
                        id,
                        directory.creditors().stream()
                                .map(known -> known.id().value())
                                .toList()));
    }
}
