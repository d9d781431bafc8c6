package org.quittance.casework.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.Failures;
import org.quittance.service.policy.Policy;

/** Looks up what is known about a batch of debtors: who they are, their histories, and what is prepared for them. */
final class BatchReader {

    private final Installation installation;
    private final CaseLedger ledger;
    private final SendLedger messages;
    private final CreditorId creditor;

    BatchReader(Installation installation, CaseLedger ledger, SendLedger messages, CreditorId creditor) {
        this.installation = installation;
        this.ledger = ledger;
        this.messages = messages;
        this.creditor = creditor;
    }

    Batch read(List<DebtorGroup> groups) throws LedgerException {
        List<DebtorId> ids = new ArrayList<>(groups.size());
        for (DebtorGroup group : groups) {
            ids.add(group.debtor());
        }
        Map<DebtorId, @Nullable Debtor> debtors = new HashMap<>();
        Optional<Sentence> silence = Optional.empty();
        try {
            debtors.putAll(installation.debtors(creditor, ids));
        } catch (StoreException | RuntimeException e) {
            silence = Optional.of(Failures.said("directory.failed", e));
        }
        Map<DebtorId, @Nullable CaseHistory> histories = new HashMap<>(ledger.histories(creditor, ids));
        return new Batch(groups, debtors, silence, histories, prepared(histories));
    }

    /**
     * Messages nobody approved, of debtors whose history shows something live; mostly there are none. No run takes the place of
     * thanks.
     */
    private Map<DebtorId, List<MessageRecord>> prepared(Map<DebtorId, @Nullable CaseHistory> histories)
            throws LedgerException {
        List<ItemKey> live = new ArrayList<>();
        for (CaseHistory history : histories.values()) {
            if (history != null) {
                for (StepRecord step : history.steps()) {
                    if (step.outcome() == StepRecord.Outcome.LIVE) {
                        live.add(step.item());
                    }
                }
            }
        }
        Map<DebtorId, List<MessageRecord>> prepared = new HashMap<>();
        if (live.isEmpty()) {
            return prepared;
        }
        Set<MessageId> known = new HashSet<>();
        for (MessageRecord message : messages.liveAbout(creditor, live)) {
            if (message.state() == MessageState.PREPARED
                    && !Policy.isThanks(message.message().step())
                    && known.add(message.message().id())) {
                prepared.computeIfAbsent(message.message().debtor(), id -> new ArrayList<>())
                        .add(message);
            }
        }
        return prepared;
    }
}
