package org.quittance.casework.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.DebtorId;
import org.quittance.casework.agreement.RestrictionEntry;

/** Changes states of messages and writes each change into the journal, in the same unit of work. */
public final class MessageJournal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> suspending;

    /** @param suspending steps that tell a debtor that its service is suspended */
    MessageJournal(Set<String> suspending) {
        this.suspending = Set.copyOf(suspending);
    }

    /**
     * Does the change if the message is in an expected state, and then journals it; returns whether it was. Where it says that a
     * suspension was really announced, the suspension begins with it: no crash comes between the two.
     */
    boolean change(LedgerBatch batch, MessageRecord record, StateChange change) throws LedgerException {
        if (!change(batch, record.message().debtor(), change)) {
            return false;
        }
        boolean nowSent = change.next().countsAsSent() && !record.state().countsAsSent();
        if (nowSent && suspending.contains(record.message().step())) {
            RestrictionEntry.suspend(
                    batch, record, change.on().orElse(record.message().asOf()));
        }
        return true;
    }

    /** For a change that cannot mean that a message was sent. */
    public static boolean change(LedgerBatch batch, DebtorId debtor, StateChange change) throws LedgerException {
        if (!batch.change(change)) {
            return false;
        }
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("message", change.message().value());
        change.on().ifPresent(on -> json.put("on", on.toString()));
        change.channel().ifPresent(channel -> json.put("channel", channel));
        change.output().ifPresent(output -> json.put("output", output));
        change.reason().ifPresent(reason -> json.put("reason", reason));
        batch.journal(JournalDraft.about(debtor, kind(change.next()), json.toString()));
        return true;
    }

    /** A channel that would not take a message, before the next one is tried. */
    static void refused(LedgerBatch batch, DebtorId debtor, MessageId message, String channel, String reason)
            throws LedgerException {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("message", message.value());
        json.put("channel", channel);
        json.put("reason", reason);
        batch.journal(JournalDraft.about(debtor, "message.channel-refused", json.toString()));
    }

    private static String kind(MessageState state) {
        return "message." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
