package org.quittance.document.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.Samples;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Reason;

/** What was given up stands in no document about the claim. */
class AgreedTest {

    private static final LocalDate DAY = SampleCase.TODAY;

    private final CaseView view;
    private final OpenItem item;

    AgreedTest() throws Exception {
        view = new SampleCase().view(SampleCase.CREDITOR.id(), SampleCase.DEBTOR.id(), DAY, Locale.FRENCH);
        item = view.items().stream()
                .filter(open -> !open.kind().isCredit())
                .findFirst()
                .orElseThrow();
    }

    private Agreed with(CaseHistory.Builder history) {
        return new Agreed(new CaseView(
                view.debtor(), view.items(), view.decisions(), history.build(), view.messages(), view.timeline()));
    }

    private CaseHistory.Builder history() {
        return CaseHistory.of(view.debtor().id());
    }

    private Goodwill goodwill(Goodwill.Kind kind, Goodwill.State state, Optional<Money> amount) {
        return new Goodwill(
                "g-1",
                kind,
                state,
                Optional.of(item.key()),
                amount,
                "geste",
                "claire",
                DAY,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aGrantedDiscountIsNotClaimedAndAProposedOneIs() {
        Money thirty = Samples.euros(3_000);
        Agreed granted = with(history()
                .goodwill(List.of(goodwill(Goodwill.Kind.DISCOUNT, Goodwill.State.GRANTED, Optional.of(thirty)))));
        assertEquals(
                item.open().minus(thirty), granted.claimed(item).orElseThrow().open());
        Agreed proposed = with(history()
                .goodwill(List.of(goodwill(Goodwill.Kind.DISCOUNT, Goodwill.State.PROPOSED, Optional.of(thirty)))));
        assertEquals(item.open(), proposed.claimed(item).orElseThrow().open());
    }

    @Test
    void anItemGivenUpAsAWholeIsNotClaimed() {
        Agreed agreed = with(history()
                .goodwill(
                        List.of(goodwill(Goodwill.Kind.CREDIT_DUE, Goodwill.State.GRANTED, Optional.of(item.open())))));
        assertTrue(agreed.claimed(item).isEmpty());
    }

    @Test
    void whatWasPaidAsAgreedInterestIsNoCredit() {
        OpenItem credit = view.items().stream()
                .filter(open -> open.kind().isCredit())
                .findFirst()
                .orElseThrow();
        Money left = Samples.euros(-100);
        assertEquals(
                left, paidInterest(credit, left).claimed(credit).orElseThrow().open());
        assertEquals(
                left.minus(credit.open()),
                paidInterest(credit, left).paidInterest(credit.open().currency()));
        assertTrue(paidInterest(credit, Samples.euros(0)).claimed(credit).isEmpty());
    }

    private Agreed paidInterest(OpenItem credit, Money left) {
        Answer answer = Answer.of(credit.key(), credit.number(), credit.open(), Reason.AGREED_INTEREST);
        return new Agreed(new CaseView(
                view.debtor(),
                view.items(),
                List.of(new Explanation(answer, left, List.of())),
                history().build(),
                view.messages(),
                view.timeline()));
    }

    @Test
    void aWaiverIsAboutItsOwnKindOnly() {
        Agreed agreed = with(history()
                .goodwill(List.of(goodwill(Goodwill.Kind.WAIVE_INTEREST, Goodwill.State.GRANTED, Optional.empty()))));
        assertTrue(agreed.isWaived(item.key(), Goodwill.Kind.WAIVE_INTEREST));
        assertFalse(agreed.isWaived(item.key(), Goodwill.Kind.WAIVE_INDEMNITY));
    }

    @Test
    void interestStopsForADebtorInInsolvency() {
        CaseMark mark =
                new CaseMark(CaseMark.Kind.INSOLVENT, DAY.minusDays(10), Optional.empty(), "BODACC", Optional.empty());
        assertEquals(
                Optional.of(DAY.minusDays(10)),
                with(history().marks(List.of(mark))).insolventSince());
        assertTrue(with(history().marks(List.of(mark.cleared(DAY))))
                .insolventSince()
                .isEmpty());
    }
}
