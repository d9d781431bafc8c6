package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.LedgerFloor;
import org.quittance.api.store.OpenItemCursor;

/**
 * Measures the store as a run uses it, over a large ledger with a month of history. Invoice numbers run across debtors, as
 * they do in a real ledger, so that no index is helped by the order of writing.
 */
@Tag("long")
class SpeedTest {

    private static final int ITEMS = Integer.getInteger("quittance.items", 1_000_000);
    private static final int DEBTORS = ITEMS / 10;
    private static final int BATCH = 400;
    private static final CreditorId CREDITOR = CreditorId.of("default");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Actor ACTOR = Actor.withAllRoles("speed");
    private static final String FACTS = "{\"text\":\"" + "x".repeat(600) + "\"}";

    @TempDir
    Path directory = Path.of("");

    private long mark;
    private long cpuMark;

    @Test
    void readsAndWritesAMillionItemsWithinTheFloorsReach(TestReporter reporter) throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            SqliteCaseLedger ledger = new SqliteCaseLedger(database, new SteppedClock());
            start();
            importLedger(database);
            report(reporter, "import", ITEMS);
            prepareAll(database, ledger, TODAY.minusDays(30), false);
            report(reporter, "history prepared", ITEMS / 2);
            sendAll(database, ledger);
            report(reporter, "history sent", DEBTORS);
            new SqliteInvoiceStore(database)
                    .changesSince(CREDITOR, org.quittance.api.store.ChangeCursor.BEGINNING, ITEMS);
            report(reporter, "changes read", ITEMS);
            for (int round = 0; round < 3; round++) {
                start();
                LedgerFloor.Timing floor = new SqliteLedgerFloor(database).measure(CREDITOR, TODAY);
                report(reporter, "floor", ITEMS);
                assertEquals(ITEMS, stream(database));
                long streaming = report(reporter, "stream", ITEMS);
                assertEquals(ITEMS, dryRun(database, ledger));
                long dry = report(reporter, "dry run without decisions", ITEMS);
                reporter.publishEntry(String.format(
                        Locale.ROOT,
                        "floor %d + %d ms; stream %.2f x, dry run %.2f x of the floor",
                        floor.read().toMillis(),
                        floor.insert().toMillis(),
                        streaming / (float) floor.total().toMillis(),
                        dry / (float) floor.total().toMillis()));
            }
            start();
            long steps = prepareAll(database, ledger, TODAY, true);
            report(reporter, "full run without decisions", ITEMS);
            assertEquals(ITEMS / 2, steps);
            assertTrue(new SqliteCaseJournal(database).verify(CREDITOR).isValid());
            report(reporter, "verify", DEBTORS * 2L);
            reporter.publishEntry("database", Long.toString(java.nio.file.Files.size(database.file()) >> 20) + " MiB");
        }
    }

    private void start() {
        mark = System.nanoTime();
        cpuMark = cpu();
    }

    /** Tells the store's own work from waiting for other processes of a busy machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private long report(TestReporter reporter, String phase, long items) {
        long millis = Math.max(1, (System.nanoTime() - mark) / 1_000_000);
        long cpuMillis = (cpu() - cpuMark) / 1_000_000;
        reporter.publishEntry(
                phase, millis + " ms, " + cpuMillis + " ms of processor, " + items * 1000 / millis + " items/s");
        start();
        return millis;
    }

    private static DebtorId debtor(int number) {
        return DebtorId.of("D" + (100_000 + number));
    }

    private static void importLedger(SqliteDatabase database) throws Exception {
        try (IntakeSession session = new SqliteLedgerIntake(database).open(CREDITOR, ACTOR, new SteppedClock().now())) {
            for (int number = 0; number < DEBTORS; number++) {
                session.debtor(Debtor.named(new DebtorKey(CREDITOR, debtor(number)), "Exemple " + number + " SARL")
                        .kind(DebtorKind.BUSINESS)
                        .address(new PostalAddress(List.of("1 rue du Modèle"), "69001", "Lyon", "FR"))
                        .email("compta" + number + "@exemple.invalid")
                        .build());
            }
            for (int number = 0; number < ITEMS; number++) {
                LocalDate issued = TODAY.minusDays(90 + number % 7);
                LocalDate due = number / DEBTORS % 2 == 0 ? TODAY.minusDays(45) : TODAY.plusDays(5);
                session.invoice(InvoiceRecord.of("F-" + (10_000_000 + number), debtor(number % DEBTORS), issued)
                        .instalments(List.of(
                                new InvoiceRecord.Instalment(due, Money.ofMinor(10_000 + number % 9_000, EURO))))
                        .evidence(new SendingEvidence(EvidenceGrade.CHANNEL, issued, "email"))
                        .build());
            }
            session.commit();
        }
    }

    private static long stream(SqliteDatabase database) throws Exception {
        long count = 0;
        try (OpenItemCursor cursor = new SqliteInvoiceStore(database).openItems(CREDITOR, TODAY)) {
            while (cursor.advance()) {
                count++;
            }
        }
        return count;
    }

    /** One debtor with its items. */
    private record Position(DebtorId debtor, List<OpenItem> items) {}

    /** What a run does with some hundreds of debtors at a time. */
    @FunctionalInterface
    private interface Batches {

        void take(List<Position> positions) throws Exception;
    }

    private static long eachBatch(SqliteDatabase database, Batches batches) throws Exception {
        long count = 0;
        List<Position> positions = new ArrayList<>();
        try (OpenItemCursor cursor = new SqliteInvoiceStore(database).openItems(CREDITOR, TODAY)) {
            while (cursor.advance()) {
                OpenItem item = cursor.current();
                if (positions.isEmpty()
                        || !positions.get(positions.size() - 1).debtor().equals(item.debtor())) {
                    if (positions.size() == BATCH) {
                        batches.take(positions);
                        positions.clear();
                    }
                    positions.add(new Position(item.debtor(), new ArrayList<>()));
                }
                positions.get(positions.size() - 1).items().add(item);
                count++;
            }
        }
        batches.take(positions);
        return count;
    }

    private static Collection<DebtorId> debtors(List<Position> positions) {
        return positions.stream().map(Position::debtor).toList();
    }

    private static long dryRun(SqliteDatabase database, SqliteCaseLedger ledger) throws Exception {
        SqliteDebtorDirectory directory = new SqliteDebtorDirectory(database);
        return eachBatch(database, positions -> {
            Map<DebtorId, CaseHistory> histories = ledger.histories(CREDITOR, debtors(positions));
            assertEquals(5, histories.get(positions.get(0).debtor()).steps().size());
            assertEquals(
                    positions.size(),
                    directory.find(CREDITOR, debtors(positions)).size());
        });
    }

    private static long prepareAll(SqliteDatabase database, SqliteCaseLedger ledger, LocalDate asOf, boolean full)
            throws Exception {
        SqliteDebtorDirectory directory = new SqliteDebtorDirectory(database);
        RunId[] run = new RunId[1];
        ledger.write(CREDITOR, ACTOR, batch -> run[0] = batch.beginRun(asOf, new SqliteInvoiceStore(database).id()));
        long[] numbers = new long[2];
        eachBatch(database, positions -> {
            if (full) {
                ledger.histories(CREDITOR, debtors(positions));
                directory.find(CREDITOR, debtors(positions));
            }
            ledger.write(CREDITOR, ACTOR, batch -> {
                for (Position position : positions) {
                    Optional<Exception> failure = batch.forDebtor(position.debtor(), () -> {
                        PreparedMessage message =
                                message(run[0], ++numbers[0], position, asOf, full ? "reminder-2" : "reminder-1");
                        numbers[1] += message.items().size();
                        batch.prepare(message);
                        batch.answered(position.debtor(), "answers-" + asOf, new PolicyPin("standard", "0".repeat(64)));
                        batch.journal(JournalDraft.about(
                                position.debtor(), "message.prepared", "{\"message\":\"" + message.id() + "\"}"));
                    });
                    assertEquals(Optional.empty(), failure);
                }
            });
        });
        ledger.write(CREDITOR, ACTOR, batch -> batch.completeRun(run[0]));
        return numbers[1];
    }

    private static PreparedMessage message(RunId run, long number, Position position, LocalDate asOf, String step) {
        List<MessageItem> items = position.items().stream()
                .filter(item -> item.dueDate().isBefore(TODAY))
                .map(item -> new MessageItem(item.token(), 1, step, item.open(), Money.zero(EURO), Optional.empty()))
                .toList();
        Money total = items.stream().map(MessageItem::claimed).reduce(Money.zero(EURO), Money::plus);
        return PreparedMessage.of(MessageId.of(run, number), run, position.debtor())
                .step(step, DocumentKind.REMINDER)
                .asOf(asOf)
                .media(List.of(Medium.EMAIL, Medium.LETTER))
                .items(items)
                .amounts(total, Money.zero(EURO), Money.zero(EURO), Money.zero(EURO))
                .facts(FACTS)
                .build();
    }

    private static void sendAll(SqliteDatabase database, SqliteCaseLedger ledger) throws Exception {
        RunId run = new SqliteSendLedger(database).runs(CREDITOR, 1).get(0).id();
        for (int first = 1; first <= DEBTORS; first += BATCH) {
            int from = first;
            ledger.write(CREDITOR, ACTOR, batch -> {
                for (int number = from; number < Math.min(from + BATCH, DEBTORS + 1); number++) {
                    assertTrue(batch.change(
                            StateChange.to(MessageState.SENT, MessageId.of(run, number), Set.of(MessageState.PREPARED))
                                    .on(TODAY.minusDays(30))));
                }
            });
        }
    }
}
