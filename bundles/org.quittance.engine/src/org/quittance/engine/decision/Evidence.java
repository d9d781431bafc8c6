package org.quittance.engine.decision;

import java.util.Optional;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;

/** What proves that an invoice was sent: what the ledger knows or what was declared to us, whichever is stronger. */
final class Evidence {

    private Evidence() {}

    static Optional<SendingEvidence> strongest(OpenItem item, Facts facts) {
        Optional<SendingEvidence> ledger = item.evidence();
        if (facts.history.evidence().isEmpty()) {
            return ledger;
        }
        Optional<SendingEvidence> declared =
                Optional.ofNullable(facts.history.evidence().get(item.key().invoice()));
        if (ledger.isEmpty()) {
            return declared;
        }
        return declared.isPresent()
                        && !ledger.get().grade().isAtLeast(declared.get().grade())
                ? declared
                : ledger;
    }
}
