package org.quittance.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.LimitationPeriod;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.TermCap;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.model.DebtorKind;
import org.quittance.service.claim.LegalFigures;

/** Two years against consumers, five against businesses; sixty days to pay at most, thirty where nothing was agreed. */
record OneCountry(String country) implements LegalFigures, LegalLimits {

    private static Figure figure(int value) {
        return new Figure(BigDecimal.valueOf(value), "test", LocalDate.EPOCH, true, false);
    }

    @Override
    public List<InterestRegime> regimes() {
        return List.of();
    }

    @Override
    public Optional<InterestRegime> regime(String id) {
        return Optional.empty();
    }

    @Override
    public List<ReferenceRate> rates() {
        return List.of();
    }

    @Override
    public Optional<LegalLimits> limits(String asked) {
        return asked.equals(country) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<TermCap> termCaps() {
        Set<DebtorKind> business = Set.of(DebtorKind.BUSINESS);
        return List.of(
                new TermCap("sixty", business, false, TermMethod.DAYS, 60, figure(60)),
                new TermCap("ninety", business, true, TermMethod.DAYS, 90, figure(90)));
    }

    @Override
    public List<TermCap> statutoryTerms() {
        return List.of(new TermCap("thirty", Set.of(DebtorKind.BUSINESS), false, TermMethod.DAYS, 30, figure(30)));
    }

    @Override
    public List<LimitationPeriod> limitations() {
        return List.of(
                new LimitationPeriod("five", Set.of(DebtorKind.BUSINESS), false, false, false, 5, figure(5)),
                new LimitationPeriod("two", Set.of(DebtorKind.CONSUMER), false, false, false, 2, figure(2)),
                new LimitationPeriod("one", Set.of(DebtorKind.BUSINESS), true, false, false, 1, figure(1)));
    }
}
