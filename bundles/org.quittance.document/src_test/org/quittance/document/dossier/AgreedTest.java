package org.quittance.document.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.StartRule;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.Samples;
import org.quittance.service.casework.CaseService.CaseView;

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
        CaseHistory known = history.build();
        return new Agreed(new CaseView(
                view.debtor(),
                view.items(),
                view.decisions(),
                SampleCase.claim(view.items(), known, new SampleCase.TenPercent(StartRule.AFTER_DUE_DATE)),
                known,
                view.messages(),
                view.timeline()));
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
        Money all = credit.open().negated();
        Money part = Samples.euros(1_000);
        assertTrue(with(history().imputed(List.of(paid(credit, all))))
                .claimed(credit)
                .isEmpty());
        Agreed agreed = with(history().imputed(List.of(paid(credit, part))));
        assertEquals(part.minus(all), agreed.claimed(credit).orElseThrow().open());
        assertEquals(part, agreed.paidInterest(part.currency()));
    }

    private static ImputedInterest paid(OpenItem credit, Money amount) {
        return new ImputedInterest("plan-1", credit.key(), amount, DAY);
    }

    @Test
    void aWaiverIsAboutItsOwnKindOnly() {
        Agreed agreed = with(history()
                .goodwill(List.of(goodwill(Goodwill.Kind.WAIVE_INTEREST, Goodwill.State.GRANTED, Optional.empty()))));
        var claim = agreed.claim(item.key()).orElseThrow().claim();
        assertTrue(claim.interest().isZero());
        assertTrue(claim.indemnity().isPositive());
    }

    @Test
    void interestStopsForADebtorInInsolvency() {
        CaseMark mark = new CaseMark(
                CaseMark.Kind.INSOLVENT,
                DAY.minusDays(2),
                Optional.empty(),
                "BODACC",
                Optional.empty(),
                Optional.of(DAY.minusDays(10)));
        assertEquals(DAY.minusDays(11), lastDay(with(history().marks(List.of(mark)))));
        assertEquals(DAY, lastDay(with(history())));
    }

    private LocalDate lastDay(Agreed agreed) {
        var segments = agreed.claim(item.key()).orElseThrow().claim().segments();
        return segments.get(segments.size() - 1).to();
    }
}
