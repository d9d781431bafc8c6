package org.quittance.casework.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.store.ItemChange;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyStep;

/**
 * What a settlement means for the case beyond the item's end, as the journal notes it for a person: how it ended, and a suspension
 * that is over.
 */
final class Settlements {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PolicyLibrary library;

    Settlements(PolicyLibrary library) {
        this.library = library;
    }

    void note(LedgerBatch batch, CaseHistory history, ItemChange change) throws LedgerException {
        Optional<Policy> policy = history.pin().flatMap(pin -> policy(pin.policy()));
        int cycle = cycle(history, change);
        boolean known = false;
        boolean suspended = false;
        for (StepRecord step : history.steps()) {
            known |= step.item().equals(change.item());
            if (step.outcome() == StepRecord.Outcome.SENT
                    && step.cycle() == cycle
                    && step.item().equals(change.item())) {
                suspended |= isSuspension(policy, step.step());
            }
        }
        if (known) {
            batch.journal(JournalDraft.about(history.debtor(), kind(change), payload(change)));
        }
        if (suspended) {
            batch.journal(JournalDraft.about(history.debtor(), "suspension.over", payload(change)));
        }
    }

    private static String kind(ItemChange change) {
        return switch (change.kind()) {
            case SETTLED -> "item.settled";
            case CREDITED -> "item.credited";
            case CANCELLED -> "item.cancelled";
            case REOPENED, CHANGED ->
                throw new IllegalArgumentException("item " + change.item() + " is open: " + change.kind());
        };
    }

    static void noteReopened(LedgerBatch batch, ItemChange change) throws LedgerException {
        batch.journal(JournalDraft.about(change.debtor(), "item.reopened", payload(change)));
    }

    private static int cycle(CaseHistory history, ItemChange change) {
        return history.lives().containsKey(change.item())
                ? history.lives()
                        .getOrDefault(change.item(), new ItemLife(change.item(), 1, Optional.empty()))
                        .cycle()
                : 1;
    }

    private Optional<Policy> policy(String id) {
        try {
            return library.policy(id);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean isSuspension(Optional<Policy> policy, String step) {
        return policy.flatMap(found -> found.step(step))
                .map(found -> found.kind() == PolicyStep.Kind.SUSPENSION)
                .orElse(false);
    }

    private static String payload(ItemChange change) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("item", change.item().toString());
        json.put("on", change.on().toString());
        return json.toString();
    }
}
