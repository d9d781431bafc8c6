package org.quittance.interest.eu;

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
            new NationalRates(),
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
    class GermanBusiness extends OnMadeRates {

        GermanBusiness() {
            super(new GermanBusinessInterest(RATES), "DE", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class GermanConsumer extends OnMadeRates {

        GermanConsumer() {
            super(new GermanConsumerInterest(RATES), "DE", DebtorKind.CONSUMER);
        }
    }

    @Nested
    class AustrianBusiness extends OnMadeRates {

        AustrianBusiness() {
            super(new AustrianBusinessInterest(RATES), "AT", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class BelgianBusiness extends OnMadeRates {

        BelgianBusiness() {
            super(new BelgianBusinessInterest(RATES), "BE", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class BelgianConsumer extends OnMadeRates {

        BelgianConsumer() {
            super(new BelgianConsumerInterest(RATES), "BE", DebtorKind.CONSUMER);
        }
    }

    @Nested
    class DutchBusiness extends OnMadeRates {

        DutchBusiness() {
            super(new DutchBusinessInterest(RATES), "NL", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class SpanishBusiness extends OnMadeRates {

        SpanishBusiness() {
            super(new SpanishBusinessInterest(RATES), "ES", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class ItalianBusiness extends OnMadeRates {

        ItalianBusiness() {
            super(new ItalianBusinessInterest(RATES), "IT", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class LuxembourgBusiness extends OnMadeRates {

        LuxembourgBusiness() {
            super(new LuxembourgBusinessInterest(RATES), "LU", DebtorKind.BUSINESS);
        }
    }

    @Nested
    class IrishBusiness extends OnMadeRates {

        IrishBusiness() {
            super(new IrishBusinessInterest(RATES), "IE", DebtorKind.BUSINESS);
        }
    }
}
