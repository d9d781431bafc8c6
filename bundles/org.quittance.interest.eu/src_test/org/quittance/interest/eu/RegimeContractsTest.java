package org.quittance.interest.eu;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.model.DebtorKind;
import org.quittance.tck.interest.MadeInterestRegimeContract;

/** The contract of the TCK for every regime of the bundle. */
class RegimeContractsTest {

    private static final List<ReferenceRates> RATES = List.of(
            new NationalRates(),
            () -> List.of(new ReferenceRate(
                    "ecb-mro",
                    LocalDate.of(2025, 12, 31),
                    LocalDate.of(2026, 1, 1),
                    new Figure(new BigDecimal("2.15"), "test", LocalDate.of(2026, 1, 2), true, false))));

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Nested
    class GermanBusiness extends MadeInterestRegimeContract {

        GermanBusiness() {
            super(new GermanBusinessInterest(RATES), "DE", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class GermanConsumer extends MadeInterestRegimeContract {

        GermanConsumer() {
            super(new GermanConsumerInterest(RATES), "DE", DebtorKind.CONSUMER, DAY);
        }
    }

    @Nested
    class AustrianBusiness extends MadeInterestRegimeContract {

        AustrianBusiness() {
            super(new AustrianBusinessInterest(RATES), "AT", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class BelgianBusiness extends MadeInterestRegimeContract {

        BelgianBusiness() {
            super(new BelgianBusinessInterest(RATES), "BE", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class BelgianConsumer extends MadeInterestRegimeContract {

        BelgianConsumer() {
            super(new BelgianConsumerInterest(RATES), "BE", DebtorKind.CONSUMER, DAY);
        }
    }

    @Nested
    class DutchBusiness extends MadeInterestRegimeContract {

        DutchBusiness() {
            super(new DutchBusinessInterest(RATES), "NL", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class SpanishBusiness extends MadeInterestRegimeContract {

        SpanishBusiness() {
            super(new SpanishBusinessInterest(RATES), "ES", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class ItalianBusiness extends MadeInterestRegimeContract {

        ItalianBusiness() {
            super(new ItalianBusinessInterest(RATES), "IT", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class LuxembourgBusiness extends MadeInterestRegimeContract {

        LuxembourgBusiness() {
            super(new LuxembourgBusinessInterest(RATES), "LU", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class IrishBusiness extends MadeInterestRegimeContract {

        IrishBusiness() {
            super(new IrishBusinessInterest(RATES), "IE", DebtorKind.BUSINESS, DAY);
        }
    }
}
