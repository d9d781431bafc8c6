package org.quittance.interest.ch;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.model.DebtorKind;
import org.quittance.tck.interest.MadeInterestRegimeContract;

/** The contract of the TCK for every regime of the bundle. */
class RegimeContractsTest {

    private static final List<ReferenceRates> RATES = List.of();

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Nested
    class Swiss extends MadeInterestRegimeContract {

        Swiss() {
            super(new SwissInterest(RATES), "CH", DebtorKind.BUSINESS, DAY);
        }
    }
}
