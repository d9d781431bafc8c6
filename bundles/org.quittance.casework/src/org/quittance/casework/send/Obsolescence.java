package org.quittance.casework.send;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.policy.Policy;

/**
 * Messages that a dispatch would take back by now, so that whoever approves them hears of it at once. Only a warning: the dispatch
 * looks again, and a ledger that does not answer leaves it to that. For one thread.
 */
final class Obsolescence {

    private final CaseLedger ledger;
    private final Recheck recheck;
    private final CreditorId creditor;
    private final Map<MessageId, Sentence> reasons = new HashMap<>();

    Obsolescence(CaseLedger ledger, Recheck recheck, CreditorId creditor) {
        this.ledger = ledger;
        this.recheck = recheck;
        this.creditor = creditor;
    }

    void look(List<MessageRecord> page) throws LedgerException {
        reasons.clear();
        List<DebtorId> debtors = page.stream()
                .map(record -> record.message().debtor())
                .distinct()
                .toList();
        Map<DebtorId, CaseHistory> histories = ledger.histories(creditor, debtors);
        for (MessageRecord record : page) {
            DebtorId debtor = record.message().debtor();
            boolean changed = histories.containsKey(debtor)
                    && histories.get(debtor).revision() != record.message().caseRevision();
            if (changed && !Policy.isThanks(record.message().step())) {
                reasons.put(record.message().id(), Sentence.of(Obsolescence.class, "case.changed"));
            }
        }
        recheck.of(page).changed().forEach(reasons::putIfAbsent);
    }

    /** Why it would be taken back; empty where nothing is known against it. */
    Optional<Sentence> of(MessageRecord record) {
        MessageId id = record.message().id();
        return reasons.containsKey(id)
                ? Optional.of(Sentence.of(Obsolescence.class, "message.obsolete", reasons.get(id)))
                : Optional.empty();
    }
}
