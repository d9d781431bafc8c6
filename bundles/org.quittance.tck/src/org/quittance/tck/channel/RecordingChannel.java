package org.quittance.tck.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendKey;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;

/**
 * A channel in memory that keeps what left and does what a test tells it: by default everything is sent. What is told with
 * {@link #then} happens once each, in order; what is told {@link #always} happens when nothing else is told. A key that has
 * left before is answered from memory, as the contract wants. Safe for any thread.
 */
public final class RecordingChannel implements ReminderChannel {

    /** What the channel does with one message. */
    public enum Act {
        SENT,
        /** Made, and waits for somebody to say that it was posted. */
        AWAITING_CONFIRMATION,
        REFUSED,
        DEFERRED,
        /** Does not leave, but the answer is that it may have. */
        UNKNOWN,
        /** Leaves, but the answer is that it may have. */
        UNKNOWN_AFTER_EFFECT,
        THROWS_PASSING,
        THROWS_LASTING,
        /** The process ends before anything leaves: an {@link Error} that no caller expects. */
        DIES_BEFORE_EFFECT,
        /** The process ends after the message left and before anybody hears of it. */
        DIES_AFTER_EFFECT
    }

    /** Stands for the end of the process; only a test catches it. */
    public static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death(String message) {
            super(message);
        }
    }

    private final String id;
    private final Medium medium;
    private final Deque<Act> script = new ArrayDeque<>();
    private final List<OutboundMessage> attempts = new ArrayList<>();
    private final Map<SendKey, OutboundMessage> left = new LinkedHashMap<>();
    private final Map<SendKey, SendOutcome> answers = new LinkedHashMap<>();
    private Act usual = Act.SENT;
    private boolean reconciles = true;
    private Predicate<Debtor> reachable = debtor -> true;
    private Predicate<Creditor> serves = creditor -> true;
    private Runnable beforeSend = () -> {};

    private RecordingChannel(String id, Medium medium) {
        this.id = requireNonNull(id, "id");
        this.medium = requireNonNull(medium, "medium");
    }

    public static RecordingChannel of(String id, Medium medium) {
        return new RecordingChannel(id, medium);
    }

    /** What the next messages meet, one after the other. */
    public synchronized RecordingChannel then(Act... acts) {
        script.addAll(List.of(acts));
        return this;
    }

    public synchronized RecordingChannel always(Act act) {
        usual = requireNonNull(act, "act");
        return this;
    }

    /** From now on nobody can be told what became of a message. */
    public synchronized RecordingChannel withoutReconciliation() {
        reconciles = false;
        return this;
    }

    public synchronized RecordingChannel reaching(Predicate<Debtor> debtors) {
        reachable = requireNonNull(debtors, "debtors");
        return this;
    }

    /** In whose name it can send; in anybody's, unless this is told. */
    public synchronized RecordingChannel serving(Predicate<Creditor> creditors) {
        serves = requireNonNull(creditors, "creditors");
        return this;
    }

    /** Something that happens while a message is being sent: a payment that arrives, a service that goes away. */
    public synchronized RecordingChannel beforeSend(Runnable action) {
        beforeSend = requireNonNull(action, "action");
        return this;
    }

    /** What left the house, in order; each key at most once. */
    public synchronized List<OutboundMessage> sent() {
        return List.copyOf(left.values());
    }

    /** Every call of {@link #send}, whatever became of it. */
    public synchronized List<OutboundMessage> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Medium medium() {
        return medium;
    }

    @Override
    public synchronized Optional<String> unusable(Creditor creditor) {
        return serves.test(creditor) ? Optional.empty() : Optional.of("sender: " + creditor.id() + " has none");
    }

    @Override
    public synchronized Optional<String> unreachable(Debtor debtor) {
        return reachable.test(debtor) ? Optional.empty() : Optional.of(medium + " is missing");
    }

    @Override
    public SendOutcome send(OutboundMessage message) throws ChannelException {
        beforeSend().run();
        synchronized (this) {
            attempts.add(message);
            if (answers.containsKey(message.key())) {
                return answers.get(message.key());
            }
            Optional<String> obstacle = unreachable(message.debtor());
            if (obstacle.isPresent()) {
                return SendOutcome.refused(obstacle.get());
            }
            return perform(script.isEmpty() ? usual : script.remove(), message);
        }
    }

    private synchronized Runnable beforeSend() {
        return beforeSend;
    }

    private SendOutcome perform(Act act, OutboundMessage message) throws ChannelException {
        return switch (act) {
            case SENT -> leaves(message, SendOutcome.sent(reference(message)));
            case AWAITING_CONFIRMATION -> leaves(message, SendOutcome.awaitingConfirmation(reference(message)));
            case REFUSED -> SendOutcome.refused("scripted refusal");
            case DEFERRED -> SendOutcome.deferred("scripted delay", Duration.ofHours(1));
            case UNKNOWN -> SendOutcome.unknown("scripted doubt");
            case UNKNOWN_AFTER_EFFECT -> {
                leaves(message, SendOutcome.sent(reference(message)));
                yield SendOutcome.unknown("scripted doubt");
            }
            case THROWS_PASSING -> throw ChannelException.passing("scripted failure", null);
            case THROWS_LASTING -> throw ChannelException.lasting("scripted failure", null);
            case DIES_BEFORE_EFFECT -> throw new Death("died before " + message.key() + " left");
            case DIES_AFTER_EFFECT -> {
                leaves(message, SendOutcome.sent(reference(message)));
                throw new Death("died after " + message.key() + " left");
            }
        };
    }

    private SendOutcome leaves(OutboundMessage message, SendOutcome answer) {
        left.put(message.key(), message);
        answers.put(message.key(), answer);
        return answer;
    }

    private static String reference(OutboundMessage message) {
        return "recorded-" + message.key();
    }

    @Override
    public synchronized SendOutcome reconcile(OutboundMessage message) {
        if (!reconciles) {
            return SendOutcome.unknown("this channel keeps no record");
        }
        return answers.getOrDefault(message.key(), SendOutcome.deferred("it never left", Duration.ZERO));
    }
}
