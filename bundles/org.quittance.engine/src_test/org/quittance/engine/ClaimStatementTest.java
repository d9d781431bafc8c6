package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.model.Allocation;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.PlannedMessage;

/** What a statement claimed is claimed; a later claim contains it and says what became of it. */
class ClaimStatementTest {

    private static final LocalDate ISSUED = DUE.plusDays(20);

    private final Case file = new Case().with("A", 0);

    private ItemClaim claim(LocalDate today) {
        return file.engine.claim(file.position(), file.situation(today)).items().get(0);
    }

    private void issue() {
        ItemClaim claimed = claim(ISSUED);
        file.statements.add(new ClaimStatement(
                "claim-1",
                1,
                ISSUED,
                List.of(new ClaimStatement.Line(
                        key("A"),
                        claimed.cycle(),
                        claimed.claim().principal(),
                        claimed.claim().interest(),
                        Optional.of(ISSUED),
                        claimed.claim().indemnity())),
                "",
                Optional.empty()));
    }

    @Test
    void aLaterClaimRefersToItAndStatesTheRunningTotal() {
        issue();
        ItemClaim later = claim(DUE.plusDays(30));
        assertEquals(euros("3.60"), later.claim().interest(), "thirty days, not thirty and twenty");
        ItemClaim.Earlier earlier = later.earlier().orElseThrow();
        assertEquals(1, earlier.number());
        assertEquals(ISSUED, earlier.until());
        assertEquals(euros("2.40"), earlier.interest());
        assertEquals(euros("0.00"), earlier.correction());
    }

    @Test
    void aPaymentBookedLateWithAnEarlierValueDateCorrectsIt() {
        issue();
        file.with(invoice("A", DUE, euros("182.50"))
                .original(euros("365.00"))
                .allocations(List.of(new Allocation(DUE.plusDays(10), euros("182.50")))));
        ItemClaim later = claim(DUE.plusDays(30));
        assertEquals(euros("-0.60"), later.earlier().orElseThrow().correction(), "ten days of half of it");
        assertEquals(euros("2.40"), later.claim().interest());
    }

    @Test
    void aMessageCorrectsAgainstTheStatementToo() {
        issue();
        file.with(invoice("A", DUE, euros("182.50"))
                .original(euros("365.00"))
                .allocations(List.of(new Allocation(DUE.plusDays(10), euros("182.50")))));
        file.sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        file.record("A", "call", org.quittance.api.ledger.StepRecord.Outcome.NOT_DONE, DUE.plusDays(25));
        PlannedMessage last = file.plan(DUE.plusDays(31)).messages().get(0);
        assertEquals("last", last.step().id());
        assertEquals(euros("-0.60"), last.items().get(0).corrected());
    }
}
