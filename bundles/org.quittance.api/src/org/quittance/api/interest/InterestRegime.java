package org.quittance.api.interest;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.DebtorKind;

/**
 * The law of late payment for one kind of debtor in one country: terms and rates, as data. What is owed is computed from
 * them by the suite, in one place for all regimes. Pure: the same question has the same answer while the service is
 * registered; a regime that has learnt new rates registers again. Safe for any thread, does not block, asked per debtor.
 * {@link StatutoryRegime} is a ready one that reads its terms from a file.
 */
@ConsumerType
public interface InterestRegime {

    /** Such as {@code fr-b2b}. */
    String id();

    /** Whether claims of a creditor in this country (ISO 3166-1 alpha-2) against such a debtor fall under this regime. */
    boolean governs(String creditorCountry, DebtorKind debtor);

    /** The charges that have a title under this regime; asking a debtor for any other is refused by the suite. */
    Set<ChargeKind> titles();

    RegimeTerms terms();

    /** The statutory rates, worked out beforehand. */
    RateTable rates();

    /** Rates below which a contract may not go; a lower one is warned about and computed with all the same. */
    default Optional<RateTable> contractFloor() {
        return Optional.empty();
    }

    /** Rates above which a contract may not go; a higher one is warned about and computed with all the same. */
    default Optional<RateTable> contractCeiling() {
        return Optional.empty();
    }
}
