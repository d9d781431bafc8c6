package org.quittance.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.NoHistoryException;
import org.quittance.api.store.OpenItemCursor;

/**
 * The contract of {@link InvoiceStore}. An author extends it, makes an empty ledger of its own kind and runs the tests; each
 * gets a fresh ledger.
 */
public abstract class InvoiceStoreContract {

    /** The creditor every test books for. */
    public static final CreditorId CREDITOR = CreditorId.of("tck-creditor");

    private static final LocalDate TODAY = Samples.TODAY;
    private static final DebtorId DEBTOR = Samples.DEBTOR;

    private @Nullable LedgerUnderTest ledger;

    /** An empty ledger, new for every call. */
    protected abstract LedgerUnderTest emptyLedger() throws Exception;

    @BeforeEach
    final void makeLedger() throws Exception {
        ledger = emptyLedger();
    }

    @AfterEach
    final void closeLedger() throws Exception {
        LedgerUnderTest made = ledger;
        if (made != null) {
            made.close();
        }
    }

    private LedgerUnderTest ledger() {
        LedgerUnderTest made = ledger;
        if (made == null) {
            throw new IllegalStateException("no ledger was made");
        }
        return made;
    }

    private InvoiceStore store() {
        return ledger().store();
    }

    private List<OpenItem> open(LocalDate asOf) throws Exception {
        return Reading.open(store(), asOf);
    }

    private OpenItem only(LocalDate asOf) throws Exception {
        List<OpenItem> items = open(asOf);
        assertEquals(1, items.size(), () -> "open items " + items);
        return items.get(0);
    }

    private List<ItemChange> changes(int pageSize) throws Exception {
        return Reading.changes(store(), pageSize);
    }

    @Test
    final void anEmptyLedgerStreamsNothing() throws Exception {
        assertTrue(open(TODAY).isEmpty());
        assertEquals(
                new ItemChanges(List.of(), ChangeCursor.BEGINNING, false),
                store().changesSince(CREDITOR, ChangeCursor.BEGINNING, 10));
    }

    @Test
    final void theIdentifierOfTheStoreDoesNotChange() {
        assertEquals(store().id(), store().id());
    }

    @Test
    final void itemsArriveCompleteAndContiguousPerDebtor() throws Exception {
        for (int number = 0; number < 120; number++) {
            ledger().book(Samples.invoice("C-" + number, DebtorId.of("debtor-" + number % 7), 1_000 + number)
                    .build());
        }
        List<OpenItem> items = open(TODAY);
        assertEquals(120, items.stream().map(OpenItem::key).distinct().count());
        assertEquals(120, items.size());
        Reading.assertContiguous(items);
    }

    @Test
    final void everyInstalmentIsAnItemOfItsOwn() throws Exception {
        ledger().book(Samples.invoice("I-1", DEBTOR, 3_000, 2_000, 500).build());
        List<OpenItem> items = new ArrayList<>(open(TODAY));
        items.sort((one, other) -> one.key().compareTo(other.key()));
        assertEquals(3, items.size());
        for (int index = 0; index < 3; index++) {
            OpenItem item = items.get(index);
            assertEquals(index + 1, item.key().instalment());
            assertEquals(Samples.DUE.plusDays(30L * index), item.dueDate());
            assertEquals(Samples.ISSUED, item.issueDate());
            assertEquals("I-1", item.number());
            assertEquals(ItemKind.INVOICE, item.kind());
        }
        assertEquals(Samples.euros(2_000), items.get(1).open());
    }

    @Test
    final void whatIsPaidIsNotOpen() throws Exception {
        ledger().book(Samples.invoice("P-1", DEBTOR, 3_000).build());
        ledger().book(Samples.invoice("P-2", DEBTOR, 4_000).build());
        ledger().book(Samples.payment("p1", "P-1", 3_000, TODAY));
        assertEquals("P-2", only(TODAY).number());
    }

    @Test
    final void aPartPaymentReducesWhatIsOpenAndNotTheOriginal() throws Exception {
        ledger().book(Samples.invoice("P-1", DEBTOR, 3_000).build());
        ledger().book(Samples.payment("p1", "P-1", 1_200, TODAY));
        OpenItem item = only(TODAY);
        assertEquals(Samples.euros(1_800), item.open());
        assertEquals(Samples.euros(3_000), item.original());
        // A ledger may keep no detail; if it does, the detail adds up and carries value dates.
        if (!item.allocations().isEmpty()) {
            assertEquals(
                    1_200,
                    item.allocations().stream()
                            .mapToLong(part -> part.amount().minor())
                            .sum());
            assertEquals(TODAY.minusDays(1), item.allocations().get(0).valueDate());
        }
    }

    @Test
    final void moneyWithoutAnInvoiceIsACreditAmongTheItemsOfItsDebtor() throws Exception {
        ledger().book(Samples.invoice("A-1", DebtorId.of("autre-sarl"), 500).build());
        ledger().book(Samples.invoice("U-1", DEBTOR, 3_000).build());
        ledger().book(Samples.unallocated("u1", 700, TODAY));
        List<OpenItem> items = open(TODAY);
        Reading.assertContiguous(items);
        OpenItem credit = items.stream()
                .filter(item -> item.kind().isCredit())
                .findFirst()
                .orElseThrow();
        assertEquals(ItemKind.PAYMENT, credit.kind());
        assertEquals(Samples.euros(-700), credit.open());
        assertEquals(DEBTOR, credit.debtor());
        assertEquals(
                Samples.euros(3_000),
                store().find(CREDITOR, "U-1", TODAY).get(0).open());
    }

    @Test
    final void whatExceedsTheInvoiceStaysAsCredit() throws Exception {
        ledger().book(Samples.invoice("E-1", DEBTOR, 3_000).build());
        ledger().book(Samples.payment("e1", "E-1", 3_400, TODAY));
        OpenItem credit = only(TODAY);
        assertEquals(ItemKind.PAYMENT, credit.kind());
        assertEquals(Samples.euros(-400), credit.open());
    }

    @Test
    final void aCreditNoteReducesTheInvoiceItNames() throws Exception {
        ledger().book(Samples.invoice("N-1", DEBTOR, 3_000).build());
        ledger().book(Samples.invoice("N-2", DEBTOR, 1_000)
                .creditNote(Optional.of("N-1"))
                .build());
        assertEquals(Samples.euros(2_000), only(TODAY).open());
    }

    @Test
    final void aCreditNoteOfItsOwnIsACredit() throws Exception {
        ledger().book(Samples.invoice("N-3", DEBTOR, 1_000)
                .creditNote(Optional.empty())
                .build());
        OpenItem credit = only(TODAY);
        assertEquals(ItemKind.CREDIT_NOTE, credit.kind());
        assertEquals(Samples.euros(-1_000), credit.open());
    }

    @Test
    final void whatIsBookedLaterDoesNotCountOnADayBefore() throws Exception {
        ledger().book(Samples.invoice("D-1", DEBTOR, 3_000).build());
        ledger().book(Samples.invoiceOn(TODAY, "D-2", DEBTOR, 500).build());
        ledger().book(Samples.payment("d1", "D-1", 3_000, TODAY));
        LocalDate before = TODAY.minusDays(1);
        if (ledger().knowsPastDays()) {
            OpenItem item = only(before);
            assertEquals("D-1", item.number());
            assertEquals(Samples.euros(3_000), item.open());
            assertEquals(1, store().find(CREDITOR, "D-1", before).size());
            assertTrue(store().find(CREDITOR, "D-2", before).isEmpty());
        } else {
            assertThrows(NoHistoryException.class, () -> open(before));
        }
        assertEquals("D-2", only(TODAY).number());
    }

    @Test
    final void anItemThatDidNotChangeKeepsItsToken() throws Exception {
        ledger().book(Samples.invoice("T-1", DEBTOR, 3_000, 1_000).build());
        List<ItemToken> tokens = open(TODAY).stream().map(OpenItem::token).toList();
        ledger().book(Samples.invoice("T-2", DEBTOR, 900).build());
        assertEquals(Set.of(), store().recheck(CREDITOR, tokens, TODAY));
        assertEquals(Set.of(), store().recheck(CREDITOR, List.of(), TODAY));
    }

    @Test
    final void recheckNamesWhatWasPaidOrPartlyPaidAndNothingElse() throws Exception {
        ledger().book(Samples.invoice("R-1", DEBTOR, 3_000).build());
        ledger().book(Samples.invoice("R-2", DEBTOR, 2_000).build());
        ledger().book(Samples.invoice("R-3", DEBTOR, 1_000).build());
        List<ItemToken> tokens = open(TODAY).stream().map(OpenItem::token).toList();
        ledger().book(Samples.payment("r1", "R-1", 3_000, TODAY));
        ledger().book(Samples.payment("r2", "R-2", 1, TODAY));
        Set<ItemKey> changed = store().recheck(CREDITOR, tokens, TODAY);
        assertEquals(Set.of(item("R-1", tokens), item("R-2", tokens)), changed);
    }

    private ItemKey item(String number, List<ItemToken> tokens) {
        return tokens.stream()
                .map(ItemToken::item)
                .filter(item -> item.invoice().value().contains(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    final void recheckNamesAnItemThatIsNotThere() throws Exception {
        ItemKey unknown = ItemKey.of(CREDITOR, InvoiceId.of("never-booked"), 1);
        assertEquals(Set.of(unknown), store().recheck(CREDITOR, List.of(new ItemToken(unknown, "x")), TODAY));
    }

    @Test
    final void aDisputeChangesTheToken() throws Exception {
        ledger().book(Samples.invoice("S-1", DEBTOR, 3_000).build());
        OpenItem before = only(TODAY);
        ledger().book(Samples.invoice("S-1", DEBTOR, 3_000).disputed(true).build());
        OpenItem after = only(TODAY);
        assertEquals(Samples.euros(3_000), after.disputed());
        assertNotEquals(before.token(), after.token());
        assertEquals(Set.of(before.key()), store().recheck(CREDITOR, List.of(before.token()), TODAY));
    }

    @Test
    final void findAnswersByThePrintedNumberWhileAnythingIsOpen() throws Exception {
        ledger().book(Samples.invoice("F-1", DEBTOR, 3_000, 1_000).build());
        assertEquals(2, store().find(CREDITOR, "F-1", TODAY).size());
        assertTrue(store().find(CREDITOR, "F-2", TODAY).isEmpty());
        ledger().book(Samples.payment("f1", "F-1", 4_000, TODAY));
        assertTrue(store().find(CREDITOR, "F-1", TODAY).isEmpty());
    }

    @Test
    final void everyNewItemIsAChange() throws Exception {
        ledger().book(Samples.invoice("G-1", DEBTOR, 3_000, 1_000).build());
        ledger().book(Samples.invoice("G-2", DEBTOR, 2_000).build());
        Set<ItemKey> changed = new HashSet<>();
        changes(10).forEach(change -> changed.add(change.item()));
        Set<ItemKey> open = new HashSet<>();
        open(TODAY).forEach(item -> open.add(item.key()));
        assertEquals(open, changed);
    }

    @Test
    final void settlementIsReportedAndOnlyForWhatIsSettled() throws Exception {
        ledger().book(Samples.invoice("H-1", DEBTOR, 3_000).build());
        ledger().book(Samples.invoice("H-2", DEBTOR, 2_000).build());
        ItemKey paid = store().find(CREDITOR, "H-1", TODAY).get(0).key();
        ChangeCursor cursor =
                store().changesSince(CREDITOR, ChangeCursor.BEGINNING, 100).next();
        ledger().book(Samples.payment("h1", "H-1", 3_000, TODAY));
        ledger().book(Samples.payment("h2", "H-2", 500, TODAY));
        List<ItemChange> changes = store().changesSince(CREDITOR, cursor, 100).changes();
        assertTrue(changes.contains(new ItemChange(paid, DEBTOR, ItemChange.Kind.SETTLED, TODAY)));
        ItemKey partlyPaid = store().find(CREDITOR, "H-2", TODAY).get(0).key();
        assertTrue(changes.stream()
                .filter(change -> change.item().equals(partlyPaid))
                .allMatch(change -> change.kind() == ItemChange.Kind.CHANGED));
    }

    @Test
    final void whatIsNotYetIssuedIsAbsentAndNotReportedAsGone() throws Exception {
        ledger().book(Samples.invoiceOn(TODAY, "B-1", DEBTOR, 3_000).build());
        if (ledger().knowsPastDays()) {
            assertTrue(open(TODAY.minusDays(1)).isEmpty());
        }
        assertTrue(changes(100).stream().allMatch(change -> change.kind() == ItemChange.Kind.CHANGED));
    }

    @Test
    final void theSameCursorGivesTheSameChangesWhateverThePage() throws Exception {
        for (int number = 0; number < 25; number++) {
            ledger().book(Samples.invoice("K-" + number, DEBTOR, 3_000).build());
        }
        List<ItemChange> all = changes(1_000);
        assertEquals(all, changes(1_000));
        assertEquals(all, changes(7));
        assertEquals(all, changes(1));
    }

    @Test
    final void aCursorAtTheEndStaysUntilSomethingHappens() throws Exception {
        ledger().book(Samples.invoice("L-1", DEBTOR, 3_000).build());
        ItemChanges first = store().changesSince(CREDITOR, ChangeCursor.BEGINNING, 100);
        assertFalse(first.more());
        assertEquals(
                new ItemChanges(List.of(), first.next(), false), store().changesSince(CREDITOR, first.next(), 100));
        ledger().book(Samples.invoice("L-2", DEBTOR, 3_000).build());
        assertFalse(store().changesSince(CREDITOR, first.next(), 100).changes().isEmpty());
    }

    @Test
    final void aStreamHasNoItemBeforeItsFirstAndAfterItsLast() throws Exception {
        ledger().book(Samples.invoice("M-1", DEBTOR, 3_000).build());
        try (OpenItemCursor cursor = store().openItems(CREDITOR, TODAY)) {
            assertThrows(IllegalStateException.class, cursor::current);
            assertTrue(cursor.advance());
            assertEquals("M-1", cursor.current().number());
            assertFalse(cursor.advance());
            assertFalse(cursor.advance());
            assertThrows(IllegalStateException.class, cursor::current);
        }
    }

    @Test
    final void aStreamMayBeClosedAnywhereAndMoreThanOnce() throws Exception {
        ledger().book(Samples.invoice("O-1", DEBTOR, 3_000).build());
        for (int round = 0; round < 50; round++) {
            OpenItemCursor cursor = store().openItems(CREDITOR, TODAY);
            if (round % 2 == 0) {
                cursor.advance();
            }
            cursor.close();
            cursor.close();
        }
        assertEquals("O-1", only(TODAY).number());
    }

    @Test
    final void theLedgerIsWrittenWhileAStreamIsOpen() throws Exception {
        for (int number = 0; number < 30; number++) {
            ledger().book(Samples.invoice("Q-" + number, DebtorId.of("debtor-" + number % 3), 1_000)
                    .build());
        }
        Set<ItemKey> present = new HashSet<>();
        open(TODAY).forEach(item -> present.add(item.key()));
        List<OpenItem> streamed = new ArrayList<>();
        try (OpenItemCursor cursor = store().openItems(CREDITOR, TODAY)) {
            assertTrue(cursor.advance());
            streamed.add(cursor.current());
            ledger().book(Samples.invoice("Q-30", DebtorId.of("debtor-1"), 1_000)
                    .build());
            while (cursor.advance()) {
                streamed.add(cursor.current());
            }
        }
        Reading.assertContiguous(streamed);
        Set<ItemKey> keys = new HashSet<>();
        streamed.forEach(item -> keys.add(item.key()));
        assertTrue(keys.containsAll(present), "what was open before and after was left out");
    }

    @Test
    final void creditorsDoNotSeeEachOther() throws Exception {
        ledger().book(Samples.invoice("V-1", DEBTOR, 3_000).build());
        CreditorId other = CreditorId.of("tck-other-creditor");
        try (OpenItemCursor cursor = store().openItems(other, TODAY)) {
            assertFalse(cursor.advance());
        }
        assertTrue(store().find(other, "V-1", TODAY).isEmpty());
        assertTrue(store().changesSince(other, ChangeCursor.BEGINNING, 10)
                .changes()
                .isEmpty());
    }
}
