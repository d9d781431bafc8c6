package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.DebtorId;

/**
 * What is to be done about one debtor.
 *
 * @param messages to be prepared
 * @param answers one for every open item, credits too
 * @param expiredTasks tasks whose days are over
 * @param decidedCommitments commitments found kept or broken, in their new state
 * @param found what follows from payments and is to be recorded: interest agreed in a plan that was paid, what a
 *     settlement released
 */
public record DebtorPlan(
        DebtorId debtor,
        List<PlannedMessage> messages,
        List<Answer> answers,
        List<MessageId> expiredTasks,
        List<Commitment> decidedCommitments,
        List<CaseRecord> found) {

    public DebtorPlan {
        requireNonNull(debtor, "debtor");
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
        expiredTasks = List.copyOf(expiredTasks);
        decidedCommitments = List.copyOf(decidedCommitments);
        found = List.copyOf(found);
    }
}
