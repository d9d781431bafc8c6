package org.quittance.service.casework;

import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.decision.Answer;

/**
 * Hears what a long operation does while it does it. Called on one thread at a time, in no particular order of debtors; what
 * it throws ends the operation. Keep nothing of a large run in memory here.
 */
@ConsumerType
public interface RunListener {

    /** A message was prepared (or would be, in a dry run) or changed its state. */
    default void action(RunAction action) {}

    /** An item about which nothing is done, and why. */
    default void silent(DebtorId debtor, Answer answer) {}

    /** A debtor that could not be decided, or a message that could not be handled; the rest goes on. */
    default void failed(DebtorId debtor, String reason) {}

    /** As above, told in the reader's language. */
    default void failed(DebtorId debtor, Sentence reason) {
        failed(debtor, reason.toString());
    }

    /** How many items or messages are behind; at most a few times a second. */
    default void progress(long done) {}

    /** Whether to stop at the next safe place; what is committed stays. */
    default boolean isCancelled() {
        return false;
    }
}
