package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.store.ChangeCursor;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.service.casework.RunAction;

/** Rule 11: a thank-you if the policy says so, once, after everything that was asked for was paid with money. */
class ThanksTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(7);
    private static final LocalDate NEXT = DAY.plusDays(1);

    private final World world;

    ThanksTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.bankDataComplete();
        debtor("gentle");
        world.invoice("F-1", "anne", DUE, "120.00");
    }

    private void debtor(String policy) throws Exception {
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("anne")), "Exemple Anne")
                .kind(DebtorKind.BUSINESS)
                .email("anne@debiteur.example")
                .policy(policy)
                .build());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private static List<String> steps(World.Heard heard) {
        return heard.actions.stream().map(RunAction::step).toList();
    }

    private long sent() {
        return world.mails.sent().stream()
                .filter(message -> message.content().subject().startsWith("thank-you"))
                .count();
    }

    private void credit(String number, String invoice, String amount) throws Exception {
        world.take(session -> session.invoice(InvoiceRecord.of(number, DebtorId.of("anne"), NEXT)
                .instalments(List.of(new InvoiceRecord.Instalment(NEXT, Money.parse(amount, "EUR"))))
                .creditNote(Optional.of(invoice))
                .build()));
    }

    @Test
    void whoPaidAfterAReminderIsThankedOnce() throws Exception {
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY);
        assertEquals(List.of("thank-you"), steps(world.dryRun(NEXT)));
        World.Heard heard = world.prepare(NEXT);
        assertEquals(List.of("thank-you"), steps(heard));
        assertEquals(1, heard.summary.messages());
        assertEquals(List.of("F-1"), heard.actions.get(0).invoices());
        world.approve();
        world.dispatch();
        assertEquals(1, sent());
        world.whole(NEXT);
        world.whole(NEXT.plusDays(30));
        assertEquals(1, sent());
        MessageRecord record = world.all(MessageState.SENT).get(1);
        assertTrue(MessageFactsJson.read(record.message().facts()).total().isZero());
    }

    @Test
    void thanksNobodyApprovedStandAndAreNotPreparedAgain() throws Exception {
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY);
        world.prepare(NEXT);
        world.prepare(NEXT);
        world.prepare(NEXT.plusDays(1));
        assertEquals(1, world.all(MessageState.PREPARED).size());
        assertEquals(0, world.all(MessageState.WITHDRAWN).size());
        world.approve();
        world.dispatch();
        assertEquals(1, sent());
    }

    @Test
    void nobodyIsThankedForHalf() throws Exception {
        world.invoice("F-2", "anne", DUE, "60.00");
        world.whole(DAY);
        world.payment("p1", "F-1", "120.00", DAY);
        assertEquals(List.of(), steps(world.prepare(NEXT)));
        world.payment("p2", "F-2", "60.00", NEXT);
        World.Heard heard = world.prepare(NEXT.plusDays(1));
        assertEquals(List.of("thank-you"), steps(heard));
        assertEquals(List.of("F-2"), heard.actions.get(0).invoices());
    }

    @Test
    void onePaymentOfSeveralInvoicesIsThankedForInOneMessage() throws Exception {
        world.invoice("F-2", "anne", DUE, "60.00");
        world.whole(DAY);
        world.payment("p1", "F-1", "120.00", DAY);
        world.payment("p2", "F-2", "60.00", DAY);
        World.Heard heard = world.prepare(NEXT);
        assertEquals(1, heard.actions.size());
        assertEquals(List.of("F-1", "F-2"), heard.actions.get(0).invoices());
    }

    @Test
    void nobodyIsThankedForACreditNote() throws Exception {
        world.whole(DAY);
        credit("A-1", "F-1", "120.00");
        assertEquals(List.of(), steps(world.prepare(NEXT)));
        world.invoice("F-2", "anne", DUE.plusDays(30), "60.00");
        world.whole(DAY.plusDays(30));
        world.payment("p", "F-2", "20.00", DAY.plusDays(30));
        credit("A-2", "F-2", "40.00");
        assertEquals(List.of(), steps(world.prepare(NEXT.plusDays(30))));
    }

    @Test
    void nobodyIsThankedWithoutAReminderOrUnderAPolicyThatDoesNotThank() throws Exception {
        world.payment("p", "F-1", "120.00", DUE);
        assertEquals(List.of(), steps(world.prepare(DAY)));
        debtor("standard");
        world.invoice("F-2", "anne", DAY.plusDays(1), "60.00");
        world.whole(DAY.plusDays(7));
        world.payment("p2", "F-2", "60.00", DAY.plusDays(7));
        assertEquals(List.of(), steps(world.prepare(DAY.plusDays(8))));
    }

    @Test
    void nobodyIsThankedWhileItIsUnknownWhetherAMessageLeft() throws Exception {
        world.prepare(DAY);
        world.approve();
        MessageRecord approved = world.all(MessageState.APPROVED).get(0);
        world.ledger.write(World.FIRM, World.CLERK, batch -> {
            batch.change(StateChange.to(MessageState.SENDING, approved.message().id(), Set.of(MessageState.APPROVED)));
            batch.change(StateChange.to(MessageState.UNKNOWN, approved.message().id(), Set.of(MessageState.SENDING)));
        });
        world.mails.withoutReconciliation();
        world.payment("p", "F-1", "120.00", DAY);
        assertEquals(List.of(), steps(world.prepare(NEXT)));
        assertEquals(1, world.all(MessageState.UNKNOWN).size());
    }

    @Test
    void moneyThatGoesBackTakesTheThanksBack() throws Exception {
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY);
        world.prepare(NEXT);
        world.take(session -> session.takeBack("p", NEXT, "returned"));
        world.prepare(NEXT);
        assertEquals(0, world.all(MessageState.PREPARED).size());
        assertEquals(1, world.all(MessageState.WITHDRAWN).size());
    }

    /** After a restore the changes may come again from the beginning. */
    @Test
    void whatIsReportedAgainIsNotThankedForAgain() throws Exception {
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY);
        world.whole(NEXT);
        world.ledger.write(World.FIRM, World.CLERK, batch -> batch.cursor(world.store.id(), ChangeCursor.BEGINNING));
        world.whole(NEXT.plusDays(1));
        assertEquals(1, sent());
    }

    /** Between approval and dispatch no run took the change in. */
    @Test
    void rightBeforeThanksLeaveEverythingMustStillBeSettled() throws Exception {
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY);
        world.prepare(NEXT);
        world.approve();
        world.take(session -> session.takeBack("p", NEXT, "returned"));
        world.dispatch();
        assertEquals(0, sent());
        assertEquals(1, world.all(MessageState.WITHDRAWN).size());
    }

    /** Thanks are no step: they neither restart the gap nor hold up what is due for another invoice. */
    @Test
    void thanksDoNotHoldUpTheLadderOfAnotherInvoice() throws Exception {
        world.invoice("F-2", "anne", DAY.plusDays(7), "60.00");
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY);
        world.whole(DAY.plusDays(10));
        assertEquals(1, sent());
        assertEquals(List.of("courteous"), steps(world.prepare(DAY.plusDays(14))));
    }
}
