package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreException;

class DatabaseFileTest {

    private static final String LATER_STEP = "CREATE TABLE added_later (x INTEGER) STRICT";

    private final Path directory;
    private final Path file;

    DatabaseFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("quittance.db");
    }

    private static SqliteEmbeddedDatabase withSteps(String... laterSteps) {
        List<Migration> first = Migration.all();
        List<Migration> later = java.util.stream.IntStream.range(0, laterSteps.length)
                .mapToObj(index -> new Migration(first.size() + index + 1, laterSteps[index]))
                .toList();
        return new SqliteEmbeddedDatabase(
                Stream.concat(first.stream(), later.stream()).toList());
    }

    private static void journal(SqliteDatabase database) throws LedgerException {
        Sample.write(
                new SqliteCaseLedger(database, new SteppedClock()),
                batch -> batch.journal(JournalDraft.general("test.written", "{}")));
    }

    private static long entries(SqliteDatabase database) throws LedgerException {
        return new SqliteCaseJournal(database).verify(Sample.CREDITOR).entries();
    }

    private void makeLedger() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            journal(database);
        }
    }

    private LedgerException refusal() {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> new SqliteEmbeddedDatabase().prepare(directory));
        assertFalse(refusal.isRetryable());
        assertTrue(String.valueOf(refusal.getMessage()).contains(directory.toString()), refusal::getMessage);
        return refusal;
    }

    private static void assertSays(String part, Throwable failure) {
        assertTrue(String.valueOf(failure.getMessage()).contains(part), failure::getMessage);
    }

    @Test
    void preparingAgainChangesNothingAndClosingLeavesOneFile() throws Exception {
        new SqliteEmbeddedDatabase().prepare(directory);
        new SqliteEmbeddedDatabase().prepare(directory);
        makeLedger();
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void theIdentifierStaysAcrossRestarts() throws Exception {
        String id;
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            id = database.id();
            assertTrue(id.matches("[0-9a-f]{32}"));
        }
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            assertEquals(id, database.id());
        }
    }

    @Test
    void aMigrationMakesABackupFirst() throws Exception {
        int latest = Migration.all().size();
        makeLedger();
        withSteps(LATER_STEP).prepare(directory);
        Path backup = directory.resolve("quittance-before-schema-" + (latest + 1) + ".db");
        assertTrue(Files.exists(backup));
        try (SqliteSession session = SqliteSession.open(backup, 1, false)) {
            assertEquals(latest, session.number(0, "SELECT max(version) FROM schema_migration"));
            assertEquals(1, session.number(0, "SELECT count(*) FROM journal_entry"));
        }
        try (SqliteSession session = SqliteSession.open(file, 1, false)) {
            assertEquals(latest + 1, session.number(0, "SELECT max(version) FROM schema_migration"));
            assertEquals(0, session.number(-1, "SELECT count(*) FROM added_later"));
        }
    }

    @Test
    void aJournalOfTheFirstSchemaStaysValid() throws Exception {
        new SqliteEmbeddedDatabase(Migration.all().subList(0, 1)).prepare(directory);
        try (SqliteSession session = SqliteSession.open(file, 1, true)) {
            session.script("INSERT INTO creditor (name, stopped) VALUES ('exemple', 0)");
            String id = session.text("SELECT id FROM installation").orElseThrow();
            JournalHashes hashes = new JournalHashes();
            byte[] salt = {1, 2, 3};
            byte[] payload = hashes.payload(salt, Optional.of("C-1"), "{}");
            byte[] entry = hashes.entry(1, 0, "clerk", "note", payload);
            byte[] link = hashes.link(hashes.genesis(id, "exemple"), 1, 1, 1, List.of(entry));
            session.update("INSERT INTO journal_entry VALUES (1, 1, 0, 'clerk', 'note', ?, ?)", payload, entry);
            session.update("INSERT INTO journal_payload VALUES (1, 1, ?, 'C-1', '{}')", salt);
            session.update("INSERT INTO journal_link VALUES (1, 1, 1, 1, 1, ?)", link);
        }
        new SqliteEmbeddedDatabase().prepare(directory);
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            SqliteCaseJournal journal = new SqliteCaseJournal(database);
            CreditorId creditor = CreditorId.of("exemple");
            assertEquals(Optional.empty(), journal.verify(creditor).firstBroken());
            assertEquals(
                    Optional.of("{}"),
                    journal.entries(creditor, Optional.of(DebtorId.of("C-1")), 10)
                            .get(0)
                            .payload());
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheDatabaseAsItWas() throws Exception {
        makeLedger();
        assertThrows(
                LedgerException.class,
                () -> withSteps(LATER_STEP + "; CREATE TABLE creditor (x INTEGER)")
                        .prepare(directory));
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            assertEquals(1, entries(database));
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws Exception {
        withSteps(LATER_STEP).prepare(directory);
        assertSays("newer version", refusal());
    }

    @Test
    void aChangedMigrationIsRefused() throws Exception {
        withSteps(LATER_STEP).prepare(directory);
        LedgerException refusal = assertThrows(
                LedgerException.class, () -> withSteps("CREATE TABLE other (x)").prepare(directory));
        assertSays("checksum", refusal);
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        makeLedger();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[4096 * 3]), 4096 * 5L);
        }
        assertSays("damaged", refusal());
        Files.writeString(file, "this is no database at all, but long enough to look like one".repeat(20));
        assertSays("damaged", refusal());
    }

    @Test
    void aFileOfAnotherProgramIsRefused() throws Exception {
        try (SqliteSession session = SqliteSession.open(file, 1, true)) {
            session.script("CREATE TABLE theirs (x INTEGER)");
        }
        assertSays("not a database of Quittance", refusal());
    }

    @Test
    void aDatabaseCopiedWithoutItsLogIsRefused() throws Exception {
        Path copied = Files.createDirectory(directory.resolve("copied"));
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            journal(database);
            for (String name : List.of("quittance.db", "quittance.db-open")) {
                Files.copy(directory.resolve(name), copied.resolve(name));
            }
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> new SqliteEmbeddedDatabase().prepare(copied));
            assertSays("quittance.db-wal", refusal);
            Files.copy(directory.resolve("quittance.db-wal"), copied.resolve("quittance.db-wal"));
        }
        try (SqliteDatabase complete = new SqliteDatabase(copied)) {
            assertEquals(1, entries(complete));
        }
    }

    @Test
    void aDatabaseThatWasNotClosedMayBePreparedMoreThanOnce() throws Exception {
        Path crashed = Files.createDirectory(directory.resolve("crashed"));
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            journal(database);
            for (String name : List.of("quittance.db", "quittance.db-wal", "quittance.db-open")) {
                Files.copy(directory.resolve(name), crashed.resolve(name));
            }
        }
        new SqliteEmbeddedDatabase().prepare(crashed);
        new SqliteEmbeddedDatabase().prepare(crashed);
        try (SqliteDatabase database = new SqliteDatabase(crashed)) {
            assertEquals(1, entries(database));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        Path readOnly = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(readOnly), "needs a folder that nobody can write");
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> new SqliteEmbeddedDatabase().prepare(readOnly));
        assertFalse(refusal.isRetryable());
        assertSays(readOnly.toString(), refusal);
        assertSays("cannot be written", refusal);
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            journal(database);
            limitPages(database, true);
            SqliteCaseLedger ledger = new SqliteCaseLedger(database, new SteppedClock());
            String large = "x".repeat(100_000);
            LedgerException full = assertThrows(
                    LedgerException.class,
                    () -> Sample.write(
                            ledger,
                            batch -> batch.journal(JournalDraft.general("test.large", "{\"x\":\"" + large + "\"}"))));
            assertSays("disk is full", full);
            assertFalse(full.isRetryable());
            assertSays("disk is full", assertThrows(StoreException.class, () -> importMany(database)));
            assertEquals(1, entries(database));
            limitPages(database, false);
            journal(database);
            importMany(database);
            assertEquals(2, entries(database));
            assertTrue(new SqliteCaseJournal(database).verify(Sample.CREDITOR).isValid());
        }
    }

    @Test
    void aWorkThatKeepsQuietAboutAFullDiskIsNotCommitted() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            journal(database);
            limitPages(database, true);
            SqliteCaseLedger ledger = new SqliteCaseLedger(database, new SteppedClock());
            String large = "x".repeat(100_000);
            LedgerException full = assertThrows(
                    LedgerException.class,
                    () -> Sample.write(ledger, batch -> {
                        batch.stop(true);
                        assertThrows(LedgerException.class, () -> batch.cursor(Sample.STORE, new ChangeCursor(large)));
                        assertThrows(LedgerException.class, () -> batch.stop(true));
                    }));
            assertSays("disk is full", full);
            assertFalse(ledger.isStopped(Sample.CREDITOR));
            limitPages(database, false);
        }
    }

    private static void limitPages(SqliteDatabase database, boolean limited) throws Exception {
        SqliteSession session = database.beginWrite();
        try {
            long pages = session.number(0, "PRAGMA page_count");
            session.number(0, "PRAGMA max_page_count = " + (limited ? pages : 1_000_000));
        } finally {
            session.rollback();
            database.endWrite();
        }
    }

    private static void importMany(SqliteDatabase database) throws Exception {
        try (IntakeSession session =
                new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
            for (int number = 0; number < 2_000; number++) {
                session.invoice(Sample.invoice("F-" + number, 100).build());
            }
            session.commit();
        }
    }

    @Test
    void aCopyIsCompleteWhileTheStoreIsInUseAndOverwritesNothing() throws Exception {
        Path backup = directory.resolve("copy.db");
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            journal(database);
            SqliteDatabaseCopy copy = new SqliteDatabaseCopy(database, new SteppedClock());
            copy.copyTo(backup);
            journal(database);
            assertSays("exists", assertThrows(LedgerException.class, () -> copy.copyTo(backup)));
            assertThrows(LedgerException.class, () -> copy.copyTo(directory.resolve("missing/folder/copy.db")));
        }
        Path restored = Files.createDirectory(directory.resolve("restored"));
        Files.copy(backup, restored.resolve("quittance.db"));
        try (SqliteDatabase database = new SqliteDatabase(restored)) {
            assertEquals(1, entries(database));
            new SqliteDatabaseCopy(database, new SteppedClock()).beginEpochAfterRestore();
            assertEquals(2, entries(database));
        }
    }

    @Test
    void readersSeeOnlyWhatIsCommitted() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            SqliteInvoiceStore store = new SqliteInvoiceStore(database);
            try (IntakeSession session =
                    new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
                session.invoice(Sample.invoice("F-1", 100).build());
                assertEquals(List.of(), store.find(Sample.CREDITOR, "F-1", Sample.TODAY));
                session.commit();
            }
            assertEquals(1, store.find(Sample.CREDITOR, "F-1", Sample.TODAY).size());
        }
    }

    @Test
    void aSecondProgramOnTheSameFileIsWaitedForAndThenNamed() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory);
                SqliteSession other = SqliteSession.open(file, 1, true)) {
            other.begin();
            LedgerException busy = assertThrows(LedgerException.class, () -> journal(database));
            assertTrue(busy.isRetryable());
            assertSays("another process", busy);
            other.commit();
            journal(database);
            assertEquals(1, entries(database));
        }
    }

    @Test
    void aClosedStoreSaysSo() throws Exception {
        SqliteDatabase database = new SqliteDatabase(directory);
        SqliteInvoiceStore store = new SqliteInvoiceStore(database);
        database.close();
        database.close();
        assertSays("closed", assertThrows(StoreException.class, () -> store.paymentsKnownUntil(Sample.CREDITOR)));
        assertSays("closed", assertThrows(LedgerException.class, () -> journal(database)));
    }
}
