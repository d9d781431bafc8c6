package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.Compounding;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.JudgmentPoints;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.DebtorKind;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** What a court decided changes what is claimed, in messages and every other document alike. */
class RulingsTest {

    private static final LocalDate TODAY = DUE.plusDays(100);

    private final Case file = new Case().with("A", 0);

    private void rule(Ruling.Kind kind, LocalDate from, Optional<LocalDate> to, Optional<BigDecimal> rate) {
        file.rulings.add(new Ruling("r" + file.rulings.size(), kind, key("A"), from, to, rate, "", false));
    }

    private void insolvent(Optional<LocalDate> openedOn) {
        file.marks.add(new CaseMark(
                CaseMark.Kind.INSOLVENT, DUE.plusDays(30), Optional.empty(), "BODACC", Optional.empty(), openedOn));
    }

    private List<InterestSegment> segments(LocalDate today) {
        return only(today).claim().segments();
    }

    private ItemClaim only(LocalDate today) {
        List<ItemClaim> items =
                file.engine.claim(file.position(), file.situation(today)).items();
        assertEquals(1, items.size());
        return items.get(0);
    }

    private LocalDate lastDay() {
        List<InterestSegment> segments = segments(TODAY);
        return segments.get(segments.size() - 1).to();
    }

    @Test
    void interestStopsTheDayBeforeTheProceedingsOpenedNotWhenWeHeardOfIt() {
        insolvent(Optional.of(DUE.plusDays(11)));
        assertEquals(DUE.plusDays(10), lastDay());
        assertEquals(euros("1.20"), only(TODAY).claim().interest());
        assertEquals(Reason.ON_HOLD, file.reason("A", TODAY));
        file.marks.clear();
        insolvent(Optional.empty());
        assertEquals(DUE.plusDays(29), lastDay());
    }

    @Test
    void anInvoiceDueSinceTheProceedingsOpenedOwesNoIndemnity() {
        insolvent(Optional.of(DUE));
        assertTrue(only(TODAY).claim().indemnity().isZero());
        file.marks.clear();
        insolvent(Optional.of(DUE.plusDays(1)));
        assertEquals(euros("40.00"), only(TODAY).claim().indemnity());
    }

    @Test
    void nothingIsAskedForWhileAJudgeGrantedTimeAndNoInterestRunsOnIt() {
        LocalDate from = DUE.plusDays(21);
        LocalDate to = DUE.plusDays(80);
        rule(Ruling.Kind.GRACE, from, Optional.of(to), Optional.empty());
        Answer silent = file.answer("A", to);
        assertEquals(Reason.ON_HOLD, silent.reason());
        assertEquals(Optional.of("grace"), silent.detail());
        assertEquals(List.of(), file.plan(to).messages());
        assertTrue(file.reason("A", to.plusDays(1)).acts());
        assertEquals(
                List.of(DUE.plusDays(20), TODAY),
                segments(TODAY).stream().map(InterestSegment::to).toList());
        assertEquals(euros("4.80"), only(TODAY).claim().interest(), "forty days of a hundred");
    }

    @Test
    void aReducedRateOfTheJudgeRunsDuringTheGrace() {
        rule(Ruling.Kind.GRACE, DUE.plusDays(21), Optional.of(DUE.plusDays(80)), Optional.of(new BigDecimal("6")));
        assertEquals(3, segments(TODAY).size());
        assertEquals(new BigDecimal("6"), segments(TODAY).get(1).rate());
        assertEquals(euros("8.40"), only(TODAY).claim().interest(), "four eighty and sixty days of half of it");
    }

    @Test
    void aMessageClaimsWhatEveryOtherDocumentDoes() {
        file.sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        rule(Ruling.Kind.GRACE, DUE.plusDays(21), Optional.of(DUE.plusDays(80)), Optional.of(new BigDecimal("6")));
        LocalDate day = DUE.plusDays(101);
        file.record("A", "call", org.quittance.api.ledger.StepRecord.Outcome.NOT_DONE, DUE.plusDays(90));
        DebtorPlan plan = file.plan(day);
        assertEquals("last", plan.messages().get(0).step().id());
        assertEquals(only(day).claim().interest(), plan.messages().get(0).interest());
        assertEquals(only(day).claim().indemnity(), plan.messages().get(0).indemnity());
    }

    @Test
    void aRulingAboutOneInvoiceLeavesTheOthersAlone() {
        file.with("B", 0);
        rule(Ruling.Kind.GRACE, DUE.plusDays(1), Optional.of(TODAY), Optional.empty());
        List<ItemClaim> items =
                file.engine.claim(file.position(), file.situation(TODAY)).items();
        assertTrue(items.get(0).claim().interest().isZero());
        assertEquals(euros("12.00"), items.get(1).claim().interest());
    }

    /** What the next message claims, which is what every other document does. */
    private PlannedMessage lastReminder(LocalDate day) {
        file.law = new Law(List.of(new AfterJudgment()), List.of());
        file.sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        file.record("A", "call", StepRecord.Outcome.NOT_DONE, DUE.plusDays(90));
        PlannedMessage message = file.plan(day).messages().get(0);
        assertEquals("last", message.step().id());
        assertEquals(only(day).claim().interest(), message.interest());
        return message;
    }

    @Test
    void aRunClaimsFivePointsMoreTwoMonthsAfterAJudgment() {
        rule(Ruling.Kind.JUDGMENT, DUE, Optional.empty(), Optional.empty());
        PlannedMessage message = lastReminder(DUE.plusDays(101));
        List<InterestSegment> segments = message.items().get(0).segments();
        assertEquals(
                List.of(new BigDecimal("12"), new BigDecimal("17")),
                segments.stream().map(InterestSegment::rate).toList());
        assertEquals(LocalDate.of(2026, 5, 3), segments.get(1).from());
        assertEquals(euros("14.12"), message.interest(), "61 days of 0.12 and 40 of 0.17");
    }

    @Test
    void aRunClaimsInterestOnTheInterestOfAWholeYear() {
        rule(Ruling.Kind.CAPITALISATION, DUE.plusDays(10), Optional.empty(), Optional.empty());
        PlannedMessage message = lastReminder(LocalDate.of(2027, 3, 12));
        List<InterestSegment> segments = message.items().get(0).segments();
        assertEquals(euros("408.80"), segments.get(segments.size() - 1).principal());
        assertEquals(euros("45.14"), message.interest(), "43.80 of the year and ten days on 408.80");
    }

    /** Twelve percent, five points more after a judgment, interest on interest where somebody asked for it. */
    private static final class AfterJudgment implements InterestRegime {

        private final InterestRegime twelve = TwelvePercent.forBusinesses();

        @Override
        public String id() {
            return "after-judgment";
        }

        @Override
        public boolean governs(String creditorCountry, DebtorKind debtor) {
            return true;
        }

        @Override
        public Set<ChargeKind> titles() {
            return Set.of(ChargeKind.INTEREST);
        }

        @Override
        public RegimeTerms terms() {
            Figure five = new Figure(BigDecimal.valueOf(5), "test", LocalDate.EPOCH, true, false);
            return RegimeTerms.of("test", twelve.terms().rate())
                    .judgmentPoints(new JudgmentPoints(five, 2, "test"))
                    .compounding(Compounding.ON_DEMAND, 12)
                    .build();
        }

        @Override
        public RateTable rates() {
            return twelve.rates();
        }
    }
}
