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
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** Money that came for no invoice in particular goes to those of the debtor in the order of C. civ. 1342-10. */
class SeveralDebtsTest {

    private static final LocalDate TODAY = DUE.plusDays(3);

    private final Case file = new Case();

    @Test
    void moneyTheDebtorMeantForAnInvoiceStaysThere() {
        LocalDate paid = DUE.minusDays(1);
        file.with("old", -30)
                .with(invoice("meant", DUE, euros("65.00"))
                        .original(euros("365.00"))
                        .allocations(List.of(new Allocation(paid, euros("300.00")))))
                .withCredit("P", paid, "365.00");
        assertEquals(Reason.COVERED_BY_CREDIT, file.reason("old", TODAY));
        assertEquals(euros("65.00"), file.plan(TODAY).messages().get(0).principal());
    }

    @Test
    void whatWasDueWhenTheMoneyCameIsPaidBeforeWhatWasNot() {
        LocalDate came = DUE.minusDays(10);
        file.with("future", 0).with("due", -10).withCredit("P", came, "365.00");
        assertEquals(Reason.COVERED_BY_CREDIT, file.reason("due", TODAY));
        assertEquals(Reason.ACT, file.reason("future", TODAY));
    }

    @Test
    void ofWhatIsDueTheDearestIsPaidFirstThoughAnotherIsOlder() {
        file.with("old", -20).with("dear", -10).withCredit("P", DUE, "365.00");
        assertEquals(Reason.COVERED_BY_CREDIT, file.reason("old", TODAY));
        file.rulings.add(new Ruling(
                "r1",
                Ruling.Kind.GRACE,
                key("old"),
                DUE.minusDays(5),
                Optional.of(DUE.plusDays(2)),
                Optional.empty(),
                "",
                false));
        assertEquals(Reason.COVERED_BY_CREDIT, file.reason("dear", TODAY), "no interest ran on the other");
        assertEquals(Reason.ACT, file.reason("old", TODAY));
    }

    @Test
    void ofDebtsAsDearTheOldestIsPaidFirst() {
        file.with("B", -1).with("A", -2).withCredit("P", DUE, "400.00");
        assertEquals(Reason.COVERED_BY_CREDIT, file.reason("A", TODAY));
        assertEquals(euros("330.00"), file.plan(TODAY).messages().get(0).principal());
    }

    @Test
    void debtsThatAreAlikeArePaidInProportion() {
        file.with(invoice("A", DUE.minusDays(5), euros("300.00")))
                .with(invoice("B", DUE.minusDays(5), euros("100.00")))
                .withCredit("P", DUE, "100.00")
                .withCredit("Q", DUE.plusDays(1), "100.00");
        PlannedMessage message = file.plan(TODAY).messages().get(0);
        assertEquals(2, message.items().size());
        assertEquals(
                List.of(euros("-100.00"), euros("-100.00")),
                message.credits().stream().map(credit -> credit.open()).toList(),
                "each credit is shown once");
        assertEquals(euros("200.00"), message.principal());
        List<ItemClaim> claims =
                file.engine.claim(file.position(), file.situation(TODAY)).items();
        Money alone = interestOnItsOwn("300.00", "75.00");
        assertEquals(alone, claims.get(0).claim().interest(), "three quarters of each credit");
    }

    /** Interest of an invoice against which both credits were set to that part. */
    private static Money interestOnItsOwn(String principal, String part) {
        Case alone = new Case()
                .with(invoice("A", DUE.minusDays(5), euros(principal)))
                .withCredit("P", DUE, part)
                .withCredit("Q", DUE.plusDays(1), part);
        return alone.engine
                .claim(alone.position(), alone.situation(TODAY))
                .items()
                .get(0)
                .claim()
                .interest();
    }
}
