package org.quittance.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to a submission server that knows how far a message got: what was not ended by the final dot certainly did not
 * leave (RFC 5321, 4.1.1.4). Never used by two threads at once.
 */
final class SmtpLine extends SMTPTransport {

    private BeforeEnd beforeEnd = () -> {};
    private boolean ended;
    private boolean reused;
    private Optional<String> answer = Optional.empty();

    /** What happens when a message is on its way but for its end; a failure here keeps it from leaving. */
    @FunctionalInterface
    interface BeforeEnd {
        void run() throws IOException;
    }

    SmtpLine(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    void begin(BeforeEnd next) {
        beforeEnd = next;
        ended = false;
        answer = Optional.empty();
    }

    /** A message went over it; the server may have closed it since. */
    void used() {
        reused = true;
    }

    boolean isReused() {
        return reused;
    }

    /** Whether the end of the message went out, so that the server may have taken it. */
    boolean mayHaveLeft() {
        return ended;
    }

    /** What the server said to the whole message. */
    Optional<String> answer() {
        return answer;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        beforeEnd.run();
        ended = true;
        super.finishData();
        answer = Optional.of(String.valueOf(getLastServerResponse()));
    }
}
