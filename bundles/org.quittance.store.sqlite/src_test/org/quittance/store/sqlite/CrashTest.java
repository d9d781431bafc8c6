package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.JournalVerification;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.RunId;

/** Kills a process in the middle of writing: what it had acknowledged is there, and what is there is whole. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrashTest {

    private static final Duration EXIT_WITHIN = Duration.ofSeconds(60);

    private final Path directory;

    CrashTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aKilledProcessLosesNoAcknowledgedCommit() throws Exception {
        killAndCheck(2, 20261121);
    }

    @Test
    @Tag("long")
    void aKilledProcessLosesNoAcknowledgedCommitHoweverOften() throws Exception {
        killAndCheck(Integer.getInteger("quittance.crashes", 40), 7);
    }

    private void killAndCheck(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 0; round < rounds; round++) {
            acknowledged = Math.max(acknowledged, writeUntilKilled(5 + random.nextInt(150)));
            try (SqliteDatabase database = new SqliteDatabase(directory)) {
                JournalVerification verification = new SqliteCaseJournal(database).verify(Sample.CREDITOR);
                assertTrue(verification.isValid(), verification::toString);
                long present = verification.entries();
                long told = acknowledged;
                assertTrue(present >= acknowledged, present + " entries, " + acknowledged + " were acknowledged");
                // The one under way may be on disk although nobody was told.
                assertTrue(
                        present <= acknowledged + 1,
                        () -> "more than what was under way: " + present + " entries, acknowledged " + told);
                // One unit of work is one message and one entry, never one without the other.
                assertEquals(present, messages(database));
                acknowledged = present;
            }
        }
    }

    private static long messages(SqliteDatabase database) throws Exception {
        return database.read(session -> session.number(0, "SELECT count(*) FROM message"));
    }

    /** Starts a writer, lets it acknowledge so many commits, kills it; returns the last one it acknowledged. */
    private long writeUntilKilled(int commits) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (InputStream acknowledged = process.getInputStream()) {
            for (int count = 0; count < commits; count++) {
                last = Math.max(last, line(acknowledged));
            }
            // Through the handle: the process itself would close the stream before it is read to its end.
            process.toHandle().destroyForcibly();
            // What it acknowledged between the last line that was read and its death counts as well.
            for (long line = line(acknowledged); line >= 0; line = line(acknowledged)) {
                last = line;
            }
        }
        assertTrue(process.waitFor(EXIT_WITHIN.toSeconds(), TimeUnit.SECONDS));
        return last;
    }

    /** The next line that is complete to its end, or -1: what the kill cut short was not acknowledged. */
    private static long line(InputStream acknowledged) throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int next = acknowledged.read(); next >= 0; next = acknowledged.read()) {
            if (next == '\n') {
                return Long.parseLong(digits.toString());
            }
            digits.append((char) next);
        }
        return -1;
    }

    /** Writes one message and one entry per commit and says the number of each commit once it is acknowledged. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            SqliteDatabase database = new SqliteDatabase(Path.of(arguments[0]));
            SqliteCaseLedger ledger = new SqliteCaseLedger(database, new SteppedClock());
            RunId run = Sample.beginRun(ledger);
            long number =
                    new SqliteCaseJournal(database).verify(Sample.CREDITOR).entries();
            try (FileOutputStream acknowledged = new FileOutputStream(FileDescriptor.out)) {
                while (true) {
                    number++;
                    write(ledger, run, number);
                    acknowledged.write((number + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        private static void write(SqliteCaseLedger ledger, RunId run, long number) throws Exception {
            Sample.write(ledger, batch -> {
                batch.forDebtor(
                                Sample.DEBTOR,
                                () -> batch.prepare(Sample.message(run, number, "F-" + number)
                                        .build()))
                        .ifPresent(failure -> {
                            throw new IllegalStateException(failure);
                        });
                batch.journal(JournalDraft.about(
                        Sample.DEBTOR, "message.prepared", "{\"message\":\"" + MessageId.of(run, number) + "\"}"));
            });
        }
    }
}
