package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.AgencyProfile;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.HandOver.State;
import org.quittance.api.ledger.HandOverLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.LedgerWork;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.escalation.HandOvers;
import org.quittance.service.escalation.HandOvers.Feedback;
import org.quittance.service.escalation.HandOvers.Order;
import org.quittance.service.escalation.HandOvers.Proposal;
import org.quittance.service.escalation.HandOvers.Standing;
import org.quittance.tck.agency.ScriptedAgency;

class HandOverTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate NOTICE = DUE.plusDays(40);
    private static final LocalDate DAY = DUE.plusDays(65);
    private static final LocalDate LAST_DAY = LocalDate.of(2031, 1, 31);
    private static final DebtorId ANNE = DebtorId.of("anne");
    private static final ItemKey FIRST = ItemKey.of(World.FIRM, InvoiceId.of("F-1"), 1);
    private static final Order ORDER = new Order(World.FIRM, ANNE, Optional.empty());

    private final World world;
    private final ScriptedAgency agency = ScriptedAgency.named("agence-exemple");
    private final Map<String, String> mandate = new HashMap<>(Map.of(
            "agency", "agence-exemple",
            "creditor", "",
            "number", "M-1",
            "signedOn", "2026-01-15",
            "feeBasis", "10 % de ce qui est recouvré, à la charge du créancier",
            "payOver", "sous un mois"));

    HandOverTest(@TempDir Path temporary) throws Exception {
        world = new World(temporary.resolve("workspace"));
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "120.00");
        world.clock.day = DAY;
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private HandOvers handOvers(CollectionAgencyConnector connector) {
        LimitWatch limits = proxy(LimitWatch.class, Map.of("lastDay", Optional.of(LAST_DAY)));
        DossierService dossiers = proxy(DossierService.class, Map.of("write", List.of()));
        HandOverLedger ledger = World.make("org.quittance.store.sqlite.SqliteHandOverLedger", world.database());
        Object configured = World.make(
                "org.quittance.escalation.ConfiguredMandate",
                World.annotation("org.quittance.escalation.MandateSettings", mandate));
        return World.make(
                "org.quittance.escalation.AgencyHandOvers",
                world.ledger,
                ledger,
                world.journal,
                world.cases(),
                world.runs,
                world.firms,
                world.library,
                limits,
                dossiers,
                world.clock,
                world.turns,
                world.store,
                List.of(connector),
                List.of(configured));
    }

    private HandOvers handOvers() {
        return handOvers(agency);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Map<String, ?> answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private void write(LedgerWork work) throws Exception {
        world.ledger.write(World.FIRM, World.CLERK, work);
    }

    /** The whole ladder up to the formal notice was climbed elsewhere. */
    private void noticeSent(LocalDate on) throws Exception {
        write(batch -> batch.sentElsewhere(ANNE, FIRST, "formal-notice", on));
    }

    private CaseHistory history() throws Exception {
        return world.ledger
                .histories(World.FIRM, List.of(ANNE))
                .getOrDefault(ANNE, CaseHistory.of(ANNE).build());
    }

    private Standing handOver() throws CaseworkException {
        return handOvers().handOver(ORDER, false, World.APPROVER);
    }

    private static List<Reason> reasons(Proposal proposal) {
        return proposal.leftOut().stream().map(Answer::reason).toList();
    }

    private void report(String id, AgencyEvent.Kind kind, Standing about) {
        agency.report(new AgencyEvent(
                id,
                new HandOverKey(about.handOver().id()),
                kind,
                DAY,
                kind == AgencyEvent.Kind.PAYMENT || kind == AgencyEvent.Kind.COST
                        ? Optional.of(Money.parse("50.00", "EUR"))
                        : Optional.empty(),
                "texte"));
    }

    @Test
    void nothingIsHandedOverBeforeAFormalNoticeWasSentAndItsDeadlineIsOver() throws Exception {
        Proposal early = handOvers().propose(ORDER);
        assertTrue(early.file().isEmpty());
        assertEquals(List.of(Reason.REMINDERS_MISSING), reasons(early));
        noticeSent(DAY.minusDays(1));
        assertEquals(List.of(Reason.STEP_GAP), reasons(handOvers().propose(ORDER)));
        assertThrows(CaseworkException.class, this::handOver);
        assertEquals(List.of(), agency.cases());
    }

    @Test
    void theAgencyGetsTheClaimTheMandateAndTheLimitation() throws Exception {
        noticeSent(NOTICE);
        Standing standing = handOver();
        assertEquals(State.ACKNOWLEDGED, standing.handOver().state());
        CasePackage file = agency.cases().get(0);
        assertEquals(standing.handOver().id(), file.key().value());
        assertEquals("120.00", file.claim().principal().toDecimalString());
        assertEquals("F-1", file.claim().lines().get(0).number());
        assertEquals("M-1", file.mandate().number());
        assertEquals(Optional.of(LAST_DAY), file.limitationDate());
        assertEquals(Optional.of("agence-exemple"), history().awayAt());
        assertTrue(world.journal.verify(World.FIRM).isValid());
    }

    @Test
    void whatIsDisputedOrOnHoldStaysAlsoWhileAMessageHidesIt() throws Exception {
        noticeSent(NOTICE);
        world.whole(DAY);
        write(batch -> batch.put(
                ANNE, new Hold("hold-1", Optional.empty(), "déménagement", DAY, Optional.of(DAY.plusDays(9)))));
        assertEquals(List.of(Reason.ON_HOLD), reasons(handOvers().propose(ORDER)));
        write(batch -> batch.lift(ANNE, "hold-1"));
        assertTrue(handOvers().propose(ORDER).file().isPresent());
        write(batch -> batch.put(
                ANNE,
                new Dispute("dispute-1", FIRST, Optional.empty(), "faulty", DAY, Optional.empty(), Optional.empty())));
        assertEquals(List.of(Reason.DISPUTED), reasons(handOvers().propose(ORDER)));
    }

    @Test
    void aPublicBodyIsNotGivenToAnAgency() throws Exception {
        noticeSent(NOTICE);
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, ANNE), "Mairie Modèle")
                .kind(DebtorKind.PUBLIC)
                .build());
        assertThrows(CaseworkException.class, this::handOver);
        assertEquals(List.of(), agency.cases());
    }

    @Test
    void aMandateThatIsNotCompleteNamesWhatItLacksAndNothingGoes() throws Exception {
        noticeSent(NOTICE);
        mandate.put("signedOn", "hier");
        mandate.put("payOver", " ");
        String said = assertThrows(CaseworkException.class, this::handOver).getMessage();
        assertTrue(said.contains("signedOn, payOver"), said);
        assertEquals(List.of(), agency.cases());
        assertEquals(Optional.empty(), history().awayAt());
    }

    @Test
    void aCrashAfterTheEffectIsMendedWithTheSameKeyAndNobodyIsDunnedMeanwhile() throws Exception {
        noticeSent(NOTICE);
        agency.failNextAfterTheEffect(AgencyException.passing("line lost", null));
        assertThrows(CaseworkException.class, this::handOver);
        HandOver unsure = handOvers().list(World.FIRM).get(0).handOver();
        assertEquals(State.INTENDED, unsure.state());
        assertEquals(
                List.of(Reason.AWAY),
                world.prepare(DAY).silent.stream().map(Answer::reason).toList());
        world.clock.day = DAY.plusDays(3);
        Standing mended = handOver();
        assertEquals(State.ACKNOWLEDGED, mended.handOver().state());
        assertEquals(unsure.id(), mended.handOver().id());
        assertEquals(1, agency.cases().size());
        assertThrows(CaseworkException.class, this::handOver, "it is there already");
    }

    @Test
    void theIntentionIsCommittedBeforeTheAgencyIsCalled() throws Exception {
        noticeSent(NOTICE);
        agency.failNext(AgencyException.passing("no line", null));
        assertThrows(CaseworkException.class, this::handOver);
        assertEquals(List.of(), agency.cases());
        assertEquals(
                State.INTENDED, handOvers().list(World.FIRM).get(0).handOver().state());
        Standing back = handOvers().recall(World.FIRM, ANNE, "trop tôt", World.CLERK);
        assertEquals(State.REFUSED, back.handOver().state(), "the agency never had it");
        assertEquals(Optional.empty(), history().awayAt());
    }

    @Test
    void refusedEverythingIsAsBefore() throws Exception {
        noticeSent(NOTICE);
        List<String> before = world.dryRun(DAY).decisions();
        agency.answering(HandOverOutcome.refused("pas ce pays"));
        assertEquals(State.REFUSED, handOver().handOver().state());
        assertEquals(Optional.empty(), history().awayAt());
        assertEquals(before, world.dryRun(DAY).decisions());
        agency.answering(HandOverOutcome.acknowledged("A-7"));
        assertEquals("A-7", handOver().handOver().answer(), "another try is another hand-over");
    }

    @Test
    void whatWasApprovedIsTakenBackAndTheTaskIsDone() throws Exception {
        noticeSent(NOTICE);
        world.invoice("F-2", "anne", DAY.minusDays(4), "80.00");
        world.prepare(DAY);
        world.approve();
        assertFalse(world.all(MessageState.APPROVED).isEmpty());
        handOver();
        assertEquals(List.of(), world.all(MessageState.APPROVED, MessageState.PREPARED));
        world.dispatch();
        assertEquals(List.of(), world.prepare(DAY.plusDays(1)).actions);
    }

    @Test
    void recalledTheLadderGoesOnWhereItStood() throws Exception {
        noticeSent(NOTICE);
        List<String> before = world.dryRun(DAY).decisions();
        handOver();
        Standing back = handOvers().recall(World.FIRM, ANNE, "payé en direct", World.CLERK);
        assertEquals(State.RECALLED, back.handOver().state());
        assertEquals(
                "payé en direct",
                agency.recalls().get(new HandOverKey(back.handOver().id())));
        assertEquals(Optional.empty(), history().awayAt());
        assertEquals(before, world.dryRun(DAY).decisions());
        assertThrows(CaseworkException.class, () -> handOvers().recall(World.FIRM, ANNE, "encore", World.CLERK));
    }

    @Test
    void aRecallThatWasOnlyTransmittedIsHomeWhenTheAgencySaysSo() throws Exception {
        noticeSent(NOTICE);
        Standing away = handOver();
        CollectionAgencyConnector slow = new SlowAgency(agency);
        Standing asked = handOvers(slow).recall(World.FIRM, ANNE, "payé", World.CLERK);
        assertEquals(State.RECALL_ASKED, asked.handOver().state());
        assertEquals(asked, handOvers(slow).recall(World.FIRM, ANNE, "payé", World.CLERK), "asking again is no harm");
        assertTrue(history().awayAt().isPresent());
        report("e-1", AgencyEvent.Kind.RECALLED, away);
        handOvers().feedback(World.FIRM, World.CLERK);
        assertEquals(Optional.empty(), history().awayAt());
    }

    @Test
    void reportsAreFiledOnceAndMoneyIsNotBooked() throws Exception {
        noticeSent(NOTICE);
        Standing away = handOver();
        report("e-1", AgencyEvent.Kind.PAYMENT, away);
        report("e-2", AgencyEvent.Kind.COST, away);
        report("e-3", AgencyEvent.Kind.CONTACT, away);
        assertEquals(3, handOvers().feedback(World.FIRM, World.CLERK).filed().size());
        report("e-1", AgencyEvent.Kind.PAYMENT, away);
        Feedback again = handOvers().feedback(World.FIRM, World.CLERK);
        assertEquals(0, again.filed().size(), "the same event under a new cursor");
        assertEquals(List.of(), again.refused());
        assertEquals(
                List.of("agency-payment"),
                history().holds().stream().map(Hold::reason).toList());
        handOvers().recall(World.FIRM, ANNE, "payé", World.CLERK);
        assertEquals(
                List.of(Reason.ON_HOLD),
                world.dryRun(DAY).silent.stream().map(Answer::reason).toList(),
                "home, and not dunned for money the agency has");
        String hold = history().holds().get(0).id();
        write(batch -> batch.lift(ANNE, hold));
        var claim = handOvers().propose(ORDER).file().orElseThrow().claim();
        assertEquals("120.00", claim.total().toDecimalString(), "neither the payment nor the costs are in the claim");
    }

    @Test
    void aDisputeTheAgencyReportsIsOneOfOursAndAClosedCaseIsHome() throws Exception {
        noticeSent(NOTICE);
        Standing away = handOver();
        report("e-1", AgencyEvent.Kind.DISPUTE, away);
        report("e-2", AgencyEvent.Kind.CLOSED, away);
        agency.report(new AgencyEvent(
                "e-3", new HandOverKey("unknown-key"), AgencyEvent.Kind.CONTACT, DAY, Optional.empty(), "?"));
        agency.reportUnreadable("feedback/x.json is no JSON");
        Feedback read = handOvers().feedback(World.FIRM, World.CLERK);
        assertEquals(2, read.filed().size());
        assertEquals(2, read.refused().size(), read.refused()::toString);
        assertEquals(FIRST, history().disputes().get(0).item());
        assertEquals(
                List.of(Reason.DISPUTED),
                world.dryRun(DAY).silent.stream().map(Answer::reason).toList());
        assertEquals(
                State.CLOSED, handOvers().list(World.FIRM).get(0).handOver().state());
    }

    @Test
    void aCaseThatIsPaidWhileAwayIsShownAsOneToTakeBack() throws Exception {
        noticeSent(NOTICE);
        handOver();
        assertFalse(handOvers().list(World.FIRM).get(0).settled());
        world.payment("p-1", "F-1", "120.00", DAY);
        assertTrue(handOvers().list(World.FIRM).get(0).settled());
    }

    /** Takes a recall as a folder does: written down, to be answered later. */
    private record SlowAgency(ScriptedAgency agency) implements CollectionAgencyConnector {

        @Override
        public String id() {
            return agency.id();
        }

        @Override
        public AgencyProfile profile() {
            return agency.profile();
        }

        @Override
        public HandOverOutcome handOver(CasePackage casePackage) throws AgencyException {
            return agency.handOver(casePackage);
        }

        @Override
        public AgencyFeedback feedback(String cursor) throws AgencyException {
            return agency.feedback(cursor);
        }

        @Override
        public HandOverOutcome recall(HandOverKey key, String reason) {
            return HandOverOutcome.pending("written down");
        }
    }
}
