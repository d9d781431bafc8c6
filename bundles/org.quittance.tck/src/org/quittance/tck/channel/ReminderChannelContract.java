package org.quittance.tck.channel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;

/**
 * What every reminder channel keeps. Extend it in the tests of a connector and answer the questions about what left the
 * house from the far side: a folder, a mailbox, a peer in the same process. Send keys are fresh in every test.
 */
public abstract class ReminderChannelContract {

    private static final int CONCURRENT_MESSAGES = 24;

    /** What became of a message, told apart by {@link SendOutcome#fold}. */
    protected enum Outcome {
        SENT,
        AWAITING_CONFIRMATION,
        REFUSED,
        DEFERRED,
        UNKNOWN;

        public static Outcome of(SendOutcome outcome) {
            return outcome.fold(new SendOutcome.Cases<Outcome>() {
                @Override
                public Outcome sent(String reference) {
                    return SENT;
                }

                @Override
                public Outcome awaitingConfirmation(String output) {
                    return AWAITING_CONFIRMATION;
                }

                @Override
                public Outcome refused(String reason) {
                    return REFUSED;
                }

                @Override
                public Outcome deferred(String reason, Duration after) {
                    return DEFERRED;
                }

                @Override
                public Outcome unknown(String reason) {
                    return UNKNOWN;
                }
            });
        }

        public boolean left() {
            return this == SENT || this == AWAITING_CONFIRMATION;
        }

        public boolean certainlyNot() {
            return this == REFUSED || this == DEFERRED;
        }
    }

    @TempDir
    private @Nullable Path folder;

    /** A fresh folder for every test. */
    protected final Path outbox() {
        return requireNonNull(folder, "the folder of the test");
    }

    /** A new instance, as after a restart: it knows only what it can see outside itself. */
    protected abstract ReminderChannel channel();

    /** How many messages with this key left the house through any instance. */
    protected abstract int deliveries(OutboundMessage message);

    /** Makes the medium fail for the next message in a way that leaves nothing behind. */
    protected abstract void breakMedium();

    /** Undoes {@link #breakMedium}. */
    protected abstract void mendMedium();

    protected OutboundMessage message(String key) {
        return ChannelSamples.message(key, outbox()).build();
    }

    @Test
    final void namesItself() {
        assertFalse(channel().id().isBlank());
        assertEquals(channel().id(), channel().id(), "an id is stable");
        assertEquals(channel().medium(), channel().medium());
    }

    @Test
    final void explainsWhyADebtorCannotBeReached() {
        assertFalse(channel()
                .unreachable(ChannelSamples.unreachableDebtor())
                .orElseThrow(() -> new AssertionError("a debtor without any address is unreachable"))
                .isBlank());
        assertTrue(channel().unreachable(ChannelSamples.reachableDebtor()).isEmpty());
    }

    @Test
    final void sendsForACreditorWithEverythingItNeeds() {
        assertEquals(Optional.empty(), channel().unusable(ChannelSamples.creditor()));
    }

    @Test
    final void refusesADebtorItCannotReach() throws ChannelException {
        OutboundMessage message = ChannelSamples.message("tck-unreachable-1", outbox())
                .to(ChannelSamples.unreachableDebtor())
                .build();
        assertEquals(Outcome.REFUSED, Outcome.of(channel().send(message)));
        assertEquals(0, deliveries(message));
    }

    @Test
    final void sendsAMessageOnce() throws ChannelException {
        OutboundMessage message = message("tck-once-0001");
        assertTrue(Outcome.of(channel().send(message)).left());
        assertEquals(1, deliveries(message));
    }

    @Test
    final void answersTheSameForTheSameKeyWithoutSendingAgain() throws ChannelException {
        ReminderChannel channel = channel();
        OutboundMessage message = message("tck-twice-0001");
        SendOutcome first = channel.send(message);
        assertEquals(first, channel.send(message));
        assertEquals(first, channel().send(message), "a new instance must not send again either");
        assertEquals(1, deliveries(message));
    }

    @Test
    final void keysThatEndAlikeAreDifferentMessages() throws ChannelException {
        OutboundMessage longer = message("tck-alike-abcdefgh");
        OutboundMessage shorter = message("abcdefgh");
        ReminderChannel channel = channel();
        assertTrue(Outcome.of(channel.send(longer)).left());
        assertTrue(Outcome.of(channel.send(shorter)).left());
        assertEquals(1, deliveries(longer));
        assertEquals(1, deliveries(shorter));
    }

    @Test
    final void concurrentMessagesAllLeaveOnce() throws Exception {
        ReminderChannel channel = channel();
        List<Callable<SendOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < CONCURRENT_MESSAGES; i++) {
            OutboundMessage message = message("tck-concurrent-" + i);
            calls.add(() -> channel.send(message));
        }
        for (SendOutcome outcome : together(calls)) {
            assertTrue(Outcome.of(outcome).left(), outcome.toString());
        }
        for (int i = 0; i < CONCURRENT_MESSAGES; i++) {
            assertEquals(1, deliveries(message("tck-concurrent-" + i)));
        }
    }

    @Test
    final void concurrentCallsWithOneKeySendOnce() throws Exception {
        ReminderChannel channel = channel();
        OutboundMessage message = message("tck-race-0001");
        List<Callable<SendOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < CONCURRENT_MESSAGES; i++) {
            calls.add(() -> channel.send(message));
        }
        for (SendOutcome outcome : together(calls)) {
            assertFalse(Outcome.of(outcome).certainlyNot(), "it left, so no answer may deny it: " + outcome);
        }
        assertEquals(1, deliveries(message));
    }

    @Test
    final void reconcilesWhatLeftBeforeACrash() throws ChannelException {
        OutboundMessage message = message("tck-crash-0001");
        channel().send(message);
        Outcome outcome = Outcome.of(channel().reconcile(message));
        assertFalse(outcome.certainlyNot(), "it left; after a restart the channel says " + outcome);
        assertEquals(1, deliveries(message), "reconciling sends nothing");
    }

    @Test
    final void reconcilesWhatNeverLeft() throws ChannelException {
        OutboundMessage message = message("tck-crash-0002");
        Outcome outcome = Outcome.of(channel().reconcile(message));
        assertFalse(outcome.left(), "it never left; the channel says " + outcome);
        assertEquals(0, deliveries(message), "reconciling sends nothing");
    }

    @Test
    final void aFailureLeavesNothingAndDoesNotBlockTheNextAttempt() throws ChannelException {
        OutboundMessage message = message("tck-broken-0001");
        ReminderChannel channel = channel();
        breakMedium();
        try {
            Outcome outcome = Outcome.of(channel.send(message));
            assertFalse(outcome.left(), "the medium is broken, yet the channel says " + outcome);
        } catch (ChannelException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        } finally {
            mendMedium();
        }
        assertEquals(0, deliveries(message), "a channel throws only when nothing left");
        assertTrue(Outcome.of(channel.send(message)).left());
        assertEquals(1, deliveries(message));
    }

    private static List<SendOutcome> together(List<Callable<SendOutcome>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<SendOutcome>> futures = new ArrayList<>();
            for (Callable<SendOutcome> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<SendOutcome> outcomes = new ArrayList<>();
            for (Future<SendOutcome> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
