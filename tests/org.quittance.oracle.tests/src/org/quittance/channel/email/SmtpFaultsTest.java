package org.quittance.channel.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.tck.channel.ChannelSamples;

/** What becomes of a message when the server does not do what one hopes for. */
class SmtpFaultsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Path folder;

    SmtpFaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRecipientRefusedForGoodIsRefused() throws Exception {
        try (SmtpSink sink = SmtpSink.answering("RCPT", "550 5.1.1 no such user")) {
            SendOutcome outcome = channel(sink).send(message("fault-refused-1"));
            SendOutcome.Refused refused = (SendOutcome.Refused) outcome;
            assertTrue(refused.reason().contains("550 5.1.1 no such user"), refused.reason());
            assertEquals(0, sink.taken());
        }
    }

    @Test
    void aFullMailboxIsDeferredAndGoesThroughLater() throws Exception {
        try (SmtpSink sink = SmtpSink.answering("RCPT", "452 4.2.2 mailbox full")) {
            ReminderChannel channel = channel(sink);
            assertTrue(channel.send(message("fault-quota-1")) instanceof SendOutcome.Deferred);
            sink.obey();
            assertTrue(channel.send(message("fault-quota-1")) instanceof SendOutcome.Sent);
            assertEquals(1, sink.taken());
        }
    }

    @Test
    void anAccountThatMayNotSendIsForSomebodyToMend() throws Exception {
        try (SmtpSink sink = SmtpSink.answering("MAIL", "550 5.7.1 sender not allowed")) {
            ChannelException failure =
                    assertThrows(ChannelException.class, () -> channel(sink).send(message("fault-sender-1")));
            assertFalse(failure.isRetryable());
        }
    }

    @Test
    void aMessageRefusedAtItsEndIsRefusedAndNotInDoubt() throws Exception {
        try (SmtpSink sink = SmtpSink.answering(".", "554 5.7.1 looks like spam")) {
            ReminderChannel channel = channel(sink);
            assertTrue(channel.send(message("fault-spam-1")) instanceof SendOutcome.Refused);
            sink.obey();
            assertTrue(channel.send(message("fault-spam-1")) instanceof SendOutcome.Sent);
        }
    }

    @Test
    void aLineCutBeforeTheEndIsTriedAgain() throws Exception {
        for (String verb : List.of("EHLO", "MAIL", "RCPT", "DATA")) {
            try (SmtpSink sink = SmtpSink.cuttingAt(verb)) {
                ReminderChannel channel = channel(sink);
                OutboundMessage message = message("fault-cut-" + verb);
                ChannelException failure = assertThrows(ChannelException.class, () -> channel.send(message), verb);
                assertTrue(failure.isRetryable(), verb);
                sink.obey();
                assertTrue(channel.send(message) instanceof SendOutcome.Sent, verb);
                assertEquals(1, sink.taken(), verb);
            }
        }
    }

    @Test
    void aLineCutAfterTheEndLeavesItUnknownAndItIsNeverSentAgain() throws Exception {
        try (SmtpSink sink = SmtpSink.cuttingAt(".")) {
            ReminderChannel channel = channel(sink);
            assertTrue(channel.send(message("fault-doubt-1")) instanceof SendOutcome.Unknown);
            assertEquals(1, sink.taken(), "the server has it, only its answer was lost");
            sink.obey();
            assertTrue(channel.send(message("fault-doubt-1")) instanceof SendOutcome.Unknown);
            assertTrue(channel(sink).send(message("fault-doubt-1")) instanceof SendOutcome.Unknown);
            assertTrue(channel(sink).reconcile(message("fault-doubt-1")) instanceof SendOutcome.Unknown);
            assertEquals(1, sink.taken());
        }
    }

    @Test
    void aServerThatHangsIsLeftAfterTheTimeout() throws Exception {
        for (String verb : List.of("connect", "MAIL")) {
            try (SmtpSink sink = SmtpSink.hangingAt(verb)) {
                ChannelException failure =
                        assertThrows(ChannelException.class, () -> channel(sink).send(message("fault-hang-" + verb)));
                assertTrue(failure.isRetryable(), verb);
            }
        }
        try (SmtpSink sink = SmtpSink.hangingAt(".")) {
            assertTrue(channel(sink).send(message("fault-hang-end")) instanceof SendOutcome.Unknown);
        }
    }

    @Test
    void anIdleConnectionTheServerClosedIsReplaced() throws Exception {
        try (SmtpSink sink = SmtpSink.closingAfterEachMessage()) {
            ReminderChannel channel = channel(sink);
            for (int i = 0; i < 3; i++) {
                assertTrue(channel.send(message("fault-idle-" + i)) instanceof SendOutcome.Sent);
            }
            assertEquals(3, sink.taken());
        }
    }

    @Test
    void aConnectionIsUsedForManyMessages() throws Exception {
        try (SmtpSink sink = SmtpSink.obeying()) {
            ReminderChannel channel = channel(sink);
            for (int i = 0; i < 5; i++) {
                channel.send(message("reuse-message-" + i));
            }
            assertEquals(5, sink.taken());
            assertEquals(1, sink.connections());
        }
    }

    @Test
    void aServerWithoutEncryptionIsNotSpokenTo() throws Exception {
        try (SmtpSink sink = SmtpSink.obeying()) {
            MailServer local = MailHouse.local(sink.port(), SHORT);
            MailServer starttls = new MailServer(
                    local.host(),
                    local.port(),
                    Security.STARTTLS,
                    local.user(),
                    local.secret(),
                    false,
                    local.trust(),
                    SHORT);
            ChannelException failure = assertThrows(
                    ChannelException.class, () -> MailHouse.channel(starttls).send(message("fault-plain-1")));
            assertFalse(failure.isRetryable(), failure.getMessage());
            assertEquals(0, sink.taken());
        }
    }

    @Test
    void aCertificateNobodyKnowsIsRefused() throws Exception {
        try (MailHouse house = MailHouse.withTls(folder)) {
            ChannelException failure = assertThrows(
                    ChannelException.class,
                    () -> MailHouse.channel(house.accountWithoutCertificate()).send(message("fault-cert-1")));
            assertFalse(failure.isRetryable());
            assertTrue(failure.getMessage().contains("certificate"), failure.getMessage());
            assertEquals(0, house.arrived("fault-cert-1"));
        }
    }

    @Test
    void aWrongPasswordAndOneThatOthersMayReadAreForSomebodyToMend() throws Exception {
        try (MailHouse house = MailHouse.withTls(folder)) {
            house.password("wrong");
            ReminderChannel channel = MailHouse.channel(house.account());
            ChannelException wrong =
                    assertThrows(ChannelException.class, () -> channel.send(message("fault-password-1")));
            assertFalse(wrong.isRetryable());
            assertFalse(wrong.getMessage().contains("wrong"), "no secret is ever shown");
            house.password(MailHouse.PASSWORD);
            Files.setPosixFilePermissions(house.secret(), PosixFilePermissions.fromString("rw-r--r--"));
            ChannelException open =
                    assertThrows(ChannelException.class, () -> channel.send(message("fault-password-1")));
            assertTrue(open.getMessage().contains("chmod 600"), open.getMessage());
            assertEquals(0, house.arrived("fault-password-1"));
        }
    }

    @Test
    void whatIsBeyondTheRateIsDeferred() throws Exception {
        AtomicLong nanos = new AtomicLong();
        try (SmtpSink sink = SmtpSink.obeying()) {
            ReminderChannel channel = new EmailChannel(
                    "email-slow",
                    "",
                    false,
                    Set.of("exemple"),
                    java.util.Optional.of(new SmtpSubmission(
                            "email-slow", MailHouse.local(sink.port(), SHORT), 1, new RateLimit(2, nanos::get))));
            assertTrue(channel.send(message("rate-message-1")) instanceof SendOutcome.Sent);
            assertTrue(channel.send(message("rate-message-2")) instanceof SendOutcome.Sent);
            SendOutcome.Deferred deferred = (SendOutcome.Deferred) channel.send(message("rate-message-3"));
            assertEquals(Duration.ofSeconds(30), deferred.after());
            nanos.addAndGet(deferred.after().toNanos());
            assertTrue(channel.send(message("rate-message-3")) instanceof SendOutcome.Sent);
        }
    }

    @Test
    void whatIsSimulatedNeverLeaves() throws Exception {
        try (SmtpSink sink = SmtpSink.obeying()) {
            OutboundMessage simulated =
                    ChannelSamples.message("simulated-stays-1", folder).build();
            assertTrue(channel(sink).send(simulated) instanceof SendOutcome.Sent);
            assertEquals(0, sink.connections());
        }
    }

    private static ReminderChannel channel(SmtpSink sink) {
        return MailHouse.channel(MailHouse.local(sink.port(), SHORT));
    }

    private OutboundMessage message(String key) {
        return ChannelSamples.message(key, folder).simulated(false).build();
    }
}
