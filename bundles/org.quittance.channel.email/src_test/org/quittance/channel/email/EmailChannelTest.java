package org.quittance.channel.email;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Debtor;
import org.quittance.tck.channel.ChannelSamples;
import org.quittance.tck.channel.OutboxChannelContract;

class EmailChannelTest extends OutboxChannelContract {

    EmailChannelTest() {
        super(".eml");
    }

    @Override
    protected ReminderChannel channel() {
        return new EmailChannel("email-lyon", "", true);
    }

    @Test
    void theMessageIsComplete() throws Exception {
        OutboundMessage message = message("email-whole-1");
        MimeMessage mail = read(message);
        assertEquals("Facture F-2026-0101 – rappel à régler", mail.getSubject());
        assertEquals("Sat, 21 Nov 2026 10:15:30 +0100", mail.getHeader("Date", null));
        assertEquals("<email-whole-1@exemple.example>", mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("fr", mail.getHeader("Content-Language", null));
        assertEquals("1.0", mail.getHeader("MIME-Version", null));
        assertEquals(new InternetAddress("compta@exemple.example"), mail.getFrom()[0]);
        assertEquals("Exemple SARL", ((InternetAddress) mail.getFrom()[0]).getPersonal());
        InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
        assertEquals("achats@modele.example", to.getAddress());
        assertEquals("Dominique Sœur", to.getPersonal());
        assertTrue(mail.isMimeType("multipart/mixed"));
        MimeMultipart all = (MimeMultipart) mail.getContent();
        assertEquals(2, all.getCount());
        assertTrue(all.getBodyPart(0).isMimeType("multipart/alternative"));
        MimeMultipart alternatives = (MimeMultipart) all.getBodyPart(0).getContent();
        assertEquals(
                message.content().text().replace("\n", "\r\n"),
                alternatives.getBodyPart(0).getContent());
        assertTrue(alternatives.getBodyPart(0).isMimeType("text/plain"));
        assertEquals(
                message.content().html().replace("\n", "\r\n"),
                alternatives.getBodyPart(1).getContent());
        assertTrue(alternatives.getBodyPart(1).isMimeType("text/html"));
        MimeBodyPart letter = (MimeBodyPart) all.getBodyPart(1);
        assertEquals(message.content().letter().fileName(), letter.getFileName());
        assertTrue(letter.isMimeType("application/pdf"));
        try (InputStream in = letter.getInputStream()) {
            assertArrayEquals(message.content().letter().bytes(), in.readAllBytes());
        }
    }

    @Test
    void everyLineIsShortAsciiThatEndsWithCarriageReturn() throws Exception {
        String raw = raw(message("email-lines-1"));
        assertTrue(raw.chars().allMatch(character -> character < 0x7f));
        for (String line : raw.split("\r\n", -1)) {
            assertTrue(line.indexOf('\n') < 0 && line.indexOf('\r') < 0, line);
            assertTrue(line.length() <= 78 || line.startsWith("Subject") || line.startsWith(" "), line);
        }
    }

    @Test
    void theSameMessageGivesTheSameBytesInEveryZone() throws Exception {
        OutboundMessage message = message("email-same-1");
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            byte[] there = new MimeWriter().bytes(message, "compta@exemple.example");
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            assertArrayEquals(there, new MimeWriter().bytes(message, "compta@exemple.example"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theThreadKeepsItsClassLoader() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader empty = new ClassLoader(null) {};
        try {
            thread.setContextClassLoader(empty);
            channel().send(message("email-loader-1"));
            assertEquals(empty, thread.getContextClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
        assertEquals(1, deliveries(message("email-loader-1")));
    }

    @Test
    void aNameCannotBeginAHeader() throws Exception {
        Debtor debtor = Debtor.named(ChannelSamples.reachableDebtor().key(), "Modele\r\nBcc: autre@exemple.example")
                .email("achats@modele.example")
                .build();
        OutboundMessage message =
                ChannelSamples.message("email-inject-1", outbox()).to(debtor).build();
        MimeMessage mail = read(message);
        assertNull(mail.getHeader("Bcc"));
        assertEquals(1, mail.getAllRecipients().length);
    }

    @Test
    void attachmentsFollowTheLetter() throws Exception {
        DocumentFile copy = DocumentFile.of("facture n° 1 é.pdf", "application/pdf", new byte[] {1, 2, 3});
        OutboundMessage message = ChannelSamples.message("email-attach-1", outbox())
                .attachments(List.of(copy))
                .build();
        MimeMultipart all = (MimeMultipart) read(message).getContent();
        assertEquals(3, all.getCount());
        assertEquals("facture n° 1 é.pdf", all.getBodyPart(2).getFileName());
    }

    @Test
    void repliesGoToTheCreditorWhenTheAccountHasAnAddressOfItsOwn() throws Exception {
        ReminderChannel channel = new EmailChannel("email-2", "relances@exemple.example", true);
        OutboundMessage message = message("email-reply-1");
        channel.send(message);
        MimeMessage mail = parsed(message);
        assertEquals("relances@exemple.example", ((InternetAddress) mail.getFrom()[0]).getAddress());
        assertEquals("compta@exemple.example", ((InternetAddress) mail.getReplyTo()[0]).getAddress());
    }

    @Test
    void outsideASimulationItSaysThatItCannotTransmit() throws Exception {
        ReminderChannel channel = new EmailChannel("email", "", false);
        String why = channel.unusable(ChannelSamples.creditor()).orElseThrow();
        assertTrue(why.contains("SMTP"), why);
        assertTrue(channel().unusable(ChannelSamples.creditor()).isEmpty());
        OutboundMessage real = ChannelSamples.message("email-real-1", outbox())
                .simulated(false)
                .build();
        for (ReminderChannel any : List.of(channel, channel())) {
            assertEquals(SendOutcome.refused(why), any.send(real));
        }
        assertEquals(0, deliveries(real));
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        for (String bad : List.of("a,b@modele.example", "a@modele..example", "a:b@modele.example")) {
            Debtor debtor = Debtor.named(ChannelSamples.reachableDebtor().key(), "Exemple")
                    .email(bad)
                    .build();
            assertTrue(channel().unreachable(debtor).orElseThrow().contains(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> new EmailChannel("email", "nobody", true));
        assertThrows(IllegalArgumentException.class, () -> new EmailChannel(" ", "", true));
    }

    private MimeMessage read(OutboundMessage message) throws Exception {
        channel().send(message);
        return parsed(message);
    }

    private MimeMessage parsed(OutboundMessage message) throws Exception {
        try (InputStream in = Files.newInputStream(file(message))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private String raw(OutboundMessage message) throws Exception {
        channel().send(message);
        return Files.readString(file(message), StandardCharsets.ISO_8859_1);
    }
}
