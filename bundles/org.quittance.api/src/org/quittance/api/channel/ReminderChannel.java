package org.quittance.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;

/**
 * One way out of the house for one medium.
 *
 * <p>The suite commits the intention before it calls {@link #send} and the outcome afterwards. A crash, an exception or an
 * outcome of {@code unknown} in between blocks the message until {@link #reconcile} or a person says what happened; so say
 * {@code refused} only when it is certain that nothing left. {@code send} is called once per {@link SendKey}; a connector
 * that sees a key again must not send again. Calls come from several threads, may block for a minute.
 */
@ConsumerType
public interface ReminderChannel {

    /** Stable name of this instance, unique among channels, such as {@code letter} or {@code email-lyon}. */
    String id();

    Medium medium();

    /**
     * Why nothing can leave this way in the name of this creditor, such as a sender address that is missing; empty if it can.
     * Decisions count on a medium only where this is empty, so it must not block.
     */
    default Optional<String> unusable(Creditor creditor) {
        return Optional.empty();
    }

    /** Why this debtor cannot be reached this way, as a field that is missing or refused; empty if they can. */
    Optional<String> unreachable(Debtor debtor);

    /** @throws ChannelException only when it is certain that nothing left the house */
    SendOutcome send(OutboundMessage message) throws ChannelException;

    /** What became of a message that may or may not have left; {@code unknown} where this medium cannot tell. */
    default SendOutcome reconcile(OutboundMessage message) throws ChannelException {
        return SendOutcome.unknown("this channel cannot say what became of " + message.key());
    }
}
