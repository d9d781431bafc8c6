package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.JournalLink;
import org.quittance.api.ledger.JournalReader;
import org.quittance.api.ledger.JournalRecord;
import org.quittance.api.ledger.JournalVerification;

class CaseJournalTest {

    private final SqliteDatabase database;
    private final SqliteCaseJournal journal;

    CaseJournalTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        journal = new SqliteCaseJournal(database);
        SqliteCaseLedger ledger = new SqliteCaseLedger(database, new SteppedClock());
        for (int link = 1; link <= 3; link++) {
            int number = link;
            Sample.write(ledger, batch -> {
                batch.journal(JournalDraft.about(Sample.DEBTOR, "promise.made", "{\"link\":" + number + "}"));
                batch.journal(JournalDraft.general("run.prepared", "{}"));
            });
        }
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void anUntouchedJournalIsValid() throws Exception {
        JournalVerification verification = journal.verify(Sample.CREDITOR);
        assertEquals(Optional.empty(), verification.firstBroken());
        assertEquals(6, verification.entries());
        assertEquals(64, verification.head().length());
    }

    @Test
    void entriesAreReadNewestFirst() throws Exception {
        List<JournalEntry> all = journal.entries(Sample.CREDITOR, Optional.empty(), 4);
        assertEquals(
                List.of(6L, 5L, 4L, 3L),
                all.stream().map(JournalEntry::sequence).toList());
        List<JournalEntry> ofDebtor = journal.entries(Sample.CREDITOR, Optional.of(Sample.DEBTOR), 2);
        assertEquals(
                List.of(5L, 3L), ofDebtor.stream().map(JournalEntry::sequence).toList());
        assertEquals(Optional.of("{\"link\":3}"), ofDebtor.get(0).payload());
        assertEquals("Camille Exemple", ofDebtor.get(0).actor());
    }

    @Test
    void anErasedPayloadLeavesTheChainValidAndNothingOfTheDebtor() throws Exception {
        erase();
        assertTrue(journal.verify(Sample.CREDITOR).isValid());
        JournalEntry erased =
                journal.entries(Sample.CREDITOR, Optional.empty(), 3).get(2);
        assertEquals("promise.made", erased.kind());
        assertEquals(Optional.empty(), erased.debtor());
        assertEquals(Optional.empty(), erased.payload());
    }

    @Test
    void aPayloadThatWentWithoutAnErasureIsFound() throws Exception {
        tamper("DELETE FROM journal_payload WHERE sequence = 3");
        JournalVerification verification = journal.verify(Sample.CREDITOR);
        assertEquals(
                Optional.of("the payload of entry 3 of link 2 is missing and no erasure is recorded for it"),
                verification.firstBroken());
        assertEquals(Optional.of(3L), verification.brokenSequence());
    }

    @Test
    void aPayloadPassedOffAsErasedIsFound() throws Exception {
        erase();
        tamper("INSERT INTO journal_erasure VALUES (1, 2, 7); DELETE FROM journal_payload WHERE sequence = 2");
        JournalVerification verification = journal.verify(Sample.CREDITOR);
        assertEquals(
                Optional.of("payloads from entry 1 on are said to be erased by entry 7, which does not say so"),
                verification.firstBroken());
    }

    private void erase() throws Exception {
        new SqlitePersonalRecords(database, new SteppedClock())
                .erase(Sample.CREDITOR, Sample.DEBTOR, Sample.ACTOR, false);
    }

    @Test
    void oneChangedByteOfAnyHashedColumnIsFound() throws Exception {
        for (String column : List.of("payload_hash", "entry_hash")) {
            String flip = "UPDATE journal_entry SET " + column + " = substr(" + column
                    + ", 1, 31) || x'%s' WHERE sequence = 4";
            String last = one("SELECT hex(substr(" + column + ", 32, 1)) FROM journal_entry WHERE sequence = 4");
            String other = String.format("%02X", Integer.parseInt(last, 16) ^ 1);
            tamper(cast(flip, other));
            assertEquals(Optional.of(4L), journal.verify(Sample.CREDITOR).brokenSequence(), column);
            tamper(cast(flip, last));
            assertTrue(journal.verify(Sample.CREDITOR).isValid(), column);
        }
    }

    private static String cast(String flip, String hex) {
        return String.format(flip.replace("substr(", "CAST(substr(").replace("x'%s'", "x'%s' AS BLOB)"), hex);
    }

    @Test
    void swappedPayloadsAreFound() throws Exception {
        String move =
                "UPDATE journal_payload SET sequence = %1$d, entry = entry + %1$d - sequence WHERE sequence = %2$d;";
        tamper(String.format(move, 100, 3) + String.format(move, 3, 5) + String.format(move, 5, 100));
        JournalVerification verification = journal.verify(Sample.CREDITOR);
        assertEquals(Optional.of("the payload of entry 3 of link 2 was changed"), verification.firstBroken());
        assertEquals(Optional.of(3L), verification.brokenSequence());
    }

    @Test
    void aTailCutOffWholeLeavesAValidChainThatEndsBeforeTheHead() throws Exception {
        JournalHead head = journal.head(Sample.CREDITOR).orElseThrow();
        assertEquals(3, head.link().number());
        assertEquals(6, head.link().lastSequence());
        tamper("DELETE FROM journal_payload WHERE sequence > 4; DELETE FROM journal_entry WHERE sequence > 4;"
                + " DELETE FROM journal_link WHERE number > 2");
        assertTrue(journal.verify(Sample.CREDITOR).isValid(), "only an exported head shows it");
        assertEquals(Optional.empty(), journal.head(Sample.CREDITOR, 3));
        assertEquals(2, journal.head(Sample.CREDITOR).orElseThrow().link().number());
    }

    @Test
    void theJournalIsReadEntryByEntryWithWhatItsHashesAreMadeOf() throws Exception {
        erase();
        List<String> read = new ArrayList<>();
        journal.read(Sample.CREDITOR, 4, new JournalReader() {
            @Override
            public void entry(JournalRecord entry) {
                read.add(entry.entry().sequence() + (entry.salt().isPresent() ? "" : " erased"));
            }

            @Override
            public void link(JournalLink link) {
                read.add("link " + link.number());
            }
        });
        assertEquals(
                List.of("1 erased", "2", "link 1", "3 erased", "4", "link 2", "5 erased", "6", "link 3", "7", "link 4"),
                read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE journal_entry SET kind = 'promise.kept' WHERE sequence = 3 | entry 3 of link 2 was changed",
                "UPDATE journal_entry SET at = at + 1 WHERE sequence = 5 | entry 5 of link 3 was changed",
                "UPDATE journal_entry SET actor = 'nobody' WHERE sequence = 1 | entry 1 of link 1 was changed",
                "DELETE FROM journal_entry WHERE sequence = 4 | entry 4 of link 2 is missing",
                "DELETE FROM journal_entry WHERE sequence = 6 | entry 6 of link 3 is missing",
                "DELETE FROM journal_link WHERE number = 2 | link 2 is missing",
                "DELETE FROM journal_link WHERE number = 3 | entry 5 belongs to no link: a link was deleted",
                "UPDATE journal_payload SET payload = '{}' WHERE sequence = 3 | the payload of entry 3 of link 2 was"
                        + " changed",
                "UPDATE journal_payload SET debtor = 'x' WHERE sequence = 3 | the payload of entry 3 of link 2 was"
                        + " changed",
                "UPDATE journal_link SET link_hash = zeroblob(32) WHERE number = 1 |"
                        + " link 1 does not fit the link before it and its entries 1 to 2",
                "UPDATE journal_entry SET sequence = CASE sequence WHEN 1 THEN 2 ELSE 1 END WHERE sequence < 3 |"
                        + " entry 1 of link 1 was changed"
            })
    void tamperingIsFoundAndNamed(String sql, String finding) throws Exception {
        boolean swap = sql.contains("CASE");
        if (swap) {
            tamper("UPDATE journal_entry SET sequence = 100 WHERE sequence = 1;"
                    + "UPDATE journal_entry SET sequence = 1 WHERE sequence = 2;"
                    + "UPDATE journal_entry SET sequence = 2 WHERE sequence = 100");
        } else {
            tamper(sql);
        }
        assertEquals(Optional.of(finding), journal.verify(Sample.CREDITOR).firstBroken());
    }

    @Test
    void theDatabaseItselfRefusesChangesOfTheJournal() throws Exception {
        erase();
        for (String sql : List.of(
                "UPDATE journal_entry SET kind = 'x.y'",
                "DELETE FROM journal_entry",
                "UPDATE journal_link SET epoch = 9",
                "DELETE FROM journal_link",
                "UPDATE journal_payload SET payload = ''",
                "DELETE FROM journal_payload WHERE sequence = 2",
                "UPDATE journal_erasure SET erased_by = 9",
                "DELETE FROM journal_erasure",
                "INSERT OR REPLACE INTO journal_payload SELECT * FROM journal_payload WHERE sequence = 2",
                "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry WHERE sequence = 1")) {
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> database.write(session -> {
                        session.script(sql);
                        return Boolean.TRUE;
                    }),
                    sql);
            assertTrue(String.valueOf(refusal.getMessage()).contains("journal"), refusal::getMessage);
        }
    }

    private String one(String sql) throws Exception {
        return database.read(session -> session.text(sql).orElseThrow());
    }

    /** As somebody with a tool of their own would: without triggers and foreign keys. */
    private void tamper(String sql) throws Exception {
        try (SqliteSession session = SqliteSession.open(database.file(), 1, true)) {
            session.script("PRAGMA foreign_keys = OFF");
            for (String trigger : List.of(
                    "journal_entry_is_not_changed",
                    "journal_entry_is_not_deleted",
                    "journal_link_is_not_changed",
                    "journal_link_is_not_deleted",
                    "journal_payload_is_not_changed",
                    "journal_payload_is_only_erased",
                    "journal_erasure_is_not_changed",
                    "journal_erasure_is_not_deleted")) {
                session.script("DROP TRIGGER IF EXISTS " + trigger);
            }
            session.script(sql);
        }
    }
}
