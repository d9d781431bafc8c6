package org.quittance.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.SendKey;
import org.quittance.api.channel.SendOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits messages to a server and tells what became of each: refused or deferred as the server said, unknown where its answer to
 * the whole message did not come, and a failure where the message certainly did not leave. Safe for any thread.
 */
final class SmtpSubmission {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpSubmission.class);
    private static final int ANSWER_LENGTH_MAX = 200;
    private static final String IN_DOUBT =
            "the connection broke after the whole message was given to the mail server and before it answered; look"
                    + " into the account's sent mail, then say what became of it (quittance resolve)";

    private final String id;
    private final MailServer server;
    private final SmtpLines lines;
    private final RateLimit rate;
    private final Map<Path, SubmissionLog> logs = new ConcurrentHashMap<>();
    private final Object[] locks = new Object[64];

    /** @param id of the account */
    SmtpSubmission(String id, MailServer server, int connections, RateLimit rate) {
        this.id = id;
        this.server = server;
        this.lines = new SmtpLines(server, connections);
        this.rate = rate;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * @param from a valid address
     * @throws ChannelException where the message certainly did not leave and the server did not say why
     */
    SendOutcome submit(OutboundMessage message, String from, byte[] bytes) throws ChannelException {
        synchronized (locks[Math.floorMod(message.key().hashCode(), locks.length)]) {
            SubmissionLog log = log(message.outbox());
            Optional<SubmissionLog.Entry> earlier = log.find(message.key());
            if (earlier.isPresent()) {
                return outcome(earlier.get());
            }
            Duration wait = rate.take();
            if (!wait.isZero()) {
                return SendOutcome.deferred(
                        "the account " + id + " has sent as many messages as it may in a minute (rate-per-minute)",
                        wait);
            }
            return MailClasses.with(() -> transmitted(message, from, bytes, log));
        }
    }

    /** That it left is known for certain; that it did not, SMTP cannot say afterwards. */
    SendOutcome reconcile(OutboundMessage message) throws ChannelException {
        return log(message.outbox())
                .find(message.key())
                .map(SmtpSubmission::outcome)
                .orElseGet(() -> SendOutcome.unknown("the account " + id + " has no answer of the mail server to "
                        + message.key() + "; look into its sent mail"));
    }

    private static SendOutcome outcome(SubmissionLog.Entry entry) {
        return entry.reference().map(SendOutcome::sent).orElseGet(() -> SendOutcome.unknown(IN_DOUBT));
    }

    private SendOutcome transmitted(OutboundMessage message, String from, byte[] bytes, SubmissionLog log)
            throws ChannelException {
        SmtpLine line = lines.take();
        boolean usable = false;
        try {
            SMTPMessage mail = mail(from, bytes);
            InternetAddress to = new InternetAddress(message.debtor().email().orElseThrow());
            line = sent(line, mail, to, () -> log.begins(message.key()));
            usable = true;
            String reference = reference(message.key(), line);
            try {
                log.taken(message.key(), reference);
            } catch (IOException e) {
                LOG.warn("The account {} could not write down that {} was sent.", id, message.key(), e);
            }
            return SendOutcome.sent(reference);
        } catch (Unsent e) {
            line = e.line;
            SmtpAnswer answer = SmtpAnswer.of(e.failure);
            usable = !answer.isSilence() && !answer.isClosing();
            return failed(message.key(), line, answer, e.failure, log);
        } catch (MessagingException e) {
            throw ChannelException.lasting("cannot build the envelope of " + message.key() + ": " + e.getMessage(), e);
        } finally {
            lines.give(line, usable);
        }
    }

    /** On a connection that stood idle too long a message is tried again on a new one; its end never went out on the old. */
    private SmtpLine sent(SmtpLine line, SMTPMessage mail, InternetAddress to, SmtpLine.BeforeEnd before)
            throws Unsent, ChannelException {
        boolean isReused = line.isReused();
        try {
            transmit(line, mail, to, before);
            return line;
        } catch (MessagingException e) {
            SmtpAnswer answer = SmtpAnswer.of(e);
            if (!isReused || line.mayHaveLeft() || !(answer.isSilence() || answer.isClosing())) {
                throw new Unsent(line, e);
            }
            SmtpLine fresh = lines.replace(line);
            try {
                transmit(fresh, mail, to, before);
                return fresh;
            } catch (MessagingException again) {
                throw new Unsent(fresh, again);
            }
        }
    }

    private static void transmit(SmtpLine line, SMTPMessage mail, InternetAddress to, SmtpLine.BeforeEnd before)
            throws MessagingException {
        line.begin(before);
        line.sendMessage(mail, new InternetAddress[] {to});
    }

    private SMTPMessage mail(String from, byte[] bytes) throws MessagingException {
        SMTPMessage mail = new SMTPMessage(lines.session(), new ByteArrayInputStream(bytes));
        mail.setEnvelopeFrom(from);
        mail.setNotifyOptions(SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
        mail.setReturnOption(SMTPMessage.RETURN_HDRS);
        return mail;
    }

    private SendOutcome failed(
            SendKey key, SmtpLine line, SmtpAnswer answer, MessagingException failure, SubmissionLog log)
            throws ChannelException {
        if (line.mayHaveLeft() && answer.isSilence()) {
            return SendOutcome.unknown(IN_DOUBT);
        }
        if (line.mayHaveLeft()) {
            try {
                log.refused(key);
            } catch (IOException e) {
                LOG.warn("The account {} could not write down that {} was refused.", id, key, e);
            }
        }
        if (answer.isSilence()) {
            throw ChannelException.passing(
                    "the connection to " + server + " broke before the message was through: " + failure.getMessage(),
                    failure);
        }
        if (answer.isPassing()) {
            return SendOutcome.deferred(server + " answered " + answer.text(), Duration.ofMinutes(15));
        }
        if (answer.isAboutSender()) {
            throw ChannelException.lasting(server + " does not let this account send: " + answer.text(), failure);
        }
        return SendOutcome.refused(server + " answered " + answer.text());
    }

    private static String reference(SendKey key, SmtpLine line) {
        String answer = line.answer().orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
        return key + ": " + answer.substring(0, Math.min(answer.length(), ANSWER_LENGTH_MAX));
    }

    private SubmissionLog log(Path outbox) throws ChannelException {
        synchronized (logs) {
            if (!logs.containsKey(outbox)) {
                logs.put(outbox, opened(outbox));
            }
            return logs.get(outbox);
        }
    }

    private SubmissionLog opened(Path outbox) throws ChannelException {
        Path file = outbox.resolve("submitted-by-" + id.replaceAll("[^A-Za-z0-9.-]+", "-") + ".log");
        try {
            return new SubmissionLog(file);
        } catch (IOException | UncheckedIOException e) {
            throw ChannelException.lasting("cannot read " + file + ", which says what was sent already: " + e, e);
        }
    }

    void close() {
        lines.close();
        for (SubmissionLog log : logs.values()) {
            try {
                log.close();
            } catch (IOException e) {
                LOG.warn("What the account {} has sent could not be closed.", id, e);
            }
        }
    }

    /** A message that was not taken, and the connection it was tried on last. */
    private static final class Unsent extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient SmtpLine line;
        private final MessagingException failure;

        Unsent(SmtpLine line, MessagingException failure) {
            super(failure);
            this.line = line;
            this.failure = failure;
        }
    }
}
