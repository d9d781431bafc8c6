package org.quittance.channel.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.SendKey;
import org.quittance.api.document.DocumentFile;

/**
 * Turns a message into the bytes of an e-mail (RFC 5322): text and HTML as alternatives, the letter and other files
 * attached. Boundaries, dates and identifiers come from the message, never from the clock or chance, so the same message
 * gives the same bytes. Safe for any thread.
 */
final class MimeWriter {

    private final Session session;

    MimeWriter() {
        this.session = MailClasses.with(() -> Session.getInstance(new Properties()));
    }

    /**
     * @param from a valid address
     * @throws ChannelException where an address or file name cannot be written, which trying again does not change
     */
    byte[] bytes(OutboundMessage message, String from) throws ChannelException {
        try {
            return MailClasses.with(() -> written(message, from));
        } catch (MessagingException e) {
            throw ChannelException.lasting("cannot build the e-mail " + message.key() + ": " + e.getMessage(), e);
        }
    }

    private byte[] written(OutboundMessage message, String from) throws MessagingException {
        try {
            KeyedMessage mail = new KeyedMessage(session, "<" + message.key() + "@" + domain(from) + ">");
            head(mail, message, from);
            MimeMultipart all = new KeyedMultipart("mixed", message.key());
            all.addBodyPart(multipart(alternatives(message)));
            all.addBodyPart(attachment(message.content().letter()));
            for (DocumentFile file : message.attachments()) {
                all.addBodyPart(attachment(file));
            }
            mail.setDataHandler(handler(all));
            mail.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an e-mail to memory", e);
        }
    }

    private static void head(MimeMessage mail, OutboundMessage message, String from)
            throws MessagingException, IOException {
        String creditor = oneLine(message.creditor().name());
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        message.at().atZone(message.creditor().zone()).withNano(0)));
        mail.setFrom(new InternetAddress(from, creditor, "UTF-8"));
        mail.setReplyTo(new InternetAddress[] {
            new InternetAddress(message.creditor().email().orElse(from), creditor, "UTF-8")
        });
        String recipient =
                oneLine(message.debtor().contactName().orElse(message.debtor().name()));
        mail.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(message.debtor().email().orElseThrow(), recipient, "UTF-8"));
        mail.setSubject(oneLine(message.content().subject()), "UTF-8");
        mail.setHeader("Content-Language", message.language().toLanguageTag());
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    private static MimeMultipart alternatives(OutboundMessage message) throws MessagingException {
        MimeMultipart alternatives = new KeyedMultipart("alternative", message.key());
        alternatives.addBodyPart(text(message.content().text(), "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(text(message.content().html(), "text/html; charset=UTF-8"));
        return alternatives;
    }

    private static MimeBodyPart multipart(MimeMultipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(handler(content));
        return part;
    }

    private static MimeBodyPart text(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart attachment(DocumentFile file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
        part.setHeader("Content-Transfer-Encoding", "base64");
        ParameterList parameters = new ParameterList();
        parameters.set("filename", file.fileName(), "UTF-8");
        part.setHeader("Content-Disposition", new ContentDisposition("attachment", parameters).toString());
        return part;
    }

    /** Names its handler itself, so that no registry has to be found in another bundle. */
    private static DataHandler handler(MimeMultipart content) {
        DataHandler handler = new DataHandler(content, content.getContentType());
        handler.setCommandMap(new MultipartCommands());
        return handler;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** A line break in a name from a ledger would begin a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Keeps its Message-ID when it is saved. */
    private static final class KeyedMessage extends MimeMessage {

        private final String messageId;

        KeyedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /** Its boundary comes from the send key instead of the clock. */
    private static final class KeyedMultipart extends MimeMultipart {

        KeyedMultipart(String subtype, SendKey key) {
            super(subtype);
            String suffix = subtype.substring(0, 3);
            String shortened = key.value().substring(Math.max(0, key.value().length() - 50));
            contentType = "multipart/" + subtype + "; boundary=\"=_" + suffix + "_" + shortened + "\"";
        }
    }
}
