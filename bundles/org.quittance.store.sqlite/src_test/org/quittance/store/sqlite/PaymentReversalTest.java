package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;

/** A payment that is taken back opens again what it had settled, from that day on and not before. */
class PaymentReversalTest {

    private static final LocalDate TODAY = Sample.TODAY;
    private static final LocalDate RETURNED = TODAY.plusDays(4);
    private static final IntakeResult CHANGED = IntakeResult.of(IntakeResult.Kind.CHANGED);
    private static final IntakeResult UNCHANGED = IntakeResult.of(IntakeResult.Kind.UNCHANGED);

    private final SqliteDatabase database;
    private final SqliteInvoiceStore store;

    PaymentReversalTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        store = new SqliteInvoiceStore(database);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    /** Takes one record in. */
    @FunctionalInterface
    private interface Taking {

        IntakeResult in(IntakeSession session) throws StoreException;
    }

    private IntakeResult take(Taking taking) throws Exception {
        try (IntakeSession session =
                new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
            IntakeResult result = taking.in(session);
            session.commit();
            return result;
        }
    }

    private IntakeResult takeBack(String key, LocalDate on) throws Exception {
        return take(session -> session.takeBack(key, on, "returned: account closed"));
    }

    private List<OpenItem> open(LocalDate day) throws Exception {
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = store.openItems(Sample.CREDITOR, day)) {
            while (cursor.advance()) {
                items.add(cursor.current());
            }
        }
        return items;
    }

    private ItemChanges changes(ChangeCursor cursor) throws Exception {
        return store.changesSince(Sample.CREDITOR, cursor, 1_000);
    }

    @Test
    void aPaymentTakenBackOpensItsInvoiceAgainFromThatDay() throws Exception {
        take(session -> session.invoice(Sample.invoice("F-1", 3_000).build()));
        OpenItem before = open(TODAY).get(0);
        take(session -> session.payment(Sample.payment("p", "F-1", 3_000)));
        ChangeCursor paid = changes(ChangeCursor.BEGINNING).next();
        assertEquals(CHANGED, takeBack("p", RETURNED));
        assertEquals(
                List.of(new ItemChange(Sample.item("F-1"), Sample.DEBTOR, ItemChange.Kind.REOPENED, RETURNED)),
                changes(paid).changes());
        assertEquals(Sample.euros(3_000), open(RETURNED).get(0).open());
        assertEquals(List.of(), open(RETURNED).get(0).allocations());
        assertEquals(List.of(), open(RETURNED.minusDays(1)), "the days between stay paid");
        assertEquals(Set.of(), store.recheck(Sample.CREDITOR, List.of(before.token()), RETURNED));
        assertFalse(
                store.recheck(Sample.CREDITOR, List.of(before.token()), TODAY).isEmpty());
    }

    @Test
    void takenBackOnItsOwnDayItNeverCounted() throws Exception {
        take(session -> session.invoice(Sample.invoice("F-1", 3_000).build()));
        take(session -> session.payment(Sample.payment("p", "F-1", 3_000)));
        takeBack("p", TODAY);
        assertEquals(Sample.euros(3_000), open(TODAY).get(0).open());
    }

    @Test
    void takingBackAgainOrImportingThePaymentAgainChangesNothing() throws Exception {
        take(session -> session.invoice(Sample.invoice("F-1", 3_000).build()));
        take(session -> session.payment(Sample.payment("p", "F-1", 3_000)));
        takeBack("p", RETURNED);
        ChangeCursor cursor = changes(ChangeCursor.BEGINNING).next();
        assertEquals(UNCHANGED, takeBack("p", RETURNED.plusDays(1)));
        assertEquals(UNCHANGED, take(session -> session.payment(Sample.payment("p", "F-1", 3_000))));
        assertEquals(List.of(), changes(cursor).changes());
        assertEquals(1, open(RETURNED).size());
    }

    @Test
    void anUnknownPaymentAndADayBeforeItsBookingAreRejected() throws Exception {
        take(session -> session.invoice(Sample.invoice("F-1", 3_000).build()));
        take(session -> session.payment(Sample.payment("p", "F-1", 3_000)));
        assertEquals(Optional.of("key"), takeBack("q", RETURNED).field());
        assertEquals(Optional.of("on"), takeBack("p", TODAY.minusDays(1)).field());
        assertEquals(List.of(), open(RETURNED));
    }

    @Test
    void onlyWhatThisPaymentSettledOpensAgain() throws Exception {
        take(session -> session.invoice(Sample.invoice("F-1", 2_000, 1_000).build()));
        take(session -> session.payment(Sample.payment("p1", "F-1", 1_500)));
        take(session -> session.payment(Sample.payment("p2", "F-1", 1_500)));
        assertEquals(List.of(), open(TODAY));
        ChangeCursor cursor = changes(ChangeCursor.BEGINNING).next();
        takeBack("p1", RETURNED);
        assertEquals(List.of(ItemChange.Kind.REOPENED), kinds(changes(cursor)));
        assertEquals(Sample.euros(1_500), open(RETURNED).get(0).open());
        assertEquals(1, open(RETURNED).get(0).allocations().size());
        cursor = changes(cursor).next();
        takeBack("p2", RETURNED);
        assertEquals(List.of(ItemChange.Kind.CHANGED, ItemChange.Kind.REOPENED), kinds(changes(cursor)));
        assertEquals(2, open(RETURNED).size());
    }

    private static List<ItemChange.Kind> kinds(ItemChanges changes) {
        return changes.changes().stream().map(ItemChange::kind).toList();
    }

    @Test
    void theCreditThatWasLeftOfItIsGoneToo() throws Exception {
        take(session -> session.invoice(Sample.invoice("F-1", 3_000).build()));
        take(session -> session.payment(Sample.payment("p", "F-1", 3_500)));
        assertEquals(Sample.euros(-500), open(TODAY).get(0).open());
        takeBack("p", RETURNED);
        assertEquals(1, open(RETURNED).size());
        assertEquals(Sample.euros(3_000), open(RETURNED).get(0).open());
        assertEquals(Sample.euros(-500), open(RETURNED.minusDays(1)).get(0).open());
    }

    @Test
    void moneyWithoutAnInvoiceIsTakenBackAsWell() throws Exception {
        take(session -> session.payment(
                new PaymentRecord("p", Optional.of(Sample.DEBTOR), Optional.empty(), Sample.euros(700), TODAY, TODAY)));
        takeBack("p", RETURNED);
        assertEquals(List.of(), open(RETURNED));
        assertEquals(1, open(TODAY).size());
    }

    /** The day on which it was settled lies after the one on which the money was taken back. */
    @Test
    void reopeningIsNotReportedForADayBeforeTheSettlement() throws Exception {
        take(session -> session.invoice(InvoiceRecord.of("F-1", Sample.DEBTOR, TODAY.plusDays(9))
                .instalments(List.of(new InvoiceRecord.Instalment(TODAY.plusDays(30), Sample.euros(2_000))))
                .build()));
        take(session -> session.payment(Sample.payment("p", "F-1", 2_000)));
        takeBack("p", RETURNED);
        List<ItemChange> all = changes(ChangeCursor.BEGINNING).changes();
        assertTrue(all.contains(
                new ItemChange(Sample.item("F-1"), Sample.DEBTOR, ItemChange.Kind.REOPENED, TODAY.plusDays(9))));
        assertEquals(List.of(), open(RETURNED));
        assertEquals(Sample.euros(2_000), open(TODAY.plusDays(9)).get(0).open());
    }
}
