package org.quittance.casework.send;

import static org.quittance.api.ledger.MessageState.APPROVED;
import static org.quittance.api.ledger.MessageState.AWAITING_CONFIRMATION;
import static org.quittance.api.ledger.MessageState.DEFERRED;
import static org.quittance.api.ledger.MessageState.REFUSED;
import static org.quittance.api.ledger.MessageState.SENDING;
import static org.quittance.api.ledger.MessageState.SENT;
import static org.quittance.api.ledger.MessageState.UNKNOWN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one message whose intention is committed to its channel and says what state that leaves it in. Goes on to the next
 * channel only after a definite refusal, and commits that it does before it does.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Set<MessageState> EXPECTED = Set.of(SENDING);

    private final CaseLedger ledger;
    private final Installation installation;
    private final Envelope envelope;
    private final BusinessClock clock;
    private final Creditor creditor;
    private final LocalDate today;
    private final Actor actor;

    Delivery(
            CaseLedger ledger,
            Installation installation,
            Envelope envelope,
            BusinessClock clock,
            Creditor creditor,
            LocalDate today,
            Actor actor) {
        this.ledger = ledger;
        this.installation = installation;
        this.envelope = envelope;
        this.clock = clock;
        this.creditor = creditor;
        this.today = today;
        this.actor = actor;
    }

    /**
     * What a call came to.
     *
     * @param tryNext whether the channel certainly refused, so that another may be tried
     * @param failed whether somebody has to mend something
     */
    record Result(StateChange change, boolean tryNext, boolean failed) {}

    Result deliver(Outgoing outgoing) throws LedgerException {
        List<String> refusals = new ArrayList<>();
        boolean begun = false;
        for (ReminderChannel channel : outgoing.channels()) {
            if (!installation.isPresent(channel)) {
                if (!begun) {
                    return back(outgoing.id(), "the channel " + channel.id() + " was taken away");
                }
                continue;
            }
            if (begun) {
                fallBack(outgoing, channel, refusals.get(refusals.size() - 1));
            }
            begun = true;
            Result result = call(outgoing, channel);
            if (!result.tryNext) {
                return result;
            }
            refusals.add(channel.id() + ": " + result.change.reason().orElse("refused"));
        }
        return new Result(change(outgoing.id(), REFUSED).because(String.join("; ", refusals)), false, false);
    }

    /** The message certainly did not leave and waits, approved. */
    static Result back(MessageId message, String because) {
        return new Result(change(message, APPROVED).because(because), false, true);
    }

    private void fallBack(Outgoing outgoing, ReminderChannel next, String refusal) throws LedgerException {
        ledger.write(creditor.id(), actor, batch -> {
            MessageJournal.refused(
                    batch, outgoing.debtor().id(), outgoing.id(), refusal.substring(0, refusal.indexOf(':')), refusal);
            MessageJournal.change(
                    batch,
                    outgoing.debtor().id(),
                    change(outgoing.id(), SENDING).through(next.id()));
        });
    }

    private Result call(Outgoing outgoing, ReminderChannel channel) {
        OutboundMessage message = envelope.of(
                outgoing.id(), creditor, outgoing.debtor(), outgoing.facts(), outgoing.content(), today, clock.now());
        try {
            return channel.send(message).fold(new Outcomes(outgoing.id(), channel.id(), today));
        } catch (ChannelException e) {
            StateChange change = change(outgoing.id(), e.isRetryable() ? DEFERRED : APPROVED)
                    .through(channel.id())
                    .because(Failures.message(e));
            return new Result(change, false, !e.isRetryable());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Channel {} broke off while sending {}; whether it left is unknown.",
                    channel.id(),
                    outgoing.id(),
                    e);
            StateChange change =
                    change(outgoing.id(), UNKNOWN).because("the channel broke off: " + Failures.message(e));
            return new Result(change, false, true);
        }
    }

    private static StateChange change(MessageId message, MessageState next) {
        return StateChange.to(next, message, EXPECTED);
    }

    /** What each outcome makes of a message. */
    static final class Outcomes implements SendOutcome.Cases<Result> {

        private final MessageId message;
        private final String channel;
        private final LocalDate on;

        Outcomes(MessageId message, String channel, LocalDate on) {
            this.message = message;
            this.channel = channel;
            this.on = on;
        }

        @Override
        public Result sent(String reference) {
            return new Result(to(SENT).on(on).output(reference), false, false);
        }

        @Override
        public Result awaitingConfirmation(String output) {
            return new Result(to(AWAITING_CONFIRMATION).output(output), false, false);
        }

        @Override
        public Result refused(String reason) {
            return new Result(to(REFUSED).because(reason), true, false);
        }

        @Override
        public Result deferred(String reason, Duration after) {
            return new Result(to(DEFERRED).because(reason), false, false);
        }

        @Override
        public Result unknown(String reason) {
            return new Result(to(UNKNOWN).because(reason), false, true);
        }

        private StateChange to(MessageState next) {
            return change(message, next).through(channel);
        }
    }
}
