package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Role;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.Selection;

class PrepareTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate THURSDAY = DUE.plusDays(3);
    private static final LocalDate FRIDAY = DUE.plusDays(4);

    private final Path folder;
    private final World world;

    PrepareTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.bankDataComplete();
        for (String id : new String[] {"anne", "bob", "carl"}) {
            world.debtor(id);
            world.invoice("F-" + id, id, DUE, "120.00");
        }
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void preparesOneMessagePerDebtorAndAnswersEveryItem() throws Exception {
        World.Heard heard = world.prepare(THURSDAY);
        assertEquals(3, heard.summary.messages());
        assertEquals(3, heard.summary.items());
        assertEquals(3, world.all(MessageState.PREPARED).size());
        assertTrue(world.messages
                .run(World.FIRM, heard.summary.run().orElseThrow())
                .orElseThrow()
                .complete());
    }

    @Test
    void aReminderThatCannotSayWhereToPayIsNotPreparedAndSaysWhichFieldIsEmpty() throws Exception {
        world.firms.firm = withoutAccount(false);
        World.Heard heard = world.prepare(THURSDAY);
        assertEquals(0, heard.summary.messages());
        assertEquals(Map.of("DATA_BROKEN", 3L), heard.summary.reasons());
        assertTrue(heard.silent.get(0).detail().orElseThrow().contains("accounts.EUR in etc/creditors/"));
    }

    @Test
    void aDraftOfACreditorIsTriedOutWithoutAnAccount() throws Exception {
        world.firms.firm = withoutAccount(true);
        assertEquals(3, world.prepare(THURSDAY).summary.messages());
    }

    private org.quittance.api.model.Creditor withoutAccount(boolean draft) {
        return org.quittance.api.model.Creditor.named(World.FIRM, "Exemple SARL", world.firms.firm.address())
                .draft(draft)
                .build();
    }

    @Test
    void preparingTwiceOnADayChangesNothing() throws Exception {
        World.Heard first = world.prepare(THURSDAY);
        long entries = world.journal.verify(World.FIRM).entries();
        World.Heard second = world.prepare(THURSDAY);
        assertEquals(0, second.summary.messages());
        assertEquals(0, second.summary.superseded());
        assertEquals(3, second.summary.standing());
        assertEquals(first.summary.run(), second.summary.run());
        assertEquals(first.summary.reasons(), second.summary.reasons());
        assertEquals(entries, world.journal.verify(World.FIRM).entries());
        assertEquals(1, world.messages.runs(World.FIRM, 10).size());
        assertEquals(3, world.all().size());
    }

    @Test
    void aMediumThatCannotSendForTheCreditorIsNotDecidedFor() throws Exception {
        world.mails.serving(creditor -> false);
        World.Heard dry = world.dryRun(THURSDAY);
        assertEquals(
                List.of("letter", "letter", "letter"),
                dry.actions.stream().map(RunAction::channel).toList());
        world.prepare(THURSDAY);
        world.approve();
        assertEquals(
                List.of("letter", "letter", "letter"),
                world.dispatch().actions.stream().map(RunAction::channel).toList());
    }

    @Test
    void aBrokenCreditorCanStillBeStoppedAndNothingElse() throws Exception {
        world.firms.problems = Map.of(World.FIRM.value(), "etc/creditors/exemple.json: field «name»");
        world.runs.stop(World.FIRM, true, World.CLERK);
        assertTrue(world.ledger.isStopped(World.FIRM));
        CaseworkException refusal = assertThrows(CaseworkException.class, () -> world.dryRun(THURSDAY));
        assertEquals(CaseworkException.Kind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("exemple.json"), refusal::getMessage);
    }

    @Test
    void supersedesWhatNobodyApproved() throws Exception {
        world.prepare(THURSDAY);
        World.Heard next = world.prepare(FRIDAY);
        assertEquals(3, next.summary.superseded());
        assertEquals(3, next.summary.messages());
        assertEquals(3, world.all(MessageState.WITHDRAWN).size());
        assertEquals(3, world.all(MessageState.PREPARED).size());
    }

    @Test
    void leavesWhatIsApproved() throws Exception {
        world.prepare(THURSDAY);
        world.approve();
        World.Heard next = world.prepare(FRIDAY);
        assertEquals(0, next.summary.messages());
        assertEquals(Map.of("MESSAGE_LIVE", 3L), next.summary.reasons());
        assertEquals(3, world.all(MessageState.APPROVED).size());
    }

    @Test
    void refusesARunBeforeOneThatWasMade() throws Exception {
        world.prepare(FRIDAY);
        CaseworkException refusal = assertThrows(CaseworkException.class, () -> world.prepare(THURSDAY));
        assertEquals(CaseworkException.Kind.USAGE, refusal.kind());
    }

    @Test
    void dryRunDecidesLikeTheRealRunAndWritesNothing() throws Exception {
        world.prepare(THURSDAY);
        world.payment("p1", "F-anne", "120.00", THURSDAY);
        world.payment("p2", "F-bob", "20.00", THURSDAY);
        world.debtor("dora");
        world.invoice("F-dora", "dora", DUE, "80.00");
        long entries = world.journal.verify(World.FIRM).entries();
        World.Heard dry = world.dryRun(FRIDAY);
        assertEquals(entries, world.journal.verify(World.FIRM).entries());
        assertEquals(3, world.all().size());
        assertTrue(dry.summary.run().isEmpty());
        World.Heard real = world.prepare(FRIDAY);
        assertEquals(real.decisions(), dry.decisions());
        assertEquals(real.summary.reasons(), dry.summary.reasons());
        assertEquals(real.summary.messages(), dry.summary.messages());
    }

    @Test
    void dryRunForeseesWhatAPaymentSetsFree() throws Exception {
        world.invoice("F-anne-2", "anne", DUE, "70.00");
        world.prepare(THURSDAY);
        world.approve();
        world.payment("p1", "F-anne", "120.00", THURSDAY);
        World.Heard dry = world.dryRun(FRIDAY);
        World.Heard real = world.prepare(FRIDAY);
        assertEquals(1, real.summary.messages(), "the other invoice is free to be reminded again");
        assertEquals(real.decisions(), dry.decisions());
    }

    @Test
    void paymentWithdrawsWhatIsQueued() throws Exception {
        world.prepare(THURSDAY);
        world.approve();
        world.payment("p1", "F-anne", "120.00", THURSDAY);
        world.prepare(FRIDAY);
        MessageRecord withdrawn = world.all(MessageState.WITHDRAWN).get(0);
        assertEquals(DebtorId.of("anne"), withdrawn.message().debtor());
        assertEquals(2, world.all(MessageState.APPROVED).size());
    }

    @Test
    void changesDatedAfterTheDayDecidedForWaitAndAreTakenInOnce() throws Exception {
        world.payment("late", "F-anne", "120.00", FRIDAY.plusDays(3));
        world.payment("early", "F-bob", "120.00", THURSDAY);
        world.whole(THURSDAY);
        assertEquals(2, world.mails.sent().size());
        assertTrue(life("anne").isEmpty());
        assertEquals(Optional.of(THURSDAY), life("bob"));
        world.prepare(FRIDAY);
        assertTrue(life("anne").isEmpty());
        world.prepare(FRIDAY.plusDays(3));
        assertEquals(Optional.of(FRIDAY.plusDays(3)), life("anne"));
        String cursor =
                world.ledger.cursor(World.FIRM, world.store.id()).orElseThrow().value();
        assertTrue(cursor.matches("[0-9]+"), cursor);
    }

    @Test
    void aDebtorWhoseDataIsBrokenIsReportedAndTheRestGoesOn() throws Exception {
        world.take(session -> session.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("bob")), "Bob")
                .policy("no-such-policy")
                .build()));
        World.Heard heard = world.prepare(THURSDAY);
        assertEquals(2, heard.summary.messages());
        assertEquals(1, heard.summary.failed());
        assertTrue(heard.failed.get(0).startsWith("bob: there is no policy"), heard.failed.toString());
        assertEquals(1L, heard.summary.reasons().get("DATA_BROKEN"));
    }

    @Test
    void aDebtorThatCannotBeWrittenIsReportedAndTheRestGoesOn() throws Exception {
        int[] written = new int[1];
        FaultPoints refusing = new FaultPoints(point -> {
            // The second of three debtors, each time the batch is written.
            if (point.equals("prepare.message-written") && ++written[0] % 2 == 0) {
                throw new IllegalStateException("refused");
            }
        });
        World.Heard heard = new World.Heard();
        world.runs(refusing.around(world.ledger))
                .prepare(World.FIRM, new RunRequest(THURSDAY, false, Optional.empty()), World.CLERK, heard);
        assertEquals(1, heard.failed.size());
        assertEquals(
                Set.of(DebtorId.of("anne"), DebtorId.of("carl")),
                world.all(MessageState.PREPARED).stream()
                        .map(record -> record.message().debtor())
                        .collect(Collectors.toSet()));
        assertTrue(world.journal.verify(World.FIRM).isValid());
    }

    @Test
    void aDebtorWithoutWordsInItsLanguageIsReportedAlone() throws Exception {
        world.take(session -> session.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("bob")), "Bob")
                .language(Locale.forLanguageTag("es"))
                .email("bob@debiteur.example")
                .build()));
        World.Heard heard = world.prepare(THURSDAY);
        assertEquals(2, heard.summary.messages());
        assertTrue(heard.failed.get(0).contains("«es»"), heard.failed.toString());
    }

    @Test
    void missingWordsAndBadPoliciesAreListedBeforeTheRunBegins() throws Exception {
        world.renderer.without = "firm";
        Files.writeString(folder.resolve("etc/policies/bad.json"), "{\"id\": \"bad\"}");
        CaseworkException refusal = assertThrows(CaseworkException.class, () -> world.prepare(THURSDAY));
        assertEquals(CaseworkException.Kind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("«firm» in «de»"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("bad.json"), refusal.getMessage());
        assertTrue(world.all().isEmpty());
    }

    @Test
    void onlyChangedAnswersAreJournalled() throws Exception {
        world.prepare(DUE);
        long entries = world.journal.verify(World.FIRM).entries();
        world.prepare(DUE.plusDays(1));
        long silentDay = world.journal.verify(World.FIRM).entries();
        assertEquals(1, silentDay - entries, "the run itself and no answer");
    }

    @Test
    void anotherThanTheClerkMayNotPrepare() {
        Actor reader = Actor.of("rita", Set.of(Role.READER));
        RunRequest real = new RunRequest(THURSDAY, false, Optional.empty());
        CaseworkException refusal = assertThrows(
                CaseworkException.class, () -> world.runs.prepare(World.FIRM, real, reader, new World.Heard()));
        assertEquals(CaseworkException.Kind.FORBIDDEN, refusal.kind());
    }

    @Test
    void withFourEyesNobodyApprovesTheirOwnRun() throws Exception {
        world.firms.firm = org.quittance.api.model.Creditor.named(
                        World.FIRM, "Exemple SARL", world.firms.firm.address())
                .accounts(Map.of("EUR", world.firms.firm.account("EUR").orElseThrow()))
                .fourEyes(true)
                .build();
        world.prepare(THURSDAY);
        CaseworkException refusal = assertThrows(
                CaseworkException.class,
                () -> world.runs.approve(World.FIRM, Selection.everything(), World.CLERK, new World.Heard()));
        assertEquals(CaseworkException.Kind.FORBIDDEN, refusal.kind());
        assertEquals(3, world.all(MessageState.PREPARED).size());
        assertEquals(Map.of("APPROVED", 3L), world.approve().states());
    }

    @Test
    void aDisputeRecordedAfterTheDecisionTakesThePlaceOfTheMessage() throws Exception {
        world.prepare(THURSDAY);
        ItemKey item = ItemKey.of(World.FIRM, InvoiceId.of("F-anne"), 1);
        world.ledger.write(
                World.FIRM,
                World.CLERK,
                batch -> batch.put(
                        DebtorId.of("anne"),
                        new Dispute(
                                "d1", item, Optional.empty(), "faulty", THURSDAY, Optional.empty(), Optional.empty())));
        World.Heard second = world.prepare(THURSDAY);
        assertEquals(1, second.summary.superseded());
        assertFalse(world.all(MessageState.PREPARED).stream()
                .anyMatch(record -> record.message().debtor().equals(DebtorId.of("anne"))));
    }

    private Optional<LocalDate> life(String debtor) throws Exception {
        ItemKey item = ItemKey.of(World.FIRM, InvoiceId.of("F-" + debtor), 1);
        return Optional.ofNullable(world.ledger
                        .histories(World.FIRM, Set.of(DebtorId.of(debtor)))
                        .get(DebtorId.of(debtor))
                        .lives()
                        .get(item))
                .flatMap(life -> life.settledOn());
    }
}
