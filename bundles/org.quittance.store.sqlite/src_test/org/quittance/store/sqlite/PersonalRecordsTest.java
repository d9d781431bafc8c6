package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PersonalRecords;
import org.quittance.api.ledger.PersonalRecords.Erasure;
import org.quittance.api.ledger.PersonalRecords.Standing;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.InvoiceId;

class PersonalRecordsTest {

    private static final String SECRET = "Mademoiselle Modele";

    private final Path directory;
    private final SqliteDatabase database;
    private final SqliteCaseLedger ledger;
    private final PersonalRecords records;

    PersonalRecordsTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        database = new SqliteDatabase(directory);
        ledger = new SqliteCaseLedger(database, new SteppedClock());
        records = new SqlitePersonalRecords(database, new SteppedClock());
        try (IntakeSession session = new SqliteLedgerIntake(database)
                .open(Sample.CREDITOR, Sample.ACTOR, java.time.Instant.parse("2026-11-21T10:00:00Z"))) {
            session.debtor(Debtor.named(new DebtorKey(Sample.CREDITOR, Sample.DEBTOR), SECRET)
                    .email("secret@exemple.example")
                    .build());
            session.debtor(Debtor.named(new DebtorKey(Sample.CREDITOR, DebtorId.of("other")), "Autre SA")
                    .build());
            session.invoice(Sample.invoice("F-1", 1_000).build());
            session.payment(Sample.payment("p-1", "F-1", 1_000));
            session.documents()
                    .keepDocument(
                            "F-1",
                            DocumentFile.of(
                                    "F-1.xml",
                                    "application/xml",
                                    ("<Invoice>" + SECRET + "</Invoice>").getBytes(StandardCharsets.UTF_8)));
            session.commit();
        }
        RunId run = Sample.beginRun(ledger);
        MessageId id = MessageId.of(run, 1);
        Sample.write(ledger, batch -> {
            batch.forDebtor(
                            Sample.DEBTOR,
                            () -> batch.prepare(Sample.message(run, 1, "F-1").build()))
                    .ifPresent(failure -> {
                        throw new IllegalStateException(failure);
                    });
            batch.keepContent(
                    id, DocumentFile.of("letter.pdf", "application/pdf", SECRET.getBytes(StandardCharsets.UTF_8)));
            batch.journal(JournalDraft.about(Sample.DEBTOR, "note.made", "{\"text\":\"" + SECRET + "\"}"));
            batch.journal(JournalDraft.about(DebtorId.of("other"), "note.made", "{\"text\":\"autre\"}"));
        });
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void whatIsLiveIsSeen() throws Exception {
        Standing standing = records.standing(Sample.CREDITOR, Sample.DEBTOR);
        assertTrue(standing.known());
        assertEquals(0, standing.openItems());
        assertEquals(1, standing.liveMessages());
        assertEquals(Optional.of(Sample.TODAY), standing.lastDocument());
        assertFalse(records.standing(Sample.CREDITOR, DebtorId.of("nobody")).known());
    }

    @Test
    void aPromiseInForceIsSeenAndOneThatWasKeptIsNot() throws Exception {
        promise(Commitment.State.LIVE);
        assertEquals(1, records.standing(Sample.CREDITOR, Sample.DEBTOR).commitments());
        promise(Commitment.State.KEPT);
        assertEquals(0, records.standing(Sample.CREDITOR, Sample.DEBTOR).commitments());
    }

    private void promise(Commitment.State state) throws Exception {
        Sample.write(
                ledger,
                batch -> batch.put(
                        Sample.DEBTOR,
                        new Commitment(
                                "p-1",
                                Commitment.Kind.PROMISE,
                                state,
                                Sample.TODAY,
                                Set.of(Sample.item("F-1")),
                                Sample.euros(10),
                                List.of(new Commitment.Instalment(LocalDate.of(2026, 12, 1), Sample.euros(10))))));
    }

    @Test
    void everyRowAndEveryDocumentIsRead() throws Exception {
        Set<String> tables = new TreeSet<>();
        List<String> documents = new ArrayList<>();
        read(tables, documents);
        assertTrue(
                tables.containsAll(Set.of(
                        "debtor",
                        "item",
                        "payment",
                        "allocation",
                        "message",
                        "message_content",
                        "live_step",
                        "journal_payload",
                        "journal_entry")),
                tables::toString);
        assertEquals(List.of("letter.pdf", "F-1.xml"), documents);
    }

    @Test
    void nothingOfTheDebtorIsLeftInTheFileAndTheOthersAreUntouched() throws Exception {
        Sample.write(
                ledger,
                batch -> batch.change(StateChange.to(
                        MessageState.WITHDRAWN,
                        MessageId.of(new RunId("20261121-1"), 1),
                        Set.of(MessageState.PREPARED))));
        Erasure erasure = records.erase(Sample.CREDITOR, Sample.DEBTOR, Sample.ACTOR, false);
        assertEquals(1, erasure.payloads());
        assertEquals(2, erasure.documents());
        assertTrue(new SqliteCaseJournal(database).verify(Sample.CREDITOR).isValid());
        Set<String> tables = new TreeSet<>();
        List<String> documents = new ArrayList<>();
        read(tables, documents);
        assertEquals(new TreeSet<>(Set.of("allocation", "debtor", "item", "item_change", "payment")), tables);
        assertEquals(List.of(), documents);
        assertEquals(
                1,
                new SqliteCaseJournal(database)
                        .entries(Sample.CREDITOR, Optional.of(DebtorId.of("other")), 9)
                        .size());
        Path log = directory.resolve("quittance.db-wal");
        assertFalse(
                Files.exists(log)
                        && Files.readString(log, StandardCharsets.ISO_8859_1).contains(SECRET),
                "nor in the log, while the database stays open");
        database.close();
        String bytes = Files.readString(directory.resolve("quittance.db"), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(SECRET), "overwritten, not only unlinked");
        assertFalse(bytes.contains("secret@"));
        assertTrue(bytes.contains("Autre SA"));
    }

    @Test
    void theLedgerGoesWithTheRestOnceItMay() throws Exception {
        records.erase(Sample.CREDITOR, Sample.DEBTOR, Sample.ACTOR, true);
        Set<String> tables = new TreeSet<>();
        read(tables, new ArrayList<>());
        assertEquals(Set.of(), tables);
        assertFalse(records.standing(Sample.CREDITOR, Sample.DEBTOR).known());
    }

    /** Whoever adds a table without a debtor says here that it holds nothing about one, or tells DebtorTables how to find it. */
    @Test
    void everyTableIsAboutADebtorOrKnownNotToBe() throws Exception {
        Set<String> without = new TreeSet<>();
        database.read(session -> {
            try (java.sql.ResultSet rows = session.query("SELECT t.name FROM sqlite_schema t WHERE t.type = 'table'"
                    + " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'debtor')"
                    + " AND t.name NOT LIKE 'sqlite_%'")) {
                while (rows.next()) {
                    without.add(rows.getString(1));
                }
            }
            return Boolean.TRUE;
        });
        Set<String> foundThroughAnother =
                Set.of("credit_note", "message_credit", "message_content", "content", "journal_entry", "bank_match");
        Set<String> aboutNobody = Set.of(
                "installation",
                "creditor",
                "intake",
                "bank_account",
                "bank_statement",
                "run",
                "store_cursor",
                "journal_link",
                "journal_erasure",
                "schema_migration");
        without.removeAll(foundThroughAnother);
        without.removeAll(aboutNobody);
        assertEquals(Set.of(), without);
    }

    private void read(Set<String> tables, List<String> documents) throws Exception {
        records.read(Sample.CREDITOR, Sample.DEBTOR, new PersonalRecords.Reader() {
            @Override
            public void row(String table, Map<String, Object> columns) {
                tables.add(table);
            }

            @Override
            public void document(String of, DocumentFile document) {
                documents.add(document.fileName());
            }

            @Override
            public void document(InvoiceId invoice, DocumentFile document) {
                documents.add(document.fileName());
            }
        });
    }
}
