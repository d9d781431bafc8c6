package org.quittance.interest.uk;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.model.DebtorKind;
import org.quittance.tck.interest.MadeInterestRegimeContract;

/** The contract of the TCK for every regime of the bundle. */
class RegimeContractsTest {

    private static final List<ReferenceRates> RATES = List.of(new BankOfEnglandRates());

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Nested
    class BritishBusiness extends MadeInterestRegimeContract {

        BritishBusiness() {
            super(new BritishBusinessInterest(RATES), "GB", DebtorKind.BUSINESS, DAY);
        }
    }
}
