package org.quittance.api.interest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/**
 * The law of late payment for one kind of debtor in one country, over dated data with sources. Pure: the same question
 * has the same answer until the data changes. Safe for any thread, does not block. A period without a published rate is
 * named in the answer, never guessed.
 */
@ConsumerType
public interface InterestRegime {

    /** Such as {@code fr-b2b}. */
    String id();

    /** Whether claims of a creditor in this country (ISO 3166-1 alpha-2) against such a debtor fall under this regime. */
    boolean governs(String creditorCountry, DebtorKind debtor);

    /** The charges that have a title under this regime; asking a debtor for any other is refused by the suite. */
    Set<ChargeKind> titles();

    /** Interest for one principal over a time; both days inclusive. */
    InterestAnswer interest(InterestQuestion question);

    /** The fixed compensation for one invoice paid late; empty where the regime knows none. */
    Optional<Money> indemnity(Money principal, LocalDate dueDate);
}
