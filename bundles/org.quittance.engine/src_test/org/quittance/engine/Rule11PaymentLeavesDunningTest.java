package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.instalment;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.Commitment.Kind;
import org.quittance.api.ledger.Commitment.State;
import org.quittance.api.ledger.ItemLife;
import org.quittance.service.decision.DebtorPlan;

/** Payment leaves dunning at once; withdrawing what is queued is the shell's part, the engine plans nothing more. */
class Rule11PaymentLeavesDunningTest {

    private static final LocalDate TODAY = DUE.plusDays(30);

    @Test
    void aSettledItemIsInNoMessageTheSameDay() {
        Case file = new Case().with("A", 0).with("B", 0);
        file.items.remove(key("A"));
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(TODAY)));
        DebtorPlan plan = file.plan(TODAY);
        assertEquals(1, plan.answers().size());
        assertTrue(plan.messages().stream()
                .flatMap(message -> message.items().stream())
                .noneMatch(item -> item.item().key().equals(key("A"))));
    }

    @Test
    void aPartPaymentLowersTheClaimTheSameDay() {
        Case file = new Case().with("A", 0);
        file.with(invoice("A", DUE, euros("65.00")).original(euros("365.00")));
        assertEquals(euros("65.00"), file.plan(TODAY).messages().get(0).principal());
    }

    @Test
    void aPromiseIsKeptAsSoonAsTheMoneyIsThereAndItsRestGoesOn() {
        Case file = new Case().with("A", 0);
        file.promise("p", Kind.PROMISE, DUE, Set.of(key("A")), instalment(TODAY.plusDays(20), "300.00"));
        file.with(invoice("A", DUE, euros("65.00")).original(euros("365.00")));
        DebtorPlan plan = file.plan(TODAY);
        assertEquals(State.KEPT, plan.decidedCommitments().get(0).state());
        assertEquals(euros("65.00"), plan.messages().get(0).principal());
    }

    @Test
    void absenceAloneEndsNothing() {
        Case file = new Case().with("A", 0);
        file.promise("p", Kind.PROMISE, DUE, Set.of(key("A")), instalment(TODAY.minusDays(20), "365.00"));
        file.items.clear();
        assertEquals(List.of(), file.plan(TODAY).decidedCommitments());
    }
}
