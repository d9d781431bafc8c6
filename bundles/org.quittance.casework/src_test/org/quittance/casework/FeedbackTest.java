package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.ChannelFeedback;
import org.quittance.api.channel.ChannelReport;
import org.quittance.api.channel.ChannelReport.Kind;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;
import org.quittance.casework.send.CaseworkFeedbackService;
import org.quittance.service.casework.FeedbackService.Feedback;

/** What comes back about real messages of a run, filed once to the right case. */
class FeedbackTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);

    private final World world;
    private final Mailbox mailbox = new Mailbox();
    private final CaseworkFeedbackService service;

    FeedbackTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.bankDataComplete();
        for (String id : new String[] {"anne", "bob"}) {
            world.debtor(id);
            world.invoice("F-" + id, id, DUE, "120.00");
        }
        world.whole(DAY);
        service = new CaseworkFeedbackService(world.ledger, world.messages, world.firms, world.news);
        service.addSource(mailbox, Map.of());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void anAnswerHoldsTheDebtorAndNobodyElseAndIsFiledOnce() throws Exception {
        mailbox.brings(Kind.ANSWERED, key("anne"), "answer-1");
        assertEquals(1, fetched().filed().size());
        CaseAgreements anne = world.agreements.agreements(World.FIRM, DebtorId.of("anne"));
        assertEquals("answer-unread", anne.holds().get(0).reason());
        assertEquals("bonjour", anne.contacts().get(0).text());
        assertTrue(world.agreements.waiting(World.FIRM).contains(DebtorId.of("anne")));
        assertEquals(
                List.of(),
                world.agreements.agreements(World.FIRM, DebtorId.of("bob")).holds());
        mailbox.anew();
        assertEquals(0, fetched().filed().size());
        assertEquals(
                1,
                world.agreements
                        .agreements(World.FIRM, DebtorId.of("anne"))
                        .contacts()
                        .size());
    }

    @Test
    void reportsMoveTheMessageAndAMachineHoldsNobody() throws Exception {
        mailbox.brings(Kind.DELIVERED, key("anne"), "report-1");
        mailbox.brings(Kind.BOUNCED, key("bob"), "report-2");
        mailbox.brings(Kind.AUTOMATIC, key("anne"), "report-3");
        assertEquals(3, fetched().filed().size());
        assertEquals(1, world.all(MessageState.DELIVERED).size());
        assertEquals(
                "bob", world.all(MessageState.BOUNCED).get(0).message().debtor().value());
        assertEquals(
                List.of(),
                world.agreements.agreements(World.FIRM, DebtorId.of("anne")).holds());
        assertEquals(0, fetched().filed().size());
    }

    @Test
    void aMailboxThatIsDeadDoesNotStopTheOthers() throws Exception {
        Mailbox dead = new Mailbox();
        dead.isDead = true;
        service.addSource(dead, Map.of());
        mailbox.brings(Kind.BOUNCED, key("bob"), "report-1");
        Feedback feedback = fetched();
        assertEquals(1, feedback.filed().size());
        assertEquals(1, feedback.failures().size());
    }

    private Feedback fetched() throws Exception {
        return service.fetch(World.FIRM, World.CLERK);
    }

    private OutboundMessage key(String debtor) {
        return world.mails.sent().stream()
                .filter(message -> message.debtor().id().value().equals(debtor))
                .findFirst()
                .orElseThrow();
    }

    /** A mailbox in memory that gives a page of two. */
    private static final class Mailbox implements ChannelFeedback {

        private final List<ChannelReport> reports = new ArrayList<>();
        private String validity = "1:";
        private boolean isDead;

        void brings(Kind kind, OutboundMessage about, String id) {
            Instant at = DAY.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
            reports.add(new ChannelReport(id, about.key(), kind, at, "achats@modele.example", "bonjour"));
        }

        void anew() {
            validity = "2:";
        }

        @Override
        public String id() {
            return "email-" + isDead;
        }

        @Override
        public Page after(String cursor) throws ChannelException {
            if (isDead) {
                throw ChannelException.passing("nobody there", null);
            }
            int from = cursor.startsWith(validity) ? Integer.parseInt(cursor.substring(2)) : 0;
            int to = Math.min(from + 2, reports.size());
            return new Page(reports.subList(from, to), validity + to, to == reports.size(), 0);
        }
    }
}
