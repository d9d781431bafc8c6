package org.quittance.casework.run;

import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.Debtor;
import org.quittance.api.text.Sentence;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.policy.Policy;

/** What is to be done about one debtor, before anything of it is written: decided, or failed for a reason. */
sealed interface Decided {

    DebtorGroup group();

    List<Answer> answers();

    /** Messages nobody approved that this decision takes the place of. */
    List<MessageRecord> prepared();

    /**
     * Nothing is done about the debtor in this run.
     *
     * @param because reported to whoever started the run
     */
    record Failed(DebtorGroup group, List<Answer> answers, Sentence because, List<MessageRecord> prepared)
            implements Decided {}

    /** @param history as it was read, with nothing laid over it */
    record Plan(
            DebtorGroup group,
            Debtor debtor,
            Policy policy,
            CaseHistory history,
            List<Letter> letters,
            List<Answer> answers,
            List<MessageId> expired,
            List<Commitment> commitments,
            List<CaseRecord> found,
            List<MessageRecord> prepared)
            implements Decided {

        /** Whether something of the case changes, whatever is sent and answered. */
        boolean changesCase() {
            return !expired.isEmpty() || !commitments.isEmpty() || !found.isEmpty();
        }
    }

    /**
     * A planned message and the paragraphs a legal provider demands in it.
     *
     * @param paragraphs empty for anything but a formal notice
     */
    record Letter(PlannedMessage plan, List<String> paragraphs) {}

    /** Whether the plan was made. */
    default Optional<Plan> plan() {
        return this instanceof Plan plan ? Optional.of(plan) : Optional.empty();
    }
}
