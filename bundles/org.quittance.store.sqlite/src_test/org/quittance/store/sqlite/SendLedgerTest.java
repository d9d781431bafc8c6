package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.DuplicateMessageException;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemToken;

class SendLedgerTest {

    private final SqliteDatabase database;
    private final SqliteCaseLedger ledger;
    private final SqliteSendLedger messages;
    private final RunId run;

    SendLedgerTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        ledger = new SqliteCaseLedger(database, new SteppedClock());
        messages = new SqliteSendLedger(database);
        run = Sample.beginRun(ledger);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void prepare(PreparedMessage message) throws LedgerException {
        Sample.write(ledger, batch -> {
            Optional<Exception> failure = batch.forDebtor(message.debtor(), () -> batch.prepare(message));
            assertEquals(Optional.empty(), failure);
        });
    }

    private boolean change(StateChange change) throws LedgerException {
        boolean[] done = new boolean[1];
        Sample.write(ledger, batch -> done[0] = batch.change(change));
        return done[0];
    }

    private StateChange from(MessageState expected, MessageState next, long number) {
        return StateChange.to(next, MessageId.of(run, number), Set.of(expected));
    }

    private List<StepRecord> steps() throws LedgerException {
        return ledger.histories(Sample.CREDITOR, List.of(Sample.DEBTOR))
                .get(Sample.DEBTOR)
                .steps();
    }

    @Test
    void keepsAMessageAsItWasPrepared() throws Exception {
        PreparedMessage message = Sample.message(run, 1, "F-2", "F-1")
                .credits(List.of(new ItemToken(Sample.item("A-1"), "credit")))
                .expiresOn(Sample.TODAY.plusDays(3))
                .caseRevision(4)
                .build();
        prepare(message);
        MessageRecord record = messages.message(Sample.CREDITOR, message.id()).orElseThrow();
        PreparedMessage kept = record.message();
        assertEquals(MessageState.PREPARED, record.state());
        assertEquals(message.items(), kept.items());
        assertEquals(message.credits(), kept.credits());
        assertEquals(message.media(), kept.media());
        assertEquals(message.principal(), kept.principal());
        assertEquals(message.interest(), kept.interest());
        assertEquals(message.expiresOn(), kept.expiresOn());
        assertEquals(message.caseRevision(), kept.caseRevision());
        assertEquals(message.facts(), kept.facts());
        assertEquals(message.run(), kept.run());
        assertEquals(message.kind(), kept.kind());
    }

    @Test
    void aSecondLiveMessageForTheSameStepIsRefusedAndTheRestIsKept() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        Sample.write(ledger, batch -> {
            Optional<Exception> refused = batch.forDebtor(Sample.DEBTOR, () -> {
                batch.journal(JournalDraft.general("test.undone", "{}"));
                batch.prepare(Sample.message(run, 2, "F-0", "F-1").build());
            });
            assertInstanceOf(DuplicateMessageException.class, refused.orElseThrow());
            assertEquals(
                    Optional.empty(),
                    batch.forDebtor(
                            DebtorId.of("autre"),
                            () -> batch.prepare(Sample.message(run, 3, "F-9").build())));
            batch.journal(JournalDraft.general("test.kept", "{}"));
        });
        assertTrue(messages.message(Sample.CREDITOR, MessageId.of(run, 2)).isEmpty());
        assertTrue(messages.message(Sample.CREDITOR, MessageId.of(run, 3)).isPresent());
        assertTrue(
                messages.liveAbout(Sample.CREDITOR, List.of(Sample.item("F-0"))).isEmpty());
        SqliteCaseJournal journal = new SqliteCaseJournal(database);
        assertEquals(1, journal.entries(Sample.CREDITOR, Optional.empty(), 10).size());
        assertTrue(journal.verify(Sample.CREDITOR).isValid());
    }

    @Test
    void anItemOfAVendorsLedgerThatMovedToAnotherDebtorIsNotRemindedTwice() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        PreparedMessage moved = ofDebtor("repreneur-sarl", 2);
        Sample.write(ledger, batch -> assertThrows(DuplicateMessageException.class, () -> batch.prepare(moved)));
    }

    private PreparedMessage ofDebtor(String debtor, long number) {
        PreparedMessage message = Sample.message(run, number, "F-1").build();
        return PreparedMessage.of(message.id(), message.run(), DebtorId.of(debtor))
                .step(message.step(), message.kind())
                .asOf(message.asOf())
                .items(message.items())
                .amounts(message.principal(), message.interest(), message.indemnity(), message.fees())
                .facts(message.facts())
                .build();
    }

    @Test
    void theEmbeddedLedgersOwnItemsAreUniqueAndFoundToo() throws Exception {
        try (IntakeSession session =
                new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
            session.invoice(Sample.invoice("F-1", 1_000).build());
            session.commit();
        }
        RunId[] own = new RunId[1];
        Sample.write(ledger, batch -> own[0] = batch.beginRun(Sample.TODAY, new SqliteInvoiceStore(database).id()));
        prepare(Sample.message(own[0], 1, "F-1").build());
        Sample.write(
                ledger,
                batch -> assertThrows(
                        DuplicateMessageException.class,
                        () -> batch.prepare(Sample.message(own[0], 2, "F-1").build())));
        assertEquals(
                List.of(MessageId.of(own[0], 1)),
                messages.liveAbout(Sample.CREDITOR, List.of(Sample.item("F-1"), Sample.item("F-2"))).stream()
                        .map(record -> record.message().id())
                        .toList());
    }

    @Test
    void liveMessagesOfAVendorsItemsAreFound() throws Exception {
        prepare(Sample.message(run, 1, "F-1", "F-2").build());
        prepare(Sample.message(run, 2, "F-3").build());
        change(from(MessageState.PREPARED, MessageState.WITHDRAWN, 2));
        assertEquals(
                1,
                messages.liveAbout(Sample.CREDITOR, List.of(Sample.item("F-2"), Sample.item("F-3")))
                        .size());
    }

    @Test
    void aMessageOfManyItemsIsKeptWhole() throws Exception {
        String[] invoices = java.util.stream.IntStream.range(0, 37)
                .mapToObj(number -> "F-" + number)
                .toArray(String[]::new);
        PreparedMessage message = Sample.message(run, 1, invoices).build();
        prepare(message);
        assertEquals(
                message.items(),
                messages.message(Sample.CREDITOR, message.id())
                        .orElseThrow()
                        .message()
                        .items());
        assertEquals(37, steps().size());
    }

    @Test
    void aStepMayBeTakenAgainOnceItsMessageWasWithdrawn() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        assertTrue(change(from(MessageState.PREPARED, MessageState.WITHDRAWN, 1).because("paid")));
        assertEquals(List.of(), steps());
        prepare(Sample.message(run, 2, "F-1").build());
        assertEquals(StepRecord.Outcome.LIVE, steps().get(0).outcome());
    }

    @Test
    void anUnknownMessageBlocksRepetition() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        assertTrue(change(from(MessageState.PREPARED, MessageState.UNKNOWN, 1)));
        assertEquals(StepRecord.Outcome.UNKNOWN, steps().get(0).outcome());
        Sample.write(
                ledger,
                batch -> assertThrows(
                        DuplicateMessageException.class,
                        () -> batch.prepare(Sample.message(run, 2, "F-1").build())));
    }

    @Test
    void aChangeIsDoneOnlyFromAnExpectedState() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        assertFalse(change(from(MessageState.APPROVED, MessageState.SENDING, 1)));
        assertFalse(change(from(MessageState.APPROVED, MessageState.SENDING, 99)));
        assertEquals(
                MessageState.PREPARED,
                messages.message(Sample.CREDITOR, MessageId.of(run, 1))
                        .orElseThrow()
                        .state());
    }

    @Test
    void theDayOfSendingStaysWhenDeliveryIsReported() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        assertTrue(change(from(MessageState.PREPARED, MessageState.SENT, 1)
                .on(Sample.TODAY.plusDays(1))
                .through("email")
                .output("<1@exemple.invalid>")));
        assertTrue(change(from(MessageState.SENT, MessageState.DELIVERED, 1).on(Sample.TODAY.plusDays(9))));
        MessageRecord record =
                messages.message(Sample.CREDITOR, MessageId.of(run, 1)).orElseThrow();
        assertEquals(Optional.of(Sample.TODAY.plusDays(1)), record.sentOn());
        assertEquals(Optional.of("email"), record.channel());
        StepRecord step = steps().get(0);
        assertEquals(StepRecord.Outcome.SENT, step.outcome());
        assertEquals(Sample.TODAY.plusDays(1), step.on());
        assertEquals(12, step.claimedMinor());
        assertEquals(Optional.of(Sample.TODAY), step.claimedUntil());
    }

    @Test
    void aMessageCannotBeSentWithoutItsDay() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        assertThrows(IllegalArgumentException.class, () -> change(from(MessageState.PREPARED, MessageState.SENT, 1)));
    }

    @Test
    void pagesFollowEachOtherWhateverTheQuery() throws Exception {
        for (int number = 1; number <= 12; number++) {
            prepare(Sample.message(run, number, "F-" + number).build());
        }
        change(from(MessageState.PREPARED, MessageState.APPROVED, 10));
        change(from(MessageState.PREPARED, MessageState.WITHDRAWN, 3));
        Set<MessageState> waiting = Set.of(MessageState.PREPARED, MessageState.APPROVED);
        List<Long> live = List.of(1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertEquals(live, numbers(MessageQuery.inStates(waiting, 4)));
        assertEquals(live, numbers(MessageQuery.inStates(waiting, 4).of(run)));
        assertEquals(live, numbers(MessageQuery.inStates(waiting, 4).of(Sample.DEBTOR)));
        assertEquals(List.of(3L), numbers(MessageQuery.inStates(Set.of(MessageState.WITHDRAWN), 4)));
        assertEquals(12, numbers(MessageQuery.inStates(Set.of(), 5)).size());
        assertEquals(List.of(), numbers(MessageQuery.inStates(Set.of(), 5).of(DebtorId.of("nobody"))));
    }

    private List<Long> numbers(MessageQuery query) throws LedgerException {
        List<Long> numbers = new ArrayList<>();
        MessageQuery next = query;
        List<MessageRecord> page = messages.messages(Sample.CREDITOR, next);
        while (!page.isEmpty()) {
            assertTrue(page.size() <= query.limit());
            page.forEach(record -> numbers.add(number(record.message().id())));
            next = query.after(page.get(page.size() - 1).message().id());
            page = messages.messages(Sample.CREDITOR, next);
        }
        return numbers;
    }

    private static long number(MessageId message) {
        return Long.parseLong(message.value().substring(message.value().lastIndexOf('-') + 1));
    }

    @Test
    void contentIsKeptOnceAndInOrder() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        prepare(Sample.message(run, 2, "F-2").build());
        DocumentFile letter = DocumentFile.of("lettre.pdf", "application/pdf", new byte[] {1, 0, 2});
        DocumentFile text = DocumentFile.of("texte.txt", "text/plain", "é".getBytes(StandardCharsets.UTF_8));
        Sample.write(ledger, batch -> {
            batch.keepContent(MessageId.of(run, 1), text);
            batch.keepContent(MessageId.of(run, 1), letter);
            batch.keepContent(MessageId.of(run, 2), letter);
        });
        assertEquals(List.of(text, letter), messages.content(Sample.CREDITOR, MessageId.of(run, 1)));
        assertArrayEquals(
                letter.bytes(),
                messages.content(Sample.CREDITOR, MessageId.of(run, 2)).get(0).bytes());
        assertEquals(2L, (long) database.read(session -> session.number(0, "SELECT count(*) FROM content")));
    }

    @Test
    void runsOfOneDayAreNumbered() throws Exception {
        RunId second = Sample.beginRun(ledger);
        assertEquals(new RunId("20261121-1"), run);
        assertEquals(new RunId("20261121-2"), second);
        Sample.write(ledger, batch -> batch.completeRun(second));
        assertEquals(second, messages.runs(Sample.CREDITOR, 1).get(0).id());
        assertTrue(messages.run(Sample.CREDITOR, second).orElseThrow().complete());
        assertFalse(messages.run(Sample.CREDITOR, run).orElseThrow().complete());
        assertEquals(
                Sample.STORE, messages.run(Sample.CREDITOR, run).orElseThrow().store());
    }

    @Test
    void nothingOfAFailedUnitOfWorkIsKept() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> Sample.write(ledger, batch -> {
                    try {
                        batch.prepare(Sample.message(run, 1, "F-1").build());
                    } catch (DuplicateMessageException e) {
                        throw new AssertionError(e);
                    }
                    batch.stop(true);
                    throw new IllegalStateException("the caller failed");
                }));
        assertTrue(messages.message(Sample.CREDITOR, MessageId.of(run, 1)).isEmpty());
        assertFalse(ledger.isStopped(Sample.CREDITOR));
    }

    @Test
    void aUnitOfWorkInsideAnotherIsRefusedInsteadOfWaitingForItself() {
        assertThrows(
                IllegalStateException.class,
                () -> Sample.write(ledger, batch -> Sample.write(ledger, inner -> inner.stop(true))));
    }

    @Test
    void afterARestoreEverythingPossiblySentIsUnknownAndTheSwitchIsUp() throws Exception {
        prepare(Sample.message(run, 1, "F-1").build());
        prepare(Sample.message(run, 2, "F-2").build());
        change(from(MessageState.PREPARED, MessageState.SENT, 2).on(Sample.TODAY));
        SqliteDatabaseCopy copy = new SqliteDatabaseCopy(database, new SteppedClock());
        assertEquals(1, copy.beginEpochAfterRestore());
        assertEquals(
                MessageState.UNKNOWN,
                messages.message(Sample.CREDITOR, MessageId.of(run, 1))
                        .orElseThrow()
                        .state());
        assertEquals(
                MessageState.SENT,
                messages.message(Sample.CREDITOR, MessageId.of(run, 2))
                        .orElseThrow()
                        .state());
        assertTrue(ledger.isStopped(Sample.CREDITOR));
        assertTrue(ledger.isStopped(org.quittance.api.model.CreditorId.of("written-later")));
        assertTrue(new SqliteCaseJournal(database).verify(Sample.CREDITOR).isValid());
    }
}
