package org.quittance.channel.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.channel.ChannelFeedback;
import org.quittance.api.channel.ChannelReport;
import org.quittance.api.channel.ChannelReport.Kind;

/** What a real mailbox gives back, over TLS. */
class ImapFeedbackTest {

    private static final String KEY = "q-ledger-0a1b2c3d-20261121-1-17";
    private static final String ABOUT = "In-Reply-To: <" + KEY + "@exemple.example>\n";

    private final MailHouse house;

    ImapFeedbackTest(@TempDir Path folder) {
        house = MailHouse.withTls(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyKindIsToldApartAndReadOnce() throws Exception {
        arrives("failed", report("failed"));
        arrives("delivered", report("delivered"));
        arrives("delayed", report("delayed"));
        arrives("absent", ABOUT + "Auto-Submitted: auto-replied\n\nJe suis absent.\n");
        arrives("person", ABOUT + "Content-Type: text/plain; charset=UTF-8\n\nNous avons payé hier.\n");
        arrives("stranger", "\nBonjour.\n");
        ChannelFeedback feedback = feedback();
        ChannelFeedback.Page page = feedback.after("");
        assertEquals(
                List.of(Kind.BOUNCED, Kind.DELIVERED, Kind.DELAYED, Kind.AUTOMATIC, Kind.ANSWERED),
                page.reports().stream().map(ChannelReport::kind).toList());
        assertTrue(
                page.reports().stream().allMatch(report -> report.key().value().equals(KEY)));
        assertEquals(1, page.unrelated());
        assertTrue(page.isLast());
        ChannelReport answer = page.reports().get(4);
        assertEquals("achats@modele.example", answer.from());
        assertTrue(answer.text().contains("Nous avons payé hier."), answer.text());
        assertEquals(List.of(), feedback.after(page.next()).reports());
        arrives("later", ABOUT + "\nMerci.\n");
        assertEquals(1, feedback.after(page.next()).reports().size());
        assertEquals(6, feedback.after("").reports().size(), "nothing in the mailbox was changed");
    }

    private ChannelFeedback feedback() {
        return new ImapFeedback("email-lyon", Optional.of(house.imap()), "INBOX");
    }

    private void arrives(String id, String rest) throws Exception {
        String text = "From: achats@modele.example\nTo: " + MailHouse.USER + "\nSubject: Re: rappel\nMessage-ID: <" + id
                + "@modele.example>\nDate: Sat, 21 Nov 2026 12:00:00 +0100\nMIME-Version: 1.0\n" + rest;
        MimeMessage mail = new MimeMessage(
                GreenMailUtil.getSession(house.server().getSmtps().getServerSetup()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        house.server().getUserManager().getUser(MailHouse.USER).deliver(mail);
    }

    /** A report as RFC 3464 shows it. */
    private static String report(String action) {
        return "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
                + "--b\nContent-Type: text/plain\n\nAbout your message.\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.modele.example\n\n"
                + "Final-Recipient: rfc822; achats@modele.example\nAction: " + action + "\nStatus: 5.1.1\n\n"
                + "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <" + KEY + "@exemple.example>\n\n--b--\n";
    }
}
