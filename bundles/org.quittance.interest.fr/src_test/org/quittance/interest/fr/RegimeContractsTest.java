package org.quittance.interest.fr;

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
            new FrenchLegalRates(),
            () -> List.of(new ReferenceRate(
                    "ecb-mro",
                    LocalDate.of(2025, 12, 31),
                    LocalDate.of(2026, 1, 1),
                    new Figure(new BigDecimal("2.15"), "test", LocalDate.of(2026, 1, 2), true, false))));

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Nested
    class FrenchBusiness extends MadeInterestRegimeContract {

        FrenchBusiness() {
            super(new FrenchBusinessInterest(RATES), "FR", DebtorKind.BUSINESS, DAY);
        }
    }

    @Nested
    class FrenchPublic extends MadeInterestRegimeContract {

        FrenchPublic() {
            super(new FrenchPublicInterest(RATES), "FR", DebtorKind.PUBLIC, DAY);
        }
    }

    @Nested
    class FrenchConsumer extends MadeInterestRegimeContract {

        FrenchConsumer() {
            super(new FrenchConsumerInterest(RATES), "FR", DebtorKind.CONSUMER, DAY);
        }
    }
}
