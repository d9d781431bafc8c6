package org.quittance.interest.fr;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;
import org.quittance.tck.interest.InterestRegimeContract;

/** The contract of the TCK for each of the three regimes. */
class FrenchInterestContractTest {

    private abstract static class French extends InterestRegimeContract {

        @Override
        protected String creditorCountry() {
            return "FR";
        }

        @Override
        protected LocalDate dayWithRate() {
            return LocalDate.parse("2026-03-10");
        }
    }

    @Nested
    class Business extends French {

        @Override
        protected InterestRegime regime() {
            return new FrenchBusinessInterest();
        }

        @Override
        protected DebtorKind debtorKind() {
            return DebtorKind.BUSINESS;
        }
    }

    @Nested
    class PublicBuyer extends French {

        @Override
        protected InterestRegime regime() {
            return new FrenchPublicInterest();
        }

        @Override
        protected DebtorKind debtorKind() {
            return DebtorKind.PUBLIC;
        }
    }

    @Nested
    class Consumer extends French {

        @Override
        protected InterestRegime regime() {
            return new FrenchConsumerInterest();
        }

        @Override
        protected DebtorKind debtorKind() {
            return DebtorKind.CONSUMER;
        }
    }
}
