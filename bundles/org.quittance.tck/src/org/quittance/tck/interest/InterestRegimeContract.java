package org.quittance.tck.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.FeeTier;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.RatePeriod;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/**
 * What the suite relies on in every {@link InterestRegime}. A subclass names one regime, a claim it governs and a day with a
 * published rate; amounts are the regime's own tests.
 */
public abstract class InterestRegimeContract {

    private static final int YEARS_AHEAD = 60;

    /** The regime under test, with the rates it needs. */
    protected abstract InterestRegime regime();

    /** A country of creditors whose claims the regime governs, ISO 3166-1 alpha-2. */
    protected abstract String creditorCountry();

    /** A kind of debtor against whom it governs; not UNKNOWN. */
    protected abstract DebtorKind debtorKind();

    /** A day with a published rate. */
    protected abstract LocalDate dayWithRate();

    @Test
    public final void hasAStableName() {
        assertTrue(regime().id().matches("[a-z][a-z0-9-]*"), "«" + regime().id() + "» is not a lower-case word");
        assertEquals(regime().id(), regime().id());
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
    public final void neverGivesTitleToALateFeeOfAConsumer() {
        if (regime().governs(creditorCountry(), DebtorKind.CONSUMER)) {
            assertFalse(regime().titles().contains(ChargeKind.LATE_FEE), "a late fee of a consumer");
            assertFalse(regime().titles().contains(ChargeKind.INDEMNITY), "an indemnity of a consumer");
        }
    }

    @Test
    public final void titlesAndTermsDoNotChange() {
        InterestRegime regime = regime();
        assertEquals(regime.titles(), regime.titles());
        assertEquals(regime.rates().on(dayWithRate()), regime.rates().on(dayWithRate()));
        assertEquals(regime.terms().article(), regime.terms().article());
    }

    @Test
    public final void anIndemnityNeedsItsTitleAndTheCurrencyOfTheInvoice() {
        InterestRegime regime = regime();
        assertEquals(
                regime.titles().contains(ChargeKind.INDEMNITY),
                !regime.terms().fees().isEmpty(),
                "title and fixed fee do not agree");
        for (String currency : List.of("EUR", "CHF", "GBP", "USD", "JPY")) {
            Optional<Money> indemnity = regime.terms().indemnity(Money.parse("1000", currency), dayWithRate());
            indemnity.ifPresent(amount -> {
                assertEquals(currency, amount.currency().getCurrencyCode());
                assertTrue(amount.isPositive());
            });
        }
    }

    @Test
    public final void feesRiseWithThePrincipal() {
        Optional<Money> last = Optional.empty();
        for (FeeTier tier : regime().terms().fees()) {
            assertTrue(
                    last.isEmpty()
                            || tier.principalMax().isEmpty()
                            || tier.principalMax().get().compareTo(last.get()) > 0,
                    "tiers are not in order");
            last = tier.principalMax();
        }
    }

    @Test
    public final void everyFigureNamesItsSource() {
        assertFalse(regime().terms().article().isBlank(), "no article");
        regime().terms().figures().forEach(figure -> assertFalse(figure.source().isBlank(), figure + " has no source"));
        assertFalse(regime().terms().figures().isEmpty(), "terms without a figure");
    }

    @Test
    public final void aPeriodHoldsTheDayItWasAskedFor() {
        RatePeriod period = regime().rates().on(dayWithRate()).orElseThrow();
        assertFalse(dayWithRate().isBefore(period.first()));
        assertFalse(dayWithRate().isAfter(period.last()));
        assertTrue(period.rate().signum() >= 0, "a negative rate");
    }

    @Test
    public final void periodsFollowEachOtherWithoutOverlap() {
        LocalDate end = LocalDate.MIN;
        for (RatePeriod period : regime().rates().periods()) {
            assertTrue(period.first().isAfter(end), period + " overlaps the one before");
            assertFalse(period.last().isBefore(period.first()));
            end = period.last();
        }
    }

    @Test
    public final void nothingIsGuessedForAFarDay() {
        LocalDate far = dayWithRate().plusYears(YEARS_AHEAD);
        Optional<RatePeriod> period = regime().rates().on(far);
        if (period.isPresent()) {
            assertTrue(regime().terms().rate().index().isEmpty(), "a rate of an index sixty years ahead: " + period);
        } else {
            assertFalse(regime().rates().nameOf(far).isBlank(), "the missing period has no name");
        }
    }
}
