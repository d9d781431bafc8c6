package org.quittance.escalation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;

/** Formal notices that were really sent, here or elsewhere. */
final class SentNotices {

    private final CaseHistory history;
    private final Policy policy;

    SentNotices(CaseHistory history, Policy policy) {
        this.history = history;
        this.policy = policy;
    }

    /** @param until the last day it gave the debtor */
    record Notice(PolicyStep step, LocalDate on, LocalDate until) {}

    /** The last one about the item since it opened. */
    Optional<Notice> about(ItemClaim item) {
        return history.steps().stream()
                .filter(step -> step.item().equals(item.item().key()) && step.cycle() == item.cycle())
                .filter(step -> step.outcome() == Outcome.SENT || step.outcome() == Outcome.SENT_ELSEWHERE)
                .flatMap(step -> notice(step).stream())
                .max(Comparator.comparing(Notice::on));
    }

    private Optional<Notice> notice(StepRecord sent) {
        return policy.step(sent.step())
                .filter(step -> step.kind() == PolicyStep.Kind.FORMAL_NOTICE)
                .map(step -> new Notice(
                        step, sent.on(), sent.on().plusDays(step.deadlineDays().orElse(0))));
    }
}
