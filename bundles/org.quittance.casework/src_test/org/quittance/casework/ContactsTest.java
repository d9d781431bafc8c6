package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.model.Role;
import org.quittance.casework.agreement.CaseworkContactService;
import org.quittance.casework.agreement.CaseworkHoldService;
import org.quittance.casework.agreement.Desk;
import org.quittance.casework.agreement.ShippedReasons;
import org.quittance.service.agreement.ContactService;
import org.quittance.service.agreement.ContactService.Recorded;
import org.quittance.service.agreement.ContactService.Spoken;
import org.quittance.service.agreement.HoldService;
import org.quittance.service.agreement.ReasonCatalogue.DebtorReason;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.decision.Reason;

/** What debtors say on the phone and in writing, what follows from it, and holds, marks and restrictions. */
class ContactsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final DebtorId ANNE = DebtorId.of("anne");

    private final World world;
    private final ContactService contacts;
    private final HoldService holds;
    private final List<Restriction> heard = new ArrayList<>();

    ContactsTest(@TempDir Path folder) throws Exception {
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
        contacts = new CaseworkContactService(desk, world.messages, new ShippedReasons());
        holds = new CaseworkHoldService(desk, world.news);
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "365.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private Recording now() {
        return new Recording(World.CLERK, world.clock.day, false);
    }

    private Recorded said(Contact.Kind kind, String reason, boolean reached) throws CaseworkException {
        return contacts.record(
                World.FIRM,
                ANNE,
                new Spoken(
                        kind,
                        Scope.ALL,
                        reason.isEmpty() ? Optional.empty() : Optional.of(reason),
                        reached,
                        reached,
                        true,
                        Optional.empty(),
                        "Mme Exemple",
                        "rappelle vendredi"),
                now());
    }

    private Reason reason(LocalDate day) throws CaseworkException {
        return world.dryRun(day).silent.get(0).reason();
    }

    /** The courteous and the firm reminder are sent; the call is next on the 22nd day, which is a Tuesday. */
    private LocalDate twoReminders() throws CaseworkException {
        world.whole(DUE.plusDays(3));
        world.whole(DUE.plusDays(15));
        return DUE.plusDays(22);
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        List<DebtorReason> reasons = contacts.reasons();
        assertTrue(reasons.size() >= 15, reasons::toString);
        for (DebtorReason reason : reasons) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                assertFalse(reason.words(language).title().isBlank(), reason::code);
                assertFalse(reason.words(language).answer().isBlank(), reason::code);
                assertFalse(reason.words(language).script().isEmpty(), reason::code);
            }
            assertFalse(reason.words(Locale.FRENCH).equals(reason.words(Locale.ENGLISH)), reason::code);
        }
    }

    @Test
    void aCallThatReachedSomebodyClosesTheTaskAndTheLadderGoesOn() throws Exception {
        LocalDate day = twoReminders();
        world.whole(day);
        assertEquals(Reason.TASK_OPEN, reason(day));
        said(Contact.Kind.CALL, "", false);
        assertEquals(Reason.TASK_OPEN, reason(day), "nobody was reached");
        Recorded recorded = said(Contact.Kind.CALL, "refuses", true);
        assertEquals(1, recorded.closed().size());
        assertEquals(0, world.all(MessageState.AWAITING_CONFIRMATION).size());
        assertEquals("last", world.prepare(DUE.plusDays(30)).actions.get(0).step());
    }

    @Test
    void aNoteOfWhatTheDebtorSaidMakesTheCallPass() throws Exception {
        LocalDate day = twoReminders();
        assertEquals("call", world.dryRun(day).actions.get(0).step());
        world.clock.day = day.minusDays(2);
        said(Contact.Kind.NOTE, "", true);
        assertEquals("last", world.dryRun(day).silent.get(0).step().orElseThrow());
    }

    @Test
    void aPlainReasonHoldsDisputesOrFreezes() throws Exception {
        world.clock.day = DUE.plusDays(3);
        Recorded notReceived = said(Contact.Kind.CALL, "not-received", true);
        assertEquals(List.of("hold-1"), notReceived.applied());
        assertEquals(Reason.ON_HOLD, reason(DUE.plusDays(11)));
        assertEquals("courteous", world.dryRun(DUE.plusDays(14)).actions.get(0).step(), "the hold has run out");
        assertEquals(
                List.of("dispute-1"), said(Contact.Kind.CALL, "faulty", true).applied());
        assertEquals(Reason.DISPUTED, reason(DUE.plusDays(14)));
        assertEquals(
                List.of("INSOLVENT"),
                said(Contact.Kind.ANSWER, "insolvent", true).applied());
        assertEquals(Reason.ON_HOLD, reason(DUE.plusDays(100)));
        holds.clear(World.FIRM, ANNE, CaseMark.Kind.INSOLVENT, now());
        assertEquals(Reason.DISPUTED, reason(DUE.plusDays(100)));
    }

    @Test
    void anInsolvencyHeardOfIsFiledInTheTimeTheJurisdictionSets() throws Exception {
        world.clock.day = DUE.plusDays(3);
        said(Contact.Kind.CALL, "insolvent", true);
        assertEquals(Optional.empty(), filing(), "nobody knows the law of this place");
        world.installation.addJurisdiction(new TwoMonthsToFile(), Map.of());
        Optional<LocalDate> last = Optional.of(world.clock.day.plusMonths(2));
        said(Contact.Kind.CALL, "insolvent", true);
        assertEquals(last, filing(), "heard on the phone");
        holds.clear(World.FIRM, ANNE, CaseMark.Kind.INSOLVENT, now());
        holds.mark(World.FIRM, ANNE, CaseMark.Kind.INSOLVENT, Optional.empty(), "BODACC", now());
        assertEquals(last, filing(), "marked by hand");
        Optional<LocalDate> named = Optional.of(world.clock.day.plusDays(20));
        holds.mark(World.FIRM, ANNE, CaseMark.Kind.INSOLVENT, named, "BODACC", now());
        assertEquals(named, filing(), "what somebody names goes first");
    }

    private Optional<LocalDate> filing() throws Exception {
        return world.agreements.agreements(World.FIRM, ANNE).marks().stream()
                .filter(mark -> mark.kind() == CaseMark.Kind.INSOLVENT
                        && mark.clearedOn().isEmpty())
                .findFirst()
                .orElseThrow()
                .deadline();
    }

    @Test
    void cashShortageOnlyProposesSinceAPlanHasToBeAgreed() throws Exception {
        world.clock.day = DUE.plusDays(3);
        assertEquals(List.of(), said(Contact.Kind.CALL, "cash-shortage", true).applied());
        assertEquals("courteous", world.dryRun(DUE.plusDays(3)).actions.get(0).step());
    }

    @Test
    void nobodyCallsAHostileDebtorAgain() throws Exception {
        world.whole(DUE.plusDays(3));
        said(Contact.Kind.CALL, "hostile", true);
        world.whole(DUE.plusDays(15));
        assertEquals("last", world.dryRun(DUE.plusDays(22)).silent.get(0).step().orElseThrow());
        assertEquals("last", world.prepare(DUE.plusDays(30)).actions.get(0).step());
    }

    @Test
    void aReasonNobodyKnowsIsRefusedAndNothingIsWritten() throws Exception {
        CaseworkException refusal =
                assertThrows(CaseworkException.class, () -> said(Contact.Kind.CALL, "weather", true));
        assertEquals(Kind.USAGE, refusal.kind());
        assertTrue(refusal.getMessage().contains("not-received"), refusal::getMessage);
        assertEquals(List.of(), contacts.agreements(World.FIRM, ANNE).contacts());
    }

    @Test
    void aHoldRunsOutIsLiftedAndALongOneTakesAnApprover() throws Exception {
        LocalDate day = DUE.plusDays(3);
        world.clock.day = day;
        holds.hold(World.FIRM, ANNE, Scope.ALL, "moves", Optional.of(day.plusDays(5)), now());
        assertEquals(Reason.ON_HOLD, reason(day.plusDays(5)));
        assertEquals("courteous", world.dryRun(day.plusDays(6)).actions.get(0).step());
        holds.lift(World.FIRM, ANNE, "hold-1", now());
        assertEquals("courteous", world.dryRun(day).actions.get(0).step());
        Recording clerk = new Recording(Actor.of("paul", Set.of(Role.CLERK)), day, false);
        assertEquals(
                Kind.FORBIDDEN,
                assertThrows(
                                CaseworkException.class,
                                () -> holds.hold(World.FIRM, ANNE, Scope.ALL, "for ever", Optional.empty(), clerk))
                        .kind());
    }

    @Test
    void aSuspensionIsHeardOfAndLiftedByItselfWhenPaid() throws Exception {
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("bob")), "Exemple bob")
                .kind(DebtorKind.BUSINESS)
                .email("bob@debiteur.example")
                .address(new PostalAddress(List.of("1 rue de l’Exemple"), "75001", "Paris", "FR"))
                .policy("service")
                .build());
        world.invoice("F-2", "bob", DUE, "50.00");
        world.payment("a", "F-1", "365.00", DUE);
        for (int day = 5; day <= 35; day++) {
            world.whole(DUE.plusDays(day));
        }
        world.news.addListener((creditor, debtor, restriction) -> heard.add(restriction), Map.of());
        world.whole(DUE.plusDays(36));
        assertEquals(1, heard.size(), "the news waited for a listener");
        assertEquals(Restriction.Kind.SERVICE_SUSPENSION, heard.get(0).kind());
        world.whole(DUE.plusDays(37));
        assertEquals(1, heard.size(), "it is told once");
        world.payment("b", "F-2", "50.00", DUE.plusDays(38));
        world.whole(DUE.plusDays(38));
        assertEquals(2, heard.size());
        assertEquals(DUE.plusDays(38), heard.get(1).liftedOn().orElseThrow());
    }

    @Test
    void aListenerThatFailsIsToldAgain() throws Exception {
        world.clock.day = DUE.plusDays(10);
        boolean[] broken = {true};
        world.news.addListener(
                (creditor, debtor, restriction) -> {
                    if (broken[0]) {
                        throw new IllegalStateException("the shop is closed");
                    }
                    heard.add(restriction);
                },
                Map.of());
        holds.restrict(World.FIRM, ANNE, Restriction.Kind.CREDIT_HOLD, false, "late", now());
        assertEquals(0, heard.size());
        broken[0] = false;
        world.prepare(DUE.plusDays(11));
        assertEquals(1, heard.size());
        world.payment("p", "F-1", "365.00", DUE.plusDays(12));
        world.prepare(DUE.plusDays(12));
        assertEquals(2, heard.size());
        assertTrue(heard.get(1).liftedOn().isPresent());
    }
}
