package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.service.casework.AgeingService.Bucket;
import org.quittance.service.casework.AgeingService.CurrencyAgeing;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.PolicyProblem;

class InquiryTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);

    private final Path folder;
    private final World world;

    InquiryTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "120.00");
        world.invoice("F-2", "anne", DUE.plusDays(60), "60.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void explainsWhatARunWouldDoWhetherOrNotOneWasPrepared() throws Exception {
        CaseworkExplainService explain = new CaseworkExplainService(
                world.ledger, world.messages, world.engine, world.library, world.firms, world.installation);
        Explanation before =
                explain.explain(World.FIRM, "F-1", DAY, Locale.ENGLISH).get(0);
        world.prepare(DAY);
        Explanation after =
                explain.explain(World.FIRM, "F-1", DAY, Locale.ENGLISH).get(0);
        assertEquals(Reason.ACT, before.answer().reason());
        assertEquals(before.answer(), after.answer());
        assertTrue(explain.explain(World.FIRM, "F-404", DAY, Locale.ENGLISH).isEmpty());
    }

    @Test
    void explainsWhatBecameOfAnInvoiceOfWhichNothingIsOpen() throws Exception {
        CaseworkExplainService explain = new CaseworkExplainService(
                world.ledger, world.messages, world.engine, world.library, world.firms, world.installation);
        world.whole(DAY);
        world.payment("virement-7", "F-1", "120.00", DAY.plusDays(1));
        world.take(session -> session.invoice(InvoiceRecord.of("A-2", DebtorId.of("anne"), DAY.plusDays(40))
                .instalments(List.of(new InvoiceRecord.Instalment(DAY.plusDays(40), Money.parse("60.00", "EUR"))))
                .creditNote(Optional.of("F-2"))
                .build()));
        Explanation paid = explain.explain(World.FIRM, "F-1", DAY.plusDays(2), Locale.ENGLISH)
                .get(0);
        assertEquals(Reason.PAID, paid.answer().reason());
        assertEquals(Optional.of(DAY.plusDays(1)), paid.answer().date());
        assertEquals(
                List.of(
                        "Payment “virement-7” of 6 March 2026: €120.00.",
                        "Step “courteous reminder”: sent, on 5 March 2026.",
                        "Invoice F-1 of €120.00 is paid since 6 March 2026; nothing is open."),
                paid.because());
        assertEquals(
                Reason.CANCELLED,
                explain.explain(World.FIRM, "F-2", DAY.plusDays(41), Locale.FRENCH)
                        .get(0)
                        .answer()
                        .reason());
        assertTrue(explain.explain(World.FIRM, "F-404", DAY, Locale.ENGLISH).isEmpty());
    }

    @Test
    void explainsTheInstalmentThatIsNamedAfterTheNumber() throws Exception {
        world.take(session -> session.invoice(InvoiceRecord.of("F-9", DebtorId.of("anne"), DUE.minusDays(30))
                .instalments(List.of(
                        new InvoiceRecord.Instalment(DUE, Money.parse("10.00", "EUR")),
                        new InvoiceRecord.Instalment(DUE.plusDays(30), Money.parse("20.00", "EUR"))))
                .build()));
        CaseworkExplainService explain = new CaseworkExplainService(
                world.ledger, world.messages, world.engine, world.library, world.firms, world.installation);
        assertEquals(2, explain.explain(World.FIRM, "F-9", DAY, Locale.ENGLISH).size());
        List<Explanation> second = explain.explain(World.FIRM, "F-9/2", DAY, Locale.ENGLISH);
        assertEquals(1, second.size());
        assertEquals(2, second.get(0).answer().item().instalment());
        assertTrue(explain.explain(World.FIRM, "F-9/3", DAY, Locale.ENGLISH).isEmpty());
    }

    @Test
    void showsACaseWithItsItemsDecisionsMessagesAndTimeline() throws Exception {
        world.invoice("F-3", "anne", DUE.plusDays(10), "30.00");
        world.whole(DAY);
        CaseworkCaseService cases = new CaseworkCaseService(
                world.ledger,
                world.journal,
                world.messages,
                world.engine,
                world.library,
                world.firms,
                world.installation);
        CaseView view = cases.view(World.FIRM, DebtorId.of("anne"), DAY, Locale.FRENCH);
        assertEquals(2, view.items().size());
        assertEquals(2, view.decisions().size());
        assertEquals(1, view.messages().size());
        assertEquals("message.sent", view.timeline().get(0).kind());
        assertEquals(1, cases.search(World.FIRM, "ann").size());
        assertEquals(1, cases.search(World.FIRM, "anne").size());
    }

    @Test
    void agesByDaysOverdueAndCountsTheDueDateItselfAsNotYetDue() throws Exception {
        StreamAgeingService ageing = new StreamAgeingService(world.firms, world.installation);
        CurrencyAgeing onTheDay = ageing.ageing(World.FIRM, DUE).get(0);
        assertEquals(0, onTheDay.overdue().count());
        CurrencyAgeing after = ageing.ageing(World.FIRM, DUE.plusDays(31)).get(0);
        assertEquals(1, after.overdue().count());
        assertEquals("180.00 EUR", after.open().amount().toString());
        Bucket second = after.buckets().get(2);
        assertEquals(Optional.of(31), second.from());
        assertEquals(Optional.of(60), second.to());
        assertEquals(1, second.total().count());
    }

    @Test
    void aPolicyOfTheWorkspaceWinsAndIsCheckedAgainstThisInstallation() throws Exception {
        String json = """
            {"id": "standard", "names": {"fr": "x", "en": "x"}, "minimumOpen": {}, "minimumGapDays": 7,
             "transitDays": 3, "thanks": false, "steps": [{"id": "only", "kind": "reminder", "thresholdDays": 3,
             "template": "missing", "media": ["email"], "charges": ["interest"]}]}
            """;
        Path file = Files.writeString(folder.resolve("etc/policies/standard.json"), json);
        assertEquals(1, world.library.policy("standard").orElseThrow().steps().size());
        world.renderer.without = "missing";
        List<String> paths = world.library.check(file).stream()
                .map(PolicyProblem::path)
                .distinct()
                .toList();
        assertEquals(List.of("steps[0].template", "steps[0].charges"), paths);
    }
}
