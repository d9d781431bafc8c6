package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.Selection;
import org.quittance.service.claim.ChargeClaim;
import org.quittance.service.decision.Reason;

/** What becomes of interest that a message claimed: paid, taken back by the bank, paid again; nobody is thanked while it is due. */
class ChargedTest {

    private static final DebtorId ANNE = DebtorId.of("anne");
    /** A Monday. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final Money DEBT = Money.parse("3650.00", "EUR");

    private final World world;
    private Money interest = Money.zero(DEBT.currency());
    private LocalDate claimed = DUE;

    ChargedTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.installation.addRegime(new ApproveFiguresTest.Ten(true), Map.of());
        world.bankDataComplete();
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, ANNE), "Exemple Anne")
                .kind(DebtorKind.BUSINESS)
                .email("anne@debiteur.example")
                .policy("gentle")
                .build());
        world.invoice("F-1", "anne", DUE, DEBT.toDecimalString());
    }

    @BeforeEach
    void remindUntilInterestIsClaimed() throws Exception {
        while (interest.isZero()) {
            claimed = claimed.plusDays(1);
            assertTrue(claimed.isBefore(DUE.plusDays(120)), "nothing was ever claimed");
            world.whole(claimed);
            for (MessageRecord task : world.all(MessageState.APPROVED, MessageState.AWAITING_CONFIRMATION)) {
                world.runs.resolve(
                        World.FIRM,
                        Selection.of(Set.of(task.message().id())),
                        MessageState.SENT,
                        claimed,
                        World.CLERK,
                        new World.Heard());
            }
            for (MessageRecord sent : world.all(MessageState.SENT)) {
                interest = sent.message().interest();
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private List<String> journal() throws Exception {
        return world.journal.entries(World.FIRM, Optional.of(ANNE), 500).stream()
                .map(JournalEntry::kind)
                .toList();
    }

    private List<ImputedCharge> paid() throws Exception {
        CaseHistory history = world.ledger.histories(World.FIRM, List.of(ANNE)).get(ANNE);
        return history.paidCharges();
    }

    private List<ChargeClaim> owed(LocalDate day) throws Exception {
        return world.cases().view(World.FIRM, ANNE, day, Locale.FRENCH).claim().charges();
    }

    private static boolean isThanks(RunAction action) {
        return action.step().equals("thank-you");
    }

    @Test
    void nobodyIsThankedWhoWasAskedForInterest() throws Exception {
        world.payment("p", "F-1", DEBT.toDecimalString(), claimed.plusDays(1));
        assertFalse(world.prepare(claimed.plusDays(2)).actions.stream().anyMatch(ChargedTest::isThanks));
    }

    @Test
    void interestPaidIsNoCreditTakenBackItIsDueAgainAndPaidAgainItIsPaidOnce() throws Exception {
        LocalDate day = claimed.plusDays(1);
        world.payment("p", "F-1", DEBT.plus(interest).toDecimalString(), day);
        assertEquals(Reason.PAID_CHARGES, world.dryRun(day).silent.get(0).reason());
        assertEquals(List.of(), paid(), "a dry run writes nothing");
        world.prepare(day);
        assertEquals(interest, paid().get(0).amount());
        assertEquals(interest, owed(day).get(0).paidInterest());
        assertTrue(journal().contains("charge.paid"), journal()::toString);

        LocalDate returned = day.plusDays(3);
        world.take(session -> session.takeBack("p", returned, "returned"));
        world.dryRun(returned);
        assertEquals(1, paid().size(), "a dry run writes nothing");
        world.prepare(returned);
        assertEquals(List.of(), paid());
        assertTrue(journal().contains("charge.taken-back"), journal()::toString);
        Money again = world.cases()
                .view(World.FIRM, ANNE, returned, Locale.FRENCH)
                .claim()
                .items()
                .get(0)
                .claim()
                .interest();
        assertTrue(again.compareTo(interest) > 0, "every day since the due date, once");

        world.payment("q", "F-1", DEBT.plus(interest).toDecimalString(), returned.plusDays(1));
        world.prepare(returned.plusDays(1));
        assertEquals(1, paid().size());
        assertEquals(interest, owed(returned.plusDays(1)).get(0).paidInterest());
        assertTrue(world.journal.verify(World.FIRM).isValid());
    }

    @Test
    void aCreditNoteLeavesNothingDueBesideThePrincipal() throws Exception {
        LocalDate day = claimed.plusDays(1);
        world.take(session -> session.invoice(InvoiceRecord.of("A-1", ANNE, day)
                .instalments(List.of(new InvoiceRecord.Instalment(day, DEBT)))
                .creditNote(Optional.of("F-1"))
                .build()));
        world.prepare(day);
        assertEquals(List.of(), owed(day));
    }
}
