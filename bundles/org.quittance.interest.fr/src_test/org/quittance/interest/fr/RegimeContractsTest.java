package org.quittance.interest.fr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.model.DebtorKind;
import org.quittance.tck.interest.InterestRegimeContract;

/** The contract of the TCK for every regime of the bundle. */
class RegimeContractsTest {

    private static final List<ReferenceRates> RATES = List.of(
            new FrenchLegalRates(),
            () -> List.of(new ReferenceRate(
                    "ecb-mro",
                    LocalDate.of(2025, 12, 31),
                    LocalDate.of(2026, 1, 1),
                    new Figure(new BigDecimal("2.15"), "test", LocalDate.of(2026, 1, 2), true, false))));

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
    class FrenchBusiness extends OnMadeRates {

        FrenchBusiness() {
            super(new FrenchBusinessInterest(RATES), "FR", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class FrenchPublic extends OnMadeRates {

        FrenchPublic() {
            super(new FrenchPublicInterest(RATES), "FR", DebtorKind.PUBLIC);
        }
    }

    @Nested
    class FrenchConsumer extends OnMadeRates {

        FrenchConsumer() {
            super(new FrenchConsumerInterest(RATES), "FR", DebtorKind.CONSUMER);
        }
    }
}
