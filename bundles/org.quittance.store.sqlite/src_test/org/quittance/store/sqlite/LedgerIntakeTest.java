package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.OpenItemCursor;

class LedgerIntakeTest {

    private static final LocalDate TODAY = Sample.TODAY;
    private static final IntakeResult ADDED = IntakeResult.of(IntakeResult.Kind.ADDED);
    private static final IntakeResult CHANGED = IntakeResult.of(IntakeResult.Kind.CHANGED);
    private static final IntakeResult UNCHANGED = IntakeResult.of(IntakeResult.Kind.UNCHANGED);

    private final SqliteDatabase database;
    private final SqliteInvoiceStore store;

    LedgerIntakeTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        store = new SqliteInvoiceStore(database);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private IntakeSession session() throws Exception {
        return new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now());
    }

    private IntakeResult take(InvoiceRecord record) throws Exception {
        try (IntakeSession session = session()) {
            IntakeResult result = session.invoice(record);
            session.commit();
            return result;
        }
    }

    private IntakeResult take(PaymentRecord record) throws Exception {
        try (IntakeSession session = session()) {
            IntakeResult result = session.payment(record);
            session.commit();
            return result;
        }
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

    private static void assertRejected(String field, IntakeResult result) {
        assertEquals(IntakeResult.Kind.REJECTED, result.kind(), result::toString);
        assertEquals(Optional.of(field), result.field(), result::toString);
        assertTrue(result.reason().isPresent());
    }

    /** Whatever lies among a hundred invoices, together they come to the same as one after the other. */
    @Test
    void invoicesTogetherComeToTheSameAsOneAfterTheOther(@TempDir Path other) throws Exception {
        List<InvoiceRecord> records = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            records.add(plain("F" + number, 100 + number));
        }
        records.set(30, plain("F29", 129));
        records.set(55, plain("F54", 1));
        records.set(56, plain("payment:x", 1));
        records.set(
                80,
                InvoiceRecord.of("F80", DebtorId.of("D1"), TODAY)
                        .instalments(List.of(
                                new InvoiceRecord.Instalment(TODAY, Money.ofMinor(500, Sample.EURO)),
                                new InvoiceRecord.Instalment(TODAY.plusDays(30), Money.ofMinor(700, Sample.EURO))))
                        .build());
        List<IntakeResult> together;
        try (IntakeSession session = session()) {
            together = session.invoices(records);
            session.commit();
        }
        List<OpenItem> items = open(TODAY);
        try (SqliteDatabase single = new SqliteDatabase(other);
                IntakeSession session =
                        new SqliteLedgerIntake(single).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
            List<IntakeResult> results = new ArrayList<>();
            for (InvoiceRecord record : records) {
                results.add(session.invoice(record));
            }
            assertEquals(results.toString(), together.toString());
            session.commit();
        }
        assertEquals(98, items.size());
        try (IntakeSession session = session()) {
            assertEquals(UNCHANGED.toString(), session.invoices(records).get(99).toString());
        }
    }

    private static InvoiceRecord plain(String number, long minor) {
        return InvoiceRecord.of(number, DebtorId.of("D1"), TODAY)
                .instalments(List.of(new InvoiceRecord.Instalment(TODAY, Money.ofMinor(minor, Sample.EURO))))
                .build();
    }

    @Test
    void takingTheSameInAgainChangesNothing() throws Exception {
        assertEquals(ADDED, take(Sample.invoice("F-1", 3_000, 1_000).build()));
        assertEquals(ADDED, take(Sample.payment("p", "F-1", 500)));
        List<ItemChange> changes = changes();
        assertEquals(UNCHANGED, take(Sample.invoice("F-1", 3_000, 1_000).build()));
        assertEquals(UNCHANGED, take(Sample.payment("p", "F-1", 500)));
        assertEquals(changes, changes());
    }

    private List<ItemChange> changes() throws Exception {
        return store.changesSince(Sample.CREDITOR, ChangeCursor.BEGINNING, 1_000)
                .changes();
    }

    @Test
    void otherContentUnderAKnownNumberIsRejectedByItsField() throws Exception {
        take(Sample.invoice("F-1", 3_000).build());
        assertRejected("amount", take(Sample.invoice("F-1", 3_001).build()));
        assertRejected("instalments", take(Sample.invoice("F-1", 3_000, 1).build()));
        assertRejected(
                "debtor",
                take(InvoiceRecord.of("F-1", DebtorId.of("autre"), TODAY.minusDays(50))
                        .instalments(Sample.invoice("F-1", 3_000).build().instalments())
                        .build()));
        assertRejected(
                "issueDate",
                take(InvoiceRecord.of("F-1", Sample.DEBTOR, TODAY)
                        .instalments(Sample.invoice("F-1", 3_000).build().instalments())
                        .build()));
        assertRejected(
                "dueDate",
                take(InvoiceRecord.of("F-1", Sample.DEBTOR, TODAY.minusDays(50))
                        .instalments(List.of(new InvoiceRecord.Instalment(TODAY, Sample.euros(3_000))))
                        .build()));
        assertRejected(
                "kind",
                take(Sample.invoice("F-1", 3_000).creditNote(Optional.empty()).build()));
        assertRejected("amount", takePaymentTwice());
        assertEquals(1, open(TODAY).size());
    }

    private IntakeResult takePaymentTwice() throws Exception {
        take(Sample.payment("p", "F-1", 1));
        return take(Sample.payment("p", "F-1", 2));
    }

    @Test
    void disputeAndStrongerEvidenceAreTakenOver() throws Exception {
        SendingEvidence declared = new SendingEvidence(EvidenceGrade.DECLARED, TODAY.minusDays(9), "Camille");
        SendingEvidence delivered = new SendingEvidence(EvidenceGrade.DELIVERED, TODAY.minusDays(8), "portail");
        take(Sample.invoice("F-1", 3_000).evidence(delivered).build());
        assertEquals(
                UNCHANGED, take(Sample.invoice("F-1", 3_000).evidence(declared).build()));
        assertEquals(CHANGED, take(Sample.invoice("F-1", 3_000).disputed(true).build()));
        OpenItem item = open(TODAY).get(0);
        assertEquals(Optional.of(delivered), item.evidence());
        assertEquals(Sample.euros(3_000), item.disputed());
        assertEquals(
                Map.of(InvoiceId.of("F-1"), delivered),
                new SqliteInvoiceDocument(database)
                        .evidence(Sample.CREDITOR, List.of(InvoiceId.of("F-1"), InvoiceId.of("F-2"))));
    }

    @Test
    void aPaymentSettlesTheOldestInstalmentFirstAndTheRestIsCredit() throws Exception {
        take(InvoiceRecord.of("F-1", Sample.DEBTOR, TODAY.minusDays(50))
                .instalments(List.of(
                        new InvoiceRecord.Instalment(TODAY.plusDays(10), Sample.euros(2_000)),
                        new InvoiceRecord.Instalment(TODAY.minusDays(10), Sample.euros(1_000))))
                .build());
        take(Sample.payment("p1", "F-1", 1_500));
        assertEquals(Sample.euros(1_500), open(TODAY).get(0).open());
        assertEquals(1, open(TODAY).get(0).key().instalment());
        take(Sample.payment("p2", "F-1", 1_700));
        OpenItem credit = open(TODAY).get(0);
        assertEquals(ItemKind.PAYMENT, credit.kind());
        assertEquals(Sample.euros(-200), credit.open());
        assertEquals(Sample.euros(-1_700), credit.original());
        assertEquals(2, open(TODAY.minusDays(1)).size());
    }

    @Test
    void moneyPaidBeforeItsInvoiceIsCreditUntilTheInvoiceComes() throws Exception {
        take(InvoiceRecord.of("F-1", Sample.DEBTOR, TODAY)
                .instalments(List.of(new InvoiceRecord.Instalment(TODAY.plusDays(10), Sample.euros(2_000))))
                .build());
        LocalDate before = TODAY.minusDays(3);
        take(new PaymentRecord("p", Optional.empty(), Optional.of("F-1"), Sample.euros(2_000), before, before));
        assertEquals(List.of(), open(TODAY));
        assertEquals(Sample.euros(-2_000), open(before).get(0).open());
        assertEquals(List.of(), open(before.minusDays(1)));
    }

    @Test
    void whatCannotBeTakenIsRejectedByItsField() throws Exception {
        take(Sample.invoice("F-1", 3_000).build());
        assertRejected("invoice", take(Sample.payment("p", "F-9", 1)));
        Money pounds = Money.ofMinor(5, java.util.Currency.getInstance("GBP"));
        assertRejected(
                "currency", take(new PaymentRecord("p", Optional.empty(), Optional.of("F-1"), pounds, TODAY, TODAY)));
        assertRejected(
                "debtor",
                take(new PaymentRecord(
                        "p", Optional.of(DebtorId.of("autre")), Optional.of("F-1"), Sample.euros(1), TODAY, TODAY)));
        assertRejected(
                "currency",
                take(InvoiceRecord.of("F-2", Sample.DEBTOR, TODAY)
                        .instalments(List.of(
                                new InvoiceRecord.Instalment(TODAY, pounds),
                                new InvoiceRecord.Instalment(TODAY, Sample.euros(1))))
                        .build()));
        assertRejected(
                "corrects",
                take(Sample.invoice("A-1", 10).creditNote(Optional.of("F-9")).build()));
        assertRejected("number", take(Sample.invoice("payment:1", 10).build()));
        assertRejected("number", take(Sample.invoice("x".repeat(201), 10).build()));
        try (IntakeSession session = session()) {
            assertRejected(
                    "number", session.evidence("F-9", new SendingEvidence(EvidenceGrade.CHANNEL, TODAY, "portail")));
        }
        assertEquals(1, open(TODAY).size());
    }

    @Test
    void whatACreditNoteExceedsStaysAsCredit() throws Exception {
        take(Sample.invoice("F-1", 3_000).build());
        take(Sample.payment("p", "F-1", 2_500));
        take(Sample.invoice("A-1", 800).creditNote(Optional.of("F-1")).build());
        OpenItem credit = open(TODAY).get(0);
        assertEquals(ItemKind.CREDIT_NOTE, credit.kind());
        assertEquals(Sample.euros(-300), credit.open());
        assertEquals(Sample.euros(-800), credit.original());
        assertTrue(changes()
                .contains(new ItemChange(
                        Sample.item("F-1"), Sample.DEBTOR, ItemChange.Kind.CREDITED, TODAY.minusDays(50))));
    }

    @Test
    void nothingIsKeptWithoutCommit() throws Exception {
        try (IntakeSession session = session()) {
            session.invoice(Sample.invoice("F-1", 3_000).build());
            assertEquals(1, session.itemsOf("F-1").size());
            assertThrows(IllegalStateException.class, this::session);
        }
        assertEquals(List.of(), open(TODAY));
        assertEquals(List.of(), changes());
        take(Sample.invoice("F-1", 3_000).build());
        assertEquals(1, open(TODAY).size());
    }

    @Test
    void paymentsKnownUntilOnlyMovesForward() throws Exception {
        assertEquals(Optional.empty(), store.paymentsKnownUntil(Sample.CREDITOR));
        for (int days : List.of(2, 5, 1)) {
            try (IntakeSession session = session()) {
                session.paymentsKnownUntil(TODAY.plusDays(days));
                session.commit();
            }
        }
        assertEquals(Optional.of(TODAY.plusDays(5)), store.paymentsKnownUntil(Sample.CREDITOR));
    }

    @Test
    void debtorsComeBackAsTheyWereAndAreFoundByPartOfTheirName() throws Exception {
        Debtor full = Debtor.named(new DebtorKey(Sample.CREDITOR, Sample.DEBTOR), "Société d’Élevage Modèle")
                .kind(DebtorKind.BUSINESS)
                .language(Locale.FRENCH)
                .country("BE")
                .address(new PostalAddress(List.of("12 rue de l’Exemple", "Bâtiment B"), "1000", "Bruxelles", "BE"))
                .contactName("Dominique Exemple")
                .email("compta@exemple.invalid")
                .phone("+32 2 555 00 00")
                .legalId("0123456789")
                .policy("gentle")
                .preferredMedia(List.of(Medium.LETTER, Medium.EMAIL))
                .optOuts(Set.of(Medium.SMS))
                .build();
        Debtor bare = Debtor.named(new DebtorKey(Sample.CREDITOR, DebtorId.of("b")), "Bare")
                .build();
        try (IntakeSession session = session()) {
            assertEquals(ADDED, session.debtor(full));
            assertEquals(ADDED, session.debtor(bare));
            assertEquals(UNCHANGED, session.debtor(full));
            session.commit();
        }
        SqliteDebtorDirectory directory = new SqliteDebtorDirectory(database);
        Map<DebtorId, Debtor> found =
                directory.find(Sample.CREDITOR, List.of(full.id(), bare.id(), DebtorId.of("unknown")));
        assertEquals(Set.of(full.id(), bare.id()), found.keySet());
        Debtor read = found.get(full.id());
        assertEquals(full.name(), read.name());
        assertEquals(full.kind(), read.kind());
        assertEquals(full.country(), read.country());
        assertEquals(full.address(), read.address());
        assertEquals(full.email(), read.email());
        assertEquals(full.phone(), read.phone());
        assertEquals(full.legalId(), read.legalId());
        assertEquals(full.policy(), read.policy());
        assertEquals(full.contactName(), read.contactName());
        assertEquals(full.preferredMedia(), read.preferredMedia());
        assertEquals(full.optOuts(), read.optOuts());
        assertEquals(Optional.empty(), found.get(bare.id()).address());
        assertEquals(1, directory.search(Sample.CREDITOR, "ÉLEVAGE", 5).size());
        assertEquals(List.of(), directory.search(Sample.CREDITOR, "zzz", 5));
    }
}
