package org.quittance.tck.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/**
 * What the suite relies on in every {@link InterestRegime}. A subclass names one regime, a claim it governs and a day with a
 * published rate; amounts are the regime's own tests.
 */
public abstract class InterestRegimeContract {

    private static final int YEARS_AHEAD = 60;

    /** The regime under test. */
    protected abstract InterestRegime regime();

    /** A country of creditors whose claims the regime governs, ISO 3166-1 alpha-2. */
    protected abstract String creditorCountry();

    /** A kind of debtor against whom it governs; not UNKNOWN. */
    protected abstract DebtorKind debtorKind();

    /** A day in the middle of a period with a published rate; so have the ten days after it. */
    protected abstract LocalDate dayWithRate();

    @Test
    public final void hasAStableName() {
        assertTrue(regime().id().matches("[a-z][a-z0-9-]*"), "«" + regime().id() + "» is not a lower-case word");
    }

    @Test
    public final void governsItsOwnClaims() {
        assertTrue(regime().governs(creditorCountry(), debtorKind()));
    }

    @Test
    public final void neverGovernsADebtorOfUnknownKind() {
        assertFalse(regime().governs(creditorCountry(), DebtorKind.UNKNOWN));
    }

    @Test
    public final void neverGovernsACountryThatDoesNotExist() {
        assertFalse(regime().governs("XX", debtorKind()));
    }

    @Test
    public final void titlesDoNotChange() {
        assertEquals(regime().titles(), regime().titles());
    }

    @Test
    public final void anIndemnityNeedsItsTitleAndTheCurrencyOfTheInvoice() {
        for (String currency : List.of("EUR", "CHF", "GBP", "USD", "JPY")) {
            Money principal = Money.parse("1000", currency);
            Optional<Money> indemnity = regime().indemnity(principal, dayWithRate());
            indemnity.ifPresent(amount -> {
                assertTrue(regime().titles().contains(ChargeKind.INDEMNITY), "an indemnity without a title");
                assertEquals(principal.currency(), amount.currency());
                assertTrue(amount.isPositive());
            });
        }
    }

    @Test
    public final void countsBothEndDays() {
        InterestSegment oneDay = only(ask(dayWithRate(), dayWithRate()));
        assertEquals(1, oneDay.days());
        assertEquals(dayWithRate(), oneDay.from());
        assertEquals(dayWithRate(), oneDay.to());
        assertEquals(11, only(ask(dayWithRate(), dayWithRate().plusDays(10))).days());
    }

    @Test
    public final void aSegmentStatesItsPrincipalRateAndArticle() {
        InterestSegment segment = only(ask(dayWithRate(), dayWithRate().plusDays(10)));
        assertEquals(principal(), segment.principal());
        assertEquals(principal().currency(), segment.interest().currency());
        assertTrue(segment.rate().compareTo(BigDecimal.ZERO) >= 0, "a negative rate");
        assertFalse(segment.article().isBlank(), "no article");
    }

    @Test
    public final void segmentsFollowEachOtherWithoutGapOrOverlap() {
        LocalDate last = dayWithRate().plusYears(YEARS_AHEAD);
        InterestAnswer answer = ask(dayWithRate(), last);
        LocalDate expected = dayWithRate();
        for (InterestSegment segment : answer.segments()) {
            assertEquals(expected, segment.from());
            assertFalse(segment.to().isBefore(segment.from()));
            assertEquals(ChronoUnit.DAYS.between(segment.from(), segment.to()) + 1, segment.days());
            expected = segment.to().plusDays(1);
        }
        if (answer.missing().isPresent()) {
            assertEquals(expected, answer.missing().get().since(), "the missing period begins after the last segment");
            assertFalse(answer.missing().get().since().isAfter(last));
            assertFalse(answer.missing().get().period().isBlank(), "the missing period has no name");
        } else {
            assertEquals(last.plusDays(1), expected, "nothing is missing, yet the last day was not reached");
        }
    }

    @Test
    public final void theSameQuestionHasTheSameAnswer() {
        LocalDate last = dayWithRate().plusYears(2);
        assertEquals(ask(dayWithRate(), last), ask(dayWithRate(), last));
    }

    @Test
    public final void moreDaysNeverCostLess() {
        Money before = Money.zero(principal().currency());
        for (int days = 0; days <= 10; days++) {
            Money interest =
                    only(ask(dayWithRate(), dayWithRate().plusDays(days))).interest();
            assertTrue(interest.compareTo(before) >= 0, days + " days cost " + interest + ", fewer cost " + before);
            before = interest;
        }
    }

    private InterestAnswer ask(LocalDate from, LocalDate to) {
        return regime().interest(new InterestQuestion(principal(), dayWithRate(), from, to));
    }

    private static Money principal() {
        return Money.parse("12345.67", "EUR");
    }

    private static InterestSegment only(InterestAnswer answer) {
        assertEquals(Optional.empty(), answer.missing());
        assertEquals(1, answer.segments().size());
        return answer.segments().get(0);
    }
}
