package org.quittance.channel.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a server said to a message it did not take.
 *
 * @param code of RFC 5321; -1 where it said nothing
 * @param isAboutSender whether the account or its address was refused rather than the recipient or the message
 */
record SmtpAnswer(int code, String text, boolean isAboutSender) {

    private static final int CLOSING = 421;

    static SmtpAnswer of(MessagingException failure) {
        SmtpAnswer answer = new SmtpAnswer(-1, String.valueOf(failure.getMessage()), false);
        Exception next = failure;
        while (next instanceof MessagingException one) {
            Optional<SmtpAnswer> found = said(one);
            if (found.isPresent()) {
                // The last one is the closest to what was refused: the address inside the message.
                answer = found.get();
            }
            next = one.getNextException();
        }
        return answer;
    }

    private static Optional<SmtpAnswer> said(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return of(address.getReturnCode(), address, false);
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return of(sender.getReturnCode(), sender, true);
        }
        if (failure instanceof SMTPSendFailedException send) {
            String command = send.getCommand();
            boolean isSender = command != null && command.startsWith("MAIL");
            return of(send.getReturnCode(), send, isSender);
        }
        return Optional.empty();
    }

    private static Optional<SmtpAnswer> of(int code, MessagingException failure, boolean isAboutSender) {
        String text = String.valueOf(failure.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return code > 0 ? Optional.of(new SmtpAnswer(code, text, isAboutSender)) : Optional.empty();
    }

    boolean isSilence() {
        return code < 0;
    }

    /** The server is closing the connection, whatever was said on it. */
    boolean isClosing() {
        return code == CLOSING;
    }

    boolean isPassing() {
        return code >= 400 && code < 500;
    }
}
