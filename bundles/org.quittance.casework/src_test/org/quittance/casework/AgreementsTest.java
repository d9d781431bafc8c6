package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Actor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.Role;
import org.quittance.casework.World.Heard;
import org.quittance.casework.agreement.CaseworkCommitmentService;
import org.quittance.casework.agreement.Desk;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService;
import org.quittance.service.agreement.CommitmentService.Plan;
import org.quittance.service.agreement.CommitmentService.Promise;
import org.quittance.service.agreement.CommitmentService.Rhythm;
import org.quittance.service.agreement.CommitmentService.Settlement;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.agreement.Verdict;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.decision.Reason;

/** Promises, plans and settlements, from the recording to the message that goes or stays. */
class AgreementsTest {

    /** A Monday. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final LocalDate FIRST = DUE.plusDays(3);
    private static final DebtorId ANNE = DebtorId.of("anne");

    private final World world;
    private final CommitmentService commitments;

    AgreementsTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        Desk desk = new Desk(
                world.ledger,
                world.agreements,
                world.library,
                world.firms,
                world.clock,
                world.installation,
                world.engine,
                world.lint);
        commitments = new CaseworkCommitmentService(desk);
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "365.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private Recording by(Actor actor) {
        return new Recording(actor, world.clock.day, false);
    }

    private Agreement promise(LocalDate by, String amount) throws CaseworkException {
        Promise promise =
                new Promise(Scope.ALL, by, Optional.of(new BigDecimal(amount)), false, "Mme Exemple", "virement");
        return commitments.promise(World.FIRM, ANNE, promise, by(World.CLERK));
    }

    private Agreement settle(String amount, LocalDate by) throws CaseworkException {
        Settlement settlement = new Settlement(Scope.ALL, new BigDecimal(amount), by, false, "", "");
        return commitments.settle(World.FIRM, ANNE, settlement, by(World.CLERK));
    }

    private static Plan plan(int instalments, LocalDate first) {
        return new Plan(
                Scope.ALL,
                instalments,
                Rhythm.MONTH,
                first,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                "");
    }

    private static Reason onlyReason(Heard heard) {
        assertEquals(1, heard.silent.size(), heard.silent::toString);
        return heard.silent.get(0).reason();
    }

    private Commitment only() throws Exception {
        List<Commitment> all = world.agreements.agreements(World.FIRM, ANNE).commitments();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    private List<String> journal() throws Exception {
        return world.journal.entries(World.FIRM, Optional.of(ANNE), 100).stream()
                .map(JournalEntry::kind)
                .toList();
    }

    @Test
    void aPromiseRecordedBetweenPrepareAndDispatchWithdrawsTheMessage() throws Exception {
        world.prepare(FIRST);
        world.approve();
        promise(FIRST.plusDays(10), "365.00");
        world.dispatch();
        assertEquals(0, world.mails.sent().size());
        List<MessageRecord> withdrawn = world.all(MessageState.WITHDRAWN);
        assertEquals(1, withdrawn.size());
        assertTrue(withdrawn.get(0).reason().orElseThrow().contains("recorded about the debtor"));
        assertEquals(Reason.PROMISE_RUNNING, onlyReason(world.prepare(FIRST.plusDays(1))));
    }

    @Test
    void aPromiseWithoutInvoicesIsAboutWhatIsDueByThen() throws Exception {
        world.clock.day = FIRST;
        world.invoice("F-later", "anne", FIRST.plusDays(20), "90.00");
        Commitment promise = promise(FIRST.plusDays(10), "365.00").commitment();
        assertEquals(1, promise.items().size(), promise::toString);
    }

    @Test
    void aBrokenPromiseIsToldAndTheLadderGoesOnWhereItStood() throws Exception {
        world.whole(FIRST);
        LocalDate promised = FIRST.plusDays(7);
        promise(promised, "365.00");
        assertEquals(Reason.PROMISE_RUNNING, onlyReason(world.prepare(promised.plusDays(5))));
        LocalDate told = promised.plusDays(6);
        Heard heard = world.prepare(told);
        assertEquals(1, heard.actions.size());
        world.approve();
        world.dispatch();
        assertEquals(Commitment.State.BROKEN, only().state());
        assertTrue(journal().contains("commitment.broken"), journal()::toString);
        assertEquals(Reason.STEP_GAP, onlyReason(world.prepare(told.plusDays(11))));
        assertEquals("firm", world.prepare(told.plusDays(12)).actions.get(0).step());
    }

    @Test
    void aKeptPromiseIsKeptAndJournalled() throws Exception {
        world.whole(FIRST);
        promise(FIRST.plusDays(7), "300.00");
        world.payment("p", "F-1", "300.00", FIRST.plusDays(5));
        world.prepare(FIRST.plusDays(20));
        assertEquals(Commitment.State.KEPT, only().state());
        assertTrue(journal().contains("commitment.kept"), journal()::toString);
    }

    @Test
    void cancellingAPromiseLetsTheLadderGoOn() throws Exception {
        world.whole(FIRST);
        String id = promise(FIRST.plusDays(30), "365.00").commitment().id();
        assertEquals(Reason.PROMISE_RUNNING, onlyReason(world.prepare(FIRST.plusDays(14))));
        commitments.decide(World.FIRM, ANNE, id, Verdict.CANCEL, "recorded twice", by(World.CLERK));
        assertEquals("firm", world.prepare(FIRST.plusDays(15)).actions.get(0).step());
        assertEquals(Commitment.State.CANCELLED, only().state());
    }

    @Test
    void theSameInvoiceIsNotPromisedTwiceUnlessReplaced() throws Exception {
        world.clock.day = FIRST;
        promise(FIRST.plusDays(5), "100.00");
        CaseworkException refusal = assertThrows(CaseworkException.class, () -> promise(FIRST.plusDays(9), "100.00"));
        assertTrue(refusal.getMessage().contains("promise-1"), refusal::getMessage);
        Promise other = new Promise(Scope.ALL, FIRST.plusDays(9), Optional.empty(), true, "", "");
        Agreement agreement = commitments.promise(World.FIRM, ANNE, other, by(World.CLERK));
        assertEquals(List.of("promise-1"), agreement.replaced());
        assertEquals("promise-2", agreement.commitment().id());
    }

    @Test
    void aDryRecordingWritesNothing() throws Exception {
        world.clock.day = FIRST;
        Recording dry = new Recording(World.CLERK, FIRST, true);
        Agreement agreement = commitments.plan(World.FIRM, ANNE, plan(3, FIRST.plusMonths(1)), dry);
        assertEquals(3, agreement.commitment().instalments().size());
        assertEquals(List.of(), world.agreements.agreements(World.FIRM, ANNE).commitments());
        assertEquals(List.of(), journal());
    }

    @Test
    void whatIsBeyondThePolicyHasNoEffectBeforeSomebodyElseApproves() throws Exception {
        world.firms.firm = org.quittance.api.model.Creditor.named(
                        World.FIRM, "Exemple SARL", world.firms.firm.address())
                .accounts(Map.of("EUR", world.firms.firm.account("EUR").orElseThrow()))
                .fourEyes(true)
                .build();
        world.clock.day = FIRST;
        Agreement agreement = commitments.plan(World.FIRM, ANNE, plan(12, FIRST.plusMonths(1)), by(World.CLERK));
        assertEquals(Commitment.State.PROPOSED, agreement.commitment().state());
        assertEquals(2, agreement.beyond().size(), agreement.beyond()::toString);
        assertEquals("courteous", world.prepare(FIRST).actions.get(0).step());
        String id = agreement.commitment().id();
        assertEquals(
                Kind.FORBIDDEN,
                assertThrows(
                                CaseworkException.class,
                                () -> commitments.decide(World.FIRM, ANNE, id, Verdict.APPROVE, "", by(World.CLERK)))
                        .kind());
        Actor clerk = Actor.of("paul", Set.of(Role.CLERK));
        assertEquals(
                Kind.FORBIDDEN,
                assertThrows(
                                CaseworkException.class,
                                () -> commitments.decide(World.FIRM, ANNE, id, Verdict.APPROVE, "", by(clerk)))
                        .kind());
        commitments.decide(World.FIRM, ANNE, id, Verdict.APPROVE, "", by(World.APPROVER));
        assertEquals(Reason.PLAN_RUNNING, onlyReason(world.prepare(FIRST.plusDays(1))));
    }

    @Test
    void aMissedInstalmentMakesAllOfItDue() throws Exception {
        world.whole(FIRST);
        commitments.plan(World.FIRM, ANNE, plan(3, FIRST.plusDays(10)), by(World.CLERK));
        world.payment("p", "F-1", "121.66", FIRST.plusDays(9));
        LocalDate second = FIRST.plusDays(10).plusMonths(1);
        assertEquals(Reason.PLAN_RUNNING, onlyReason(world.prepare(second)));
        Heard heard = world.prepare(second.plusDays(12));
        assertEquals(Money.parse("243.34", "EUR"), heard.actions.get(0).principal());
        assertEquals(Commitment.State.BROKEN, only().state());
    }

    @Test
    void anExpiredSettlementReturnsTheFullClaim() throws Exception {
        world.whole(FIRST);
        settle("340.00", FIRST.plusDays(7));
        assertEquals(Reason.SETTLEMENT_RUNNING, onlyReason(world.prepare(FIRST.plusDays(8))));
        Heard heard = world.prepare(FIRST.plusDays(20));
        assertEquals(Money.parse("365.00", "EUR"), heard.actions.get(0).principal());
    }

    @Test
    void aSettlementThatIsPaidReleasesTheRest() throws Exception {
        world.whole(FIRST);
        settle("340.00", FIRST.plusDays(7));
        world.payment("p", "F-1", "340.00", FIRST.plusDays(6));
        assertEquals(Reason.RELEASED, onlyReason(world.dryRun(FIRST.plusDays(8))));
        assertEquals(Commitment.State.LIVE, only().state(), "a dry run writes nothing");
        assertEquals(Reason.RELEASED, onlyReason(world.prepare(FIRST.plusDays(8))));
        assertEquals(Commitment.State.KEPT, only().state());
        assertTrue(journal().containsAll(List.of("commitment.kept", "goodwill.granted")), journal()::toString);
        Goodwill release =
                world.agreements.agreements(World.FIRM, ANNE).goodwill().get(0);
        assertEquals(Optional.of(Money.parse("25.00", "EUR")), release.amount());
        assertFalse(release.proposedBy().isEmpty());
        assertEquals(Reason.RELEASED, onlyReason(world.prepare(FIRST.plusDays(40))));
    }

    @Test
    void theReleaseFallsWhenTheBankTakesTheMoneyOfASettlementBack() throws Exception {
        world.whole(FIRST);
        settle("340.00", FIRST.plusDays(7));
        world.payment("p", "F-1", "340.00", FIRST.plusDays(6));
        world.prepare(FIRST.plusDays(14));
        assertEquals(Commitment.State.KEPT, only().state());
        world.take(session -> session.takeBack("p", FIRST.plusDays(20), "returned"));
        Heard heard = world.prepare(FIRST.plusDays(21));
        assertEquals(Money.parse("365.00", "EUR"), heard.actions.get(0).principal());
        assertEquals(Commitment.State.BROKEN, only().state());
        Goodwill fallen =
                world.agreements.agreements(World.FIRM, ANNE).goodwill().get(0);
        assertEquals(Goodwill.State.CANCELLED, fallen.state());
        assertEquals(fallen.proposedBy(), fallen.decidedBy().orElseThrow());
        assertTrue(journal().containsAll(List.of("commitment.broken", "goodwill.cancelled")), journal()::toString);
        world.prepare(FIRST.plusDays(21));
        assertEquals(1, journal().stream().filter("goodwill.cancelled"::equals).count(), journal()::toString);
    }

    @Test
    void interestAgreedInAPlanAndPaidIsNeitherNettedNorTakenTwice() throws Exception {
        world.whole(FIRST);
        Plan withInterest = new Plan(
                Scope.ALL,
                1,
                Rhythm.MONTH,
                FIRST.plusDays(30),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("12")),
                false,
                "",
                "");
        Agreement agreed = commitments.plan(World.FIRM, ANNE, withInterest, by(World.CLERK));
        Money interest = agreed.terms().interest();
        assertTrue(interest.isPositive());
        LocalDate paid = FIRST.plusDays(28);
        world.payment("p", "F-1", Money.parse("365.00", "EUR").plus(interest).toDecimalString(), paid);
        world.invoice("F-2", "anne", DUE, "100.00");
        Heard heard = world.prepare(paid);
        assertEquals(Reason.AGREED_INTEREST, heard.silent.get(0).reason());
        assertEquals(
                Money.parse("100.00", "EUR"), heard.actions.get(0).principal(), "nothing is netted against another");
        assertEquals(Commitment.State.KEPT, only().state());
        assertTrue(journal().contains("interest.paid"), journal()::toString);
        Heard later = world.prepare(paid.plusDays(1));
        assertEquals(Reason.AGREED_INTEREST, later.silent.get(0).reason());
        assertEquals(Money.parse("100.00", "EUR"), later.actions.get(0).principal());
        assertEquals(1, journal().stream().filter("interest.paid"::equals).count(), journal()::toString);
    }
}
