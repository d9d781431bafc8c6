package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Role;
import org.quittance.api.time.HolidayCalendar;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.Selection;
import org.quittance.tck.channel.RecordingChannel.Act;

class DispatchTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);

    private final Path folder;
    private final World world;

    DispatchTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.bankDataComplete();
        for (String id : new String[] {"anne", "bob", "carl"}) {
            world.debtor(id);
            world.invoice("F-" + id, id, DUE, "120.00");
        }
        world.prepare(DAY);
        world.approve();
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, SENT",
        "AWAITING_CONFIRMATION, AWAITING_CONFIRMATION",
        "DEFERRED, DEFERRED",
        "UNKNOWN, UNKNOWN",
        "THROWS_PASSING, DEFERRED",
        "THROWS_LASTING, APPROVED",
        "DIES_BEFORE_EFFECT, UNKNOWN",
        "DIES_AFTER_EFFECT, UNKNOWN"
    })
    void everyOutcomeOfAChannelHasItsState(Act act, MessageState state) throws Exception {
        world.mails.always(act);
        world.dispatch();
        assertEquals(3, world.all(state).size());
        assertEquals(0, world.letters.attempts().size(), "no other channel was tried");
    }

    @Test
    void sendsOnceHoweverOftenItIsDispatched() throws Exception {
        world.dispatch();
        world.dispatch();
        assertEquals(3, world.mails.attempts().size());
        MessageRecord sent = world.all(MessageState.SENT).get(0);
        assertEquals(Optional.of(DAY), sent.sentOn());
        assertEquals(3, world.messages.content(World.FIRM, sent.message().id()).size());
    }

    @Test
    void onlyADefiniteRefusalLeadsToTheNextChannel() throws Exception {
        world.mails.always(Act.REFUSED);
        World.Heard heard = world.dispatch();
        assertEquals(Map.of("SENT", 3L), heard.messages.states());
        assertEquals(3, world.letters.sent().size());
        assertEquals("letter", world.all(MessageState.SENT).get(0).channel().orElseThrow());
        assertEquals(
                world.mails.attempts().get(0).key(),
                world.letters.attempts().get(0).key());
    }

    @Test
    void refusedByAllIsRefused() throws Exception {
        world.mails.always(Act.REFUSED);
        world.letters.always(Act.REFUSED);
        world.dispatch();
        MessageRecord refused = world.all(MessageState.REFUSED).get(0);
        assertTrue(refused.reason().orElseThrow().contains("email: ")
                && refused.reason().get().contains("letter: "));
    }

    @Test
    void anUnreachableMediumIsPassedOver() throws Exception {
        world.mails.reaching(debtor -> false);
        world.dispatch();
        assertEquals(3, world.letters.sent().size());
        assertEquals(0, world.mails.attempts().size());
    }

    @Test
    void withdrawsWhatChangedSinceItWasDecided() throws Exception {
        world.payment("p", "F-anne", "20.00", DAY);
        world.dispatch();
        assertEquals(2, world.mails.sent().size());
        MessageRecord withdrawn = world.all(MessageState.WITHDRAWN).get(0);
        assertTrue(withdrawn.reason().orElseThrow().contains("F-anne changed"));
    }

    @Test
    void withdrawsWhatTheCaseForbidsByNow() throws Exception {
        world.ledger.write(
                World.FIRM,
                World.CLERK,
                batch ->
                        batch.put(DebtorId.of("bob"), new Hold("h", Optional.empty(), "asked", DAY, Optional.empty())));
        world.dispatch();
        assertEquals(1, world.all(MessageState.WITHDRAWN).size());
        assertEquals(2, world.mails.sent().size());
    }

    @Test
    void nothingLeavesWhileTheStopSwitchIsUp() throws Exception {
        Actor clerk = Actor.of("claire", Set.of(Role.CLERK));
        world.runs.stop(World.FIRM, true, clerk);
        CaseworkException refusal = assertThrows(CaseworkException.class, world::dispatch);
        assertEquals(CaseworkException.Kind.STOPPED, refusal.kind());
        assertEquals(0, world.mails.attempts().size());
        CaseworkException forbidden =
                assertThrows(CaseworkException.class, () -> world.runs.stop(World.FIRM, false, clerk));
        assertEquals(CaseworkException.Kind.FORBIDDEN, forbidden.kind());
        world.runs.stop(World.FIRM, false, World.CLERK);
        world.dispatch();
        assertEquals(3, world.mails.sent().size());
    }

    @Test
    void theStopSwitchWorksInTheMiddleOfADispatch() throws Exception {
        world.mails.beforeSend(() -> stop());
        assertThrows(CaseworkException.class, world::dispatch);
        assertEquals(1, world.mails.sent().size());
        assertEquals(2, world.all(MessageState.APPROVED).size());
    }

    private void stop() {
        try {
            world.runs.stop(World.FIRM, true, World.CLERK);
        } catch (CaseworkException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChannelThatGoesAwayLeavesTheRestApproved() throws Exception {
        world.installation.removeChannel(world.letters);
        world.mails.beforeSend(() -> world.installation.removeChannel(world.mails));
        World.Heard heard = world.dispatch();
        assertEquals(1, world.all(MessageState.SENT).size());
        assertEquals(2, world.all(MessageState.APPROVED).size());
        assertEquals(2, heard.messages.failed());
        world.mails.beforeSend(() -> {});
        world.installation.addChannel(world.mails, Map.of());
        world.dispatch();
        assertEquals(3, world.mails.sent().size());
    }

    @Test
    void nothingArrivesOnTheDebtorsHoliday() throws Exception {
        world.installation.addCalendar(
                new HolidayCalendar() {
                    @Override
                    public String country() {
                        return "FR";
                    }

                    @Override
                    public boolean isBusinessDay(LocalDate day) {
                        return !day.equals(DAY);
                    }
                },
                Map.of());
        World.Heard heard = world.dispatch();
        assertEquals(Map.of("APPROVED", 3L), heard.messages.states());
        world.clock.day = DAY.plusDays(1);
        world.dispatch();
        assertEquals(3, world.mails.sent().size());
    }

    @Test
    void aRealWorkspaceDispatchesOnNoDayButToday() throws Exception {
        world.clock.simulated = false;
        CaseworkException refusal = assertThrows(
                CaseworkException.class,
                () -> world.runs.dispatch(
                        World.FIRM, Selection.everything(), DAY.plusDays(1), World.CLERK, new World.Heard()));
        assertEquals(CaseworkException.Kind.USAGE, refusal.kind());
    }

    @Test
    void aCrashBetweenIntentionAndOutcomeBlocksRepetitionUntilSomebodyFindsOut() throws Exception {
        world.mails.withoutReconciliation();
        crash(2);
        assertEquals(3, world.all(MessageState.SENDING).size());
        World.Heard heard = world.prepare(DAY.plusDays(20));
        assertEquals(3, world.all(MessageState.UNKNOWN).size());
        assertEquals(Map.of("MESSAGE_UNKNOWN", 3L), heard.summary.reasons());
        world.dispatch();
        assertEquals(3, world.mails.attempts().size(), "nothing was repeated");
        MessageId one = world.all(MessageState.UNKNOWN).get(0).message().id();
        world.runs.resolve(
                World.FIRM, Selection.of(Set.of(one)), MessageState.SENT, DAY, World.CLERK, new World.Heard());
        assertEquals(
                Optional.of(DAY),
                world.messages.message(World.FIRM, one).orElseThrow().sentOn());
    }

    @Test
    void aChannelThatCanSayEndsTheDoubt() throws Exception {
        crash(2);
        World.Heard dry = world.dryRun(DAY.plusDays(1));
        assertEquals(3, world.all(MessageState.SENDING).size());
        World.Heard real = world.prepare(DAY.plusDays(1));
        assertEquals(3, world.all(MessageState.SENT).size());
        assertEquals(real.decisions(), dry.decisions());
    }

    @Test
    void aCrashBeforeTheCallLeavesWhatNeverLeft() throws Exception {
        crash(1);
        assertEquals(0, world.mails.attempts().size());
        assertEquals(3, world.all(MessageState.APPROVED).size());
    }

    /** Dispatches with a ledger whose n-th commit of this dispatch fails as a full disk does. */
    private void crash(int commit) {
        CaseLedger failing = new CaseLedger(world.ledger, commit);
        assertThrows(
                CaseworkException.class,
                () -> world.runs(failing.ledger())
                        .dispatch(World.FIRM, Selection.everything(), DAY, World.CLERK, new World.Heard()));
    }

    /** A ledger that fails at one commit. */
    private record CaseLedger(org.quittance.api.ledger.CaseLedger sound, int failing) {

        org.quittance.api.ledger.CaseLedger ledger() {
            int[] commits = {0};
            return (org.quittance.api.ledger.CaseLedger) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {org.quittance.api.ledger.CaseLedger.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("write") && ++commits[0] == failing) {
                            throw LedgerException.lasting("the disk is full", null);
                        }
                        return method.invoke(sound, arguments);
                    });
        }
    }

    @Test
    void lettersCountAsSentOnceTheirPostingIsConfirmed() throws Exception {
        world.mails.always(Act.AWAITING_CONFIRMATION);
        world.dispatch();
        RunId run = world.messages.runs(World.FIRM, 1).get(0).id();
        assertEquals(
                3,
                world.runs
                        .posted(World.FIRM, run, DAY.minusDays(1), World.CLERK, new World.Heard())
                        .failed());
        assertThrows(
                CaseworkException.class,
                () -> world.runs.posted(World.FIRM, run, DAY.plusDays(1), World.CLERK, new World.Heard()));
        world.runs.posted(World.FIRM, run, DAY, World.CLERK, new World.Heard());
        assertEquals(3, world.all(MessageState.SENT).size());
    }

    @Test
    void theOneLetterThatIsNamedIsConfirmedAndNoOther() throws Exception {
        world.mails.always(Act.AWAITING_CONFIRMATION);
        world.dispatch();
        MessageId first =
                world.all(MessageState.AWAITING_CONFIRMATION).get(0).message().id();
        world.runs.posted(World.FIRM, Selection.of(Set.of(first)), DAY, World.CLERK, new World.Heard());
        assertEquals(
                List.of(first),
                world.all(MessageState.SENT).stream()
                        .map(record -> record.message().id())
                        .toList());
    }

    @Test
    void takesBackWhatHasNotLeft() throws Exception {
        MessageId first = world.all(MessageState.APPROVED).get(0).message().id();
        world.runs.withdraw(World.FIRM, Selection.of(Set.of(first)), "a mistake", World.CLERK, new World.Heard());
        world.dispatch();
        assertEquals(2, world.mails.sent().size());
        assertEquals(
                1,
                world.runs
                        .withdraw(
                                World.FIRM,
                                Selection.of(Set.of(world.all(MessageState.SENT)
                                        .get(0)
                                        .message()
                                        .id())),
                                "too late",
                                World.CLERK,
                                new World.Heard())
                        .failed());
    }

    @Test
    void aCallIsASheetInTheOutboxUntilSomebodyDidItOrItsDaysAreOver() throws Exception {
        world.dispatch();
        world.whole(DUE.plusDays(15));
        LocalDate callDay = DUE.plusDays(22);
        world.whole(callDay);
        MessageRecord task = world.all(MessageState.AWAITING_CONFIRMATION).get(0);
        assertTrue(Files.isRegularFile(Path.of(task.output().orElseThrow())), task.toString());
        world.runs.resolve(
                World.FIRM,
                Selection.of(Set.of(task.message().id())),
                MessageState.SENT,
                callDay,
                World.CLERK,
                new World.Heard());
        world.prepare(callDay.plusDays(14));
        assertEquals(2, world.all(MessageState.EXPIRED).size());
        assertEquals(
                1,
                world.all(MessageState.SENT).stream()
                        .filter(record -> record.message().step().equals("call"))
                        .count());
    }

    @Test
    void nobodyIsToCallAboutAnInvoiceThatWasPaidMeanwhile() throws Exception {
        world.dispatch();
        world.whole(DUE.plusDays(15));
        LocalDate callDay = DUE.plusDays(22);
        world.whole(callDay);
        assertEquals(3, world.all(MessageState.AWAITING_CONFIRMATION).size());
        world.payment("p-anne", "F-anne", "120.00", callDay);
        world.prepare(callDay.plusDays(1));
        assertEquals(
                List.of("anne"),
                world.all(MessageState.WITHDRAWN).stream()
                        .map(record -> record.message().debtor().value())
                        .toList());
    }

    @Test
    void aFormalNoticeNobodyCanCompleteIsNotPreparedAndSaysWhy() throws Exception {
        world.dispatch();
        LocalDate day = DAY;
        World.Heard heard = new World.Heard();
        for (int week = 0; week < 12 && heard.summary.reasons().getOrDefault("DATA_BROKEN", 0L) == 0; week++) {
            day = day.plusDays(7);
            heard = world.prepare(day);
            world.approve();
            world.dispatch();
        }
        assertEquals(3L, heard.summary.reasons().get("DATA_BROKEN"), heard.summary.toString());
        assertTrue(heard.silent.get(0).detail().orElseThrow().startsWith("legal: no provider"));
        assertEquals("formal-notice", heard.silent.get(0).step().orElseThrow());
    }

    @Test
    void aDebtorOfAnotherCountryAndLanguageIsWrittenToInIt() throws Exception {
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("emma")), "Emma")
                .language(Locale.ENGLISH)
                .country("GB")
                .email("emma@debtor.example")
                .build());
        world.invoice("F-emma", "emma", DUE, "300.00");
        world.whole(DAY);
        assertEquals(
                Locale.ENGLISH,
                world.mails.sent().stream()
                        .filter(message -> message.debtor().id().equals(DebtorId.of("emma")))
                        .findFirst()
                        .orElseThrow()
                        .language());
        assertTrue(Files.isDirectory(folder));
    }
}
