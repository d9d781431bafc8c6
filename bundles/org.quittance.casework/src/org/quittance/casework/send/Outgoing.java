package org.quittance.casework.send;

import java.util.List;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.model.Debtor;

/**
 * A message ready to be sent but for the recheck.
 *
 * @param channels that reach the debtor, best first; none for a task
 */
record Outgoing(
        MessageRecord record,
        Debtor debtor,
        MessageFacts facts,
        RenderedMessage content,
        List<ReminderChannel> channels) {

    PreparedMessage message() {
        return record.message();
    }

    MessageId id() {
        return record.message().id();
    }

    boolean isTask() {
        return MessageLife.isTask(record);
    }
}
