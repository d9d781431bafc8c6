package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.Actor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.casework.World.Heard;
import org.quittance.casework.agreement.CaseworkDisputeService;
import org.quittance.casework.agreement.CaseworkGoodwillService;
import org.quittance.casework.agreement.Desk;
import org.quittance.service.agreement.DisputeService;
import org.quittance.service.agreement.DisputeService.Contested;
import org.quittance.service.agreement.GoodwillService;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.agreement.Verdict;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.decision.Reason;

/** Disputes and goodwill, from the recording to the message that goes or stays. */
class DisputesTest {

    /** A Monday. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final LocalDate FIRST = DUE.plusDays(3);
    private static final DebtorId ANNE = DebtorId.of("anne");

    private final World world;
    private final DisputeService disputes;
    private final GoodwillService goodwill;

    DisputesTest(@TempDir Path folder) throws Exception {
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
        disputes = new CaseworkDisputeService(desk);
        goodwill = new CaseworkGoodwillService(desk);
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

    private static Reason onlyReason(Heard heard) {
        assertEquals(1, heard.silent.size(), heard.silent::toString);
        return heard.silent.get(0).reason();
    }

    @Test
    void onlyTheUndisputedPartGoesOnAndALostDisputeIsNotClaimedAgain() throws Exception {
        world.clock.day = FIRST;
        Contested part = new Contested(
                Scope.ALL, Optional.of(new BigDecimal("65.00")), "faulty", Optional.of("paul"), Optional.empty());
        Dispute dispute = disputes.open(World.FIRM, ANNE, part, by(World.CLERK)).get(0);
        assertEquals(FIRST.plusDays(14), dispute.deadline().orElseThrow());
        assertEquals(
                Money.parse("300.00", "EUR"), world.dryRun(FIRST).actions.get(0).principal());
        var closed = disputes.close(
                World.FIRM, ANNE, dispute.id(), Dispute.Outcome.UPHELD, Optional.empty(), by(World.CLERK));
        assertEquals(
                Money.parse("65.00", "EUR"),
                closed.credit().orElseThrow().amount().orElseThrow());
        assertEquals(
                Money.parse("300.00", "EUR"), world.dryRun(FIRST).actions.get(0).principal());
        goodwill.decide(World.FIRM, ANNE, closed.credit().get().id(), Verdict.BOOK, by(World.CLERK));
        assertEquals(
                Money.parse("365.00", "EUR"), world.dryRun(FIRST).actions.get(0).principal());
    }

    @Test
    void aRejectedDisputeLetsTheWholeGoOn() throws Exception {
        world.clock.day = FIRST;
        Contested all = new Contested(Scope.ALL, Optional.empty(), "faulty", Optional.empty(), Optional.empty());
        Dispute dispute = disputes.open(World.FIRM, ANNE, all, by(World.CLERK)).get(0);
        assertEquals(Reason.DISPUTED, onlyReason(world.dryRun(FIRST)));
        disputes.close(World.FIRM, ANNE, dispute.id(), Dispute.Outcome.REJECTED, Optional.empty(), by(World.CLERK));
        assertEquals(
                Money.parse("365.00", "EUR"), world.dryRun(FIRST).actions.get(0).principal());
        CaseworkException again = assertThrows(
                CaseworkException.class,
                () -> disputes.close(
                        World.FIRM, ANNE, dispute.id(), Dispute.Outcome.UPHELD, Optional.empty(), by(World.CLERK)));
        assertEquals(Kind.USAGE, again.kind());
    }

    @Test
    void aDiscountWithinThePolicyIsNotClaimedAndALargerOneWaits() throws Exception {
        world.clock.day = FIRST;
        Optional<BigDecimal> small = Optional.of(new BigDecimal("18.00"));
        Goodwill granted = goodwill.grant(
                        World.FIRM, ANNE, Goodwill.Kind.DISCOUNT, Scope.ALL, small, "late", by(World.CLERK))
                .get(0);
        assertEquals(Goodwill.State.GRANTED, granted.state());
        assertEquals(
                Money.parse("347.00", "EUR"), world.dryRun(FIRST).actions.get(0).principal());
        Optional<BigDecimal> rest = Optional.of(new BigDecimal("347.00"));
        Goodwill proposed = goodwill.grant(
                        World.FIRM, ANNE, Goodwill.Kind.DISCOUNT, Scope.ALL, rest, "all of it", by(World.CLERK))
                .get(0);
        assertEquals(Goodwill.State.PROPOSED, proposed.state());
        assertFalse(world.dryRun(FIRST).actions.isEmpty());
        goodwill.decide(World.FIRM, ANNE, proposed.id(), Verdict.APPROVE, by(World.APPROVER));
        assertEquals(Reason.GIVEN_UP, onlyReason(world.dryRun(FIRST)));
        goodwill.decide(World.FIRM, ANNE, proposed.id(), Verdict.CANCEL, by(World.CLERK));
        assertEquals(
                Money.parse("347.00", "EUR"), world.dryRun(FIRST).actions.get(0).principal());
    }

    @Test
    void aReasonTheDebtorMayComeToReadKeepsTheTone() throws Exception {
        world.clock.day = FIRST;
        Contested rude = new Contested(
                Scope.ALL, Optional.empty(), "ce voleur refuse la livraison", Optional.empty(), Optional.empty());
        CaseworkException refused =
                assertThrows(CaseworkException.class, () -> disputes.open(World.FIRM, ANNE, rude, by(World.CLERK)));
        assertTrue(refused.getMessage().contains("voleur"), refused::getMessage);
        assertThrows(
                CaseworkException.class,
                () -> goodwill.grant(
                        World.FIRM,
                        ANNE,
                        Goodwill.Kind.WAIVE_INTEREST,
                        Scope.ALL,
                        Optional.empty(),
                        "sinon vous le regretterez",
                        by(World.CLERK)));
        assertEquals(List.of(), world.agreements.agreements(World.FIRM, ANNE).disputes());
        Contested calm = new Contested(
                Scope.ALL, Optional.empty(), "la livraison est incomplète", Optional.empty(), Optional.empty());
        assertEquals(1, disputes.open(World.FIRM, ANNE, calm, by(World.CLERK)).size());
    }
}
