package org.quittance.channel.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.quittance.api.channel.ChannelReport;
import org.quittance.api.channel.ChannelReport.Kind;
import org.quittance.api.channel.SendKey;

/**
 * Understands one message of a mailbox: a report about delivery (RFC 3464) or display, what a machine answered (RFC 3834), or what
 * a person wrote. Parts are opened by hand, since the library's own way asks a registry that other bundles may have filled.
 */
final class Returned {

    private static final Pattern OURS = Pattern.compile("<(q-[A-Za-z0-9-]{6,78})@[^<>@\\s]+>");
    private static final int TEXT_LENGTH_MAX = 2_000;
    private static final int PARTS_DEEP_MAX = 5;

    private final String number;
    private final Instant received;
    private final MimeMessage mail;
    private final List<MimePart> leaves = new ArrayList<>();

    /**
     * @param number what the mailbox calls it
     * @param received when the mailbox took it in; what a message says of its own date anybody may have written
     */
    Returned(String number, Instant received, MimeMessage mail) {
        this.number = number;
        this.received = received;
        this.mail = mail;
    }

    /** Empty where it is about nothing that was sent from here, or cannot be read. */
    Optional<ChannelReport> report() throws IOException {
        try {
            collect(mail, 0);
            Optional<SendKey> key = key();
            if (key.isEmpty() || isOurs()) {
                return Optional.empty();
            }
            return Optional.of(new ChannelReport(id(), key.get(), kind(), received, from(), text()));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private void collect(MimePart part, int deep) throws MessagingException {
        if (!part.isMimeType("multipart/*") || deep == PARTS_DEEP_MAX) {
            leaves.add(part);
            return;
        }
        MimeMultipart multipart = new MimeMultipart(new MimePartDataSource(part));
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart one = multipart.getBodyPart(i);
            if (one instanceof MimePart inner) {
                collect(inner, deep + 1);
            }
        }
    }

    /** A copy of what was sent, to oneself for instance, is no answer. */
    private boolean isOurs() throws MessagingException {
        return OURS.matcher(header("Message-ID")).find();
    }

    private Optional<SendKey> key() throws MessagingException, IOException {
        StringBuilder references =
                new StringBuilder(header("In-Reply-To")).append(' ').append(header("References"));
        for (MimePart leaf : leaves) {
            if (leaf.isMimeType("message/rfc822") || leaf.isMimeType("text/rfc822-headers")) {
                try (InputStream in = leaf.getInputStream()) {
                    String[] ids = new InternetHeaders(in).getHeader("Message-ID");
                    references.append(' ').append(ids == null ? "" : String.join(" ", ids));
                }
            } else if (leaf.isMimeType("message/disposition-notification")) {
                references.append(' ').append(content(leaf));
            }
        }
        Matcher found = OURS.matcher(references);
        return found.find() ? Optional.of(new SendKey(found.group(1))) : Optional.empty();
    }

    private Kind kind() throws MessagingException, IOException {
        for (MimePart leaf : leaves) {
            if (leaf.isMimeType("message/delivery-status")) {
                return delivery(leaf);
            }
            if (leaf.isMimeType("message/disposition-notification")) {
                return content(leaf).toLowerCase(Locale.ROOT).contains("displayed") ? Kind.READ : Kind.AUTOMATIC;
            }
        }
        String automatic = header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        boolean isAutomatic = !automatic.isEmpty() && !automatic.startsWith("no")
                || !header("X-Autoreply").isEmpty()
                || !header("X-Autorespond").isEmpty()
                || header("Precedence").toLowerCase(Locale.ROOT).matches("\\s*(auto_reply|bulk|junk)\\s*")
                || from().toLowerCase(Locale.ROOT).startsWith("mailer-daemon@")
                || header("Return-Path").strip().equals("<>");
        return isAutomatic ? Kind.AUTOMATIC : Kind.ANSWERED;
    }

    /** The worst that happened to any recipient; what is only on its way further is not delivered yet. */
    private static Kind delivery(MimePart part) throws MessagingException, IOException {
        Kind kind = Kind.DELAYED;
        try (InputStream in = part.getInputStream()) {
            DeliveryStatus status = new DeliveryStatus(in);
            for (int i = 0; i < status.getRecipientDSNCount(); i++) {
                String[] action = status.getRecipientDSN(i).getHeader("Action");
                String word = action == null ? "" : action[0].strip().toLowerCase(Locale.ROOT);
                if (word.equals("failed")) {
                    return Kind.BOUNCED;
                }
                kind = word.equals("delivered") ? Kind.DELIVERED : kind;
            }
        }
        return kind;
    }

    private String id() throws MessagingException {
        String id = header("Message-ID").strip();
        return id.isEmpty() ? number : id;
    }

    private String from() throws MessagingException {
        return mail.getFrom() != null && mail.getFrom().length > 0 && mail.getFrom()[0] instanceof InternetAddress one
                ? String.valueOf(one.getAddress())
                : "";
    }

    private String text() throws MessagingException, IOException {
        String subject = String.valueOf(mail.getSubject());
        for (MimePart leaf : leaves) {
            if (leaf.isMimeType("text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(leaf.getDisposition())) {
                return shortened(subject + "\n\n" + content(leaf));
            }
        }
        return shortened(subject);
    }

    private static String content(MimePart part) throws MessagingException, IOException {
        Charset charset = StandardCharsets.UTF_8;
        Matcher named = Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE)
                .matcher(String.valueOf(part.getContentType()));
        try {
            charset = named.find() ? Charset.forName(named.group(1)) : charset;
        } catch (IllegalArgumentException e) {
            charset = StandardCharsets.ISO_8859_1;
        }
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset).replace("\r\n", "\n");
        }
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip();
        return clean.substring(0, Math.min(clean.length(), TEXT_LENGTH_MAX));
    }

    private String header(String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : String.join(" ", values);
    }
}
