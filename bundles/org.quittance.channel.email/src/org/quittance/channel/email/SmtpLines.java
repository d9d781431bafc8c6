package org.quittance.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.channel.ChannelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one account: so many at once, each used again for the next message. Safe for any thread. */
final class SmtpLines {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLines.class);

    private final MailServer server;
    private final Semaphore free;
    private final Deque<SmtpLine> idle = new ArrayDeque<>();
    private @Nullable Session session;
    private boolean closed;

    SmtpLines(MailServer server, int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("connections " + connections + " is less than 1");
        }
        this.server = server;
        this.free = new Semaphore(connections, true);
    }

    /** A connection of its own for the caller, who gives it back; waits for one to come free. */
    SmtpLine take() throws ChannelException {
        try {
            if (!free.tryAcquire(server.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ChannelException.passing("all connections to " + server + " are busy", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChannelException.passing("interrupted while waiting for a connection to " + server, e);
        }
        boolean taken = false;
        try {
            Optional<SmtpLine> waiting = waiting();
            SmtpLine line = waiting.isPresent() ? waiting.get() : connected();
            taken = true;
            return line;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    private Optional<SmtpLine> waiting() {
        synchronized (idle) {
            return idle.isEmpty() ? Optional.empty() : Optional.of(idle.removeLast());
        }
    }

    /** @param usable whether another message may go over it */
    void give(SmtpLine line, boolean usable) {
        boolean kept = false;
        synchronized (idle) {
            if (usable && !closed) {
                line.used();
                idle.addLast(line);
                kept = true;
            }
        }
        if (!kept) {
            hangUp(line);
        }
        free.release();
    }

    /** A new connection in place of one that is dead. */
    SmtpLine replace(SmtpLine dead) throws ChannelException {
        hangUp(dead);
        return connected();
    }

    /** Made with the first message, so that a file that is missing is said to whoever sends and not at start. */
    Session session() throws MessagingException {
        try {
            return known();
        } catch (ChannelException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private synchronized Session known() throws ChannelException {
        Session made = session;
        if (made == null) {
            made = server.session("smtp");
            session = made;
        }
        return made;
    }

    private SmtpLine connected() throws ChannelException {
        SmtpLine line = new SmtpLine(known());
        String secret = server.secret().isPresent() ? server.secret().get().read() : null;
        try {
            line.connect(
                    server.host(),
                    server.port(),
                    server.user().isPresent() ? server.user().get() : null,
                    secret);
            return line;
        } catch (AuthenticationFailedException e) {
            throw ChannelException.lasting(
                    server + " does not accept the password or token of "
                            + server.user().orElse("nobody") + "; mend it in its file",
                    e);
        } catch (MessagingException e) {
            hangUp(line);
            throw MailFailures.connecting(server, e);
        }
    }

    private static void hangUp(SmtpLine line) {
        try {
            line.close();
        } catch (MessagingException e) {
            LOG.debug("A connection was dead already.", e);
        }
    }

    void close() {
        Deque<SmtpLine> left;
        synchronized (idle) {
            closed = true;
            left = new ArrayDeque<>(idle);
            idle.clear();
        }
        left.forEach(SmtpLines::hangUp);
    }
}
