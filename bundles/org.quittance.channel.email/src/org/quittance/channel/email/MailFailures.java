package org.quittance.channel.email;

import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.channel.ChannelException;

/** Says why there is no connection, and whether it may be there later. */
final class MailFailures {

    private MailFailures() {}

    static ChannelException connecting(MailServer server, MessagingException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SSLException) {
                return ChannelException.lasting(
                        "no safe connection to " + server + " (certificate or encryption): " + cause.getMessage()
                                + "; nothing was sent",
                        failure);
            }
            if (cause instanceof UnknownHostException) {
                return ChannelException.passing("nobody knows the mail server " + server.host(), failure);
            }
        }
        boolean noStartTls = String.valueOf(failure.getMessage()).contains("STARTTLS");
        String why = "no connection to " + server + ": " + failure.getMessage();
        return noStartTls ? ChannelException.lasting(why, failure) : ChannelException.passing(why, failure);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
