package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.Reason;

/** One debtor whose data is broken is reported and skipped. */
class Rule10BrokenDebtorTest {

    private static final LocalDate TODAY = DUE.plusDays(3);

    private static void assertBroken(Case file) {
        assertBroken(file.plan(TODAY), file.items.size());
    }

    private static void assertBroken(DebtorPlan plan, int answers) {
        assertEquals(List.of(), plan.messages());
        assertEquals(answers, plan.answers().size());
        assertTrue(plan.answers().stream().allMatch(answer -> answer.reason() == Reason.DATA_BROKEN));
        assertTrue(plan.answers().stream().allMatch(answer -> answer.detail().isPresent()));
    }

    @Test
    void anItemThatIsThereTwiceIsAnsweredOnce() {
        Case file = new Case().with("A", 0).with("B", 0);
        List<OpenItem> twice = List.of(
                file.items.get(key("A")),
                file.items.get(key("B")),
                invoice("A", DUE, euros("1.00")).build());
        assertBroken(
                file.engine.plan(new DebtorPosition(file.debtor, twice, file.history()), file.situation(TODAY)), 2);
    }

    @Test
    void aCreditWithTheNameOfAnInvoiceIsTwiceToo() {
        Case file = new Case().with("A", 0);
        OpenItem credit = new Case().withCredit("A", DUE, "5.00").items.get(key("A"));
        DebtorPosition position =
                new DebtorPosition(file.debtor, List.of(file.items.get(key("A")), credit), file.history());
        assertBroken(file.engine.plan(position, file.situation(TODAY)), 1);
    }

    @Test
    void anItemOfAnotherDebtorOrCreditorIsNotReminded() {
        OpenItem.Builder stranger = OpenItem.of(key("A"), DebtorId.of("autre"));
        assertBroken(new Case()
                .with(stranger.issued(DUE).due(DUE).open(euros("365.00")).token("t")));
        ItemKey foreign = ItemKey.of(CreditorId.of("autre"), InvoiceId.of("A"), 1);
        assertBroken(new Case().with(invoice(foreign, DUE, euros("365.00"))));
    }

    @Test
    void anAllocationInAnotherCurrencyIsBroken() {
        assertBroken(new Case()
                .with(invoice("A", DUE, euros("365.00"))
                        .allocations(List.of(new Allocation(DUE, Money.parse("1.00", "USD"))))));
    }

    @Test
    void amountsThatOverflowAreReportedNotThrown() {
        Case file = new Case();
        for (String number : List.of("A", "B")) {
            file.with(invoice(number, DUE, Money.ofMinor(Long.MAX_VALUE - 1, Case.EUR)));
        }
        assertBroken(file);
        assertTrue(file.explain("A", TODAY, Locale.ENGLISH).because().size() > 1);
    }

    @Test
    void anAbsurdDateIsReportedNotThrown() {
        assertBroken(new Case()
                .with(OpenItem.of(key("A"), Case.DEBTOR)
                        .issued(LocalDate.MIN)
                        .due(LocalDate.MAX)
                        .open(euros("365.00"))
                        .evidence(new SendingEvidence(EvidenceGrade.CHANNEL, DUE, "test"))
                        .token("t")));
    }

    @Test
    void aDebtorWithoutItemsHasAnEmptyPlan() {
        DebtorPlan plan = new Case().plan(TODAY);
        assertEquals(List.of(), plan.answers());
        assertEquals(List.of(), plan.messages());
    }

    @Test
    void aDebtorWithTwoCurrenciesIsNotBroken() {
        Case file = new Case().with("A", 0).with(invoice("B", DUE, Money.parse("365.00", "USD")));
        assertTrue(file.plan(TODAY).answers().stream().allMatch(answer -> answer.reason() == Reason.ACT));
    }
}
