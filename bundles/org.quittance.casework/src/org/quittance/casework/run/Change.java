package org.quittance.casework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.RunAction;

/** What has to be written about one debtor. Filled by {@link Composer}, then handed to {@link RunWriter}, which writes it. */
final class Change {

    final Decided decided;
    /** The letters that are not prepared yet, and for each its message; a dry run has no messages. */
    final List<Decided.Letter> letters = new ArrayList<>();

    final List<PreparedMessage> prepared = new ArrayList<>();
    /** What the listener hears of each letter once it is written. */
    final List<RunAction> actions = new ArrayList<>();

    final List<MessageRecord> superseded = new ArrayList<>();
    /** What the journal keeps of the decision; empty where it says nothing new. */
    Optional<String> journal = Optional.empty();

    String digest = "";
    boolean answersDiffer;
    boolean pinDiffers;
    Optional<Sentence> failure = Optional.empty();

    Change(Decided decided) {
        this.decided = decided;
    }

    boolean isNeeded() {
        return !letters.isEmpty()
                || !superseded.isEmpty()
                || answersDiffer
                || pinDiffers
                || decided.plan().map(Decided.Plan::changesCase).orElse(false);
    }
}
