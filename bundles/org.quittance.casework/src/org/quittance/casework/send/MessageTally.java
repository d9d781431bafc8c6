package org.quittance.casework.send;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;

/** Counts what became of messages and tells the listener. For one thread. */
final class MessageTally {

    private static final long TELL_EVERY_NANOS = 300_000_000L;

    private final RunListener listener;
    private final Actions actions;
    private final Map<String, Long> states = new TreeMap<>();
    private long failed;
    private long done;
    private long toldAt = System.nanoTime();

    MessageTally(RunListener listener, Actions actions) {
        this.listener = listener;
        this.actions = actions;
    }

    /** The change was made and committed. */
    void changed(MessageRecord record, StateChange change) {
        changed(record, change, change.reason().map(Sentence::plain));
    }

    /** As above, with the reason in the reader's language. */
    void changed(MessageRecord record, StateChange change, Optional<Sentence> because) {
        states.merge(change.next().name(), 1L, Long::sum);
        listener.action(actions.after(record, change, because));
        progress();
    }

    /** The message stays as it is, which is no failure: it waits for a day or a person. */
    void stays(MessageRecord record, Sentence because) {
        states.merge(record.state().name(), 1L, Long::sum);
        listener.action(actions.after(
                record,
                StateChange.to(record.state(), record.message().id(), Set.of(record.state())),
                Optional.of(because)));
        progress();
    }

    void failed(DebtorId debtor, Sentence because) {
        failed++;
        listener.failed(debtor, because);
        progress();
    }

    /** How many messages are in this state now. */
    long count(MessageState state) {
        return states.getOrDefault(state.name(), 0L);
    }

    boolean isCancelled() {
        return listener.isCancelled();
    }

    MessageSummary summary() {
        return new MessageSummary(states, failed);
    }

    private void progress() {
        done++;
        long now = System.nanoTime();
        if (now - toldAt > TELL_EVERY_NANOS) {
            toldAt = now;
            listener.progress(done);
        }
    }
}
