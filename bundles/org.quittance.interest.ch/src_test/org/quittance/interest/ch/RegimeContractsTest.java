package org.quittance.interest.ch;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.model.DebtorKind;
import org.quittance.tck.interest.InterestRegimeContract;

/** The contract of the TCK for every regime of the bundle. */
class RegimeContractsTest {

    private static final List<ReferenceRates> RATES = List.of();

    private abstract static class OnMadeRates extends InterestRegimeContract {

        private final InterestRegime regime;
        private final String country;
        private final DebtorKind kind;

        OnMadeRates(InterestRegime regime, String country, DebtorKind kind) {
            this.regime = regime;
            this.country = country;
            this.kind = kind;
        }

        @Override
        protected InterestRegime regime() {
            return regime;
        }

        @Override
        protected String creditorCountry() {
            return country;
        }

        @Override
        protected DebtorKind debtorKind() {
            return kind;
        }

        @Override
        protected LocalDate dayWithRate() {
            return LocalDate.of(2026, 3, 10);
        }
    }

    @Nested
    class Swiss extends OnMadeRates {

        Swiss() {
            super(new SwissInterest(RATES), "CH", DebtorKind.BUSINESS);
        }
    }
}
