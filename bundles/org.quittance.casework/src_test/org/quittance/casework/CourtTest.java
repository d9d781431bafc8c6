package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.casework.World.Heard;
import org.quittance.casework.agreement.CaseworkCommitmentService;
import org.quittance.casework.agreement.CaseworkRulingService;
import org.quittance.casework.agreement.Desk;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService.Settlement;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.RulingService;
import org.quittance.service.agreement.RulingService.Decided;
import org.quittance.service.agreement.RulingService.Opening;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.decision.Reason;

/** Rulings and insolvencies are recorded once and decide what runs do; limits count all that is given up. */
class CourtTest {

    private static final DebtorId ANNE = DebtorId.of("anne");
    /** A Monday. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final LocalDate DAY = DUE.plusDays(31);

    private final World world;
    private final RulingService rulings;
    private final CaseworkCommitmentService commitments;

    CourtTest(@TempDir Path folder) throws Exception {
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
        rulings = new CaseworkRulingService(desk);
        commitments = new CaseworkCommitmentService(desk);
        world.installation.addJurisdiction(new TwoMonthsToFile(), Map.of());
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "365.00");
        world.clock.day = DAY;
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private Recording now() {
        return new Recording(World.CLERK, world.clock.day, false);
    }

    private Decided decided(Ruling.Kind kind, LocalDate from, Optional<LocalDate> to) {
        return new Decided(kind, Scope.ALL, from, to, Optional.empty(), "");
    }

    private CaseMark insolvent(LocalDate opened, Optional<LocalDate> published) throws CaseworkException {
        return rulings.insolvency(World.FIRM, ANNE, new Opening(opened, published, Optional.empty(), "BODACC"), now());
    }

    private static Reason only(Heard heard) {
        assertEquals(1, heard.silent.size(), heard.silent::toString);
        return heard.silent.get(0).reason();
    }

    @Test
    void aClaimIsFiledWithinTwoMonthsOfThePublication() throws Exception {
        assertEquals(
                DAY.plusMonths(2),
                insolvent(DAY.minusDays(20), Optional.empty()).deadline().orElseThrow());
        CaseMark known = insolvent(DAY.minusDays(20), Optional.of(DAY.minusDays(9)));
        assertEquals(DAY.minusDays(9).plusMonths(2), known.deadline().orElseThrow());
        CaseMark kept = world.agreements.agreements(World.FIRM, ANNE).marks().get(0);
        assertEquals(Optional.of(DAY.minusDays(20)), kept.openedOn());
        assertEquals(known, kept);
        assertEquals(Reason.ON_HOLD, only(world.dryRun(DAY)));
        assertThrows(CaseworkException.class, () -> insolvent(DAY.plusDays(1), Optional.empty()));
    }

    @Test
    void aGraceStopsRunsUntilItsLastDayAndOneOfThreeYearsIsRefused() throws Exception {
        List<Ruling> made =
                rulings.record(World.FIRM, ANNE, decided(Ruling.Kind.GRACE, DAY, Optional.of(DAY.plusDays(30))), now());
        assertEquals(made, world.agreements.agreements(World.FIRM, ANNE).rulings());
        assertEquals(Reason.ON_HOLD, only(world.dryRun(DAY.plusDays(30))));
        rulings.takeBack(World.FIRM, ANNE, made.get(0).id(), now());
        assertEquals(1, world.dryRun(DAY).actions.size());
        assertThrows(
                CaseworkException.class,
                () -> rulings.record(
                        World.FIRM, ANNE, decided(Ruling.Kind.GRACE, DAY, Optional.of(DAY.plusYears(3))), now()));
    }

    @Test
    void whatASettlementReleasesCountsWithInterestAndIndemnity() throws Exception {
        Settlement settlement = new Settlement(Scope.ALL, new BigDecimal("329.00"), DAY.plusDays(7), false, "", "");
        Agreement without = commitments.settle(World.FIRM, ANNE, settlement, new Recording(World.CLERK, DAY, true));
        assertEquals(Commitment.State.LIVE, without.commitment().state(), "36 of 365 are within ten percent");
        world.installation.addRegime(new ApproveFiguresTest.Ten(true), Map.of());
        Agreement with = commitments.settle(World.FIRM, ANNE, settlement, now());
        Money released = with.terms().released();
        assertTrue(released.compareTo(Money.parse("36.00", "EUR")) > 0, released::toString);
        assertEquals(Commitment.State.PROPOSED, with.commitment().state(), "with the interest they are not");
    }
}
