package org.quittance.tck.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;

/** The contract for a regime that is made beforehand, so that a bundle with many of them needs one line for each. */
public abstract class MadeInterestRegimeContract extends InterestRegimeContract {

    private final InterestRegime regime;
    private final String creditorCountry;
    private final DebtorKind debtorKind;
    private final LocalDate dayWithRate;

    protected MadeInterestRegimeContract(
            InterestRegime regime, String creditorCountry, DebtorKind debtorKind, LocalDate dayWithRate) {
        this.regime = requireNonNull(regime, "regime");
        this.creditorCountry = requireNonNull(creditorCountry, "creditorCountry");
        this.debtorKind = requireNonNull(debtorKind, "debtorKind");
        this.dayWithRate = requireNonNull(dayWithRate, "dayWithRate");
    }

    @Override
    protected final InterestRegime regime() {
        return regime;
    }

    @Override
    protected final String creditorCountry() {
        return creditorCountry;
    }

    @Override
    protected final DebtorKind debtorKind() {
        return debtorKind;
    }

    @Override
    protected final LocalDate dayWithRate() {
        return dayWithRate;
    }
}
