package org.quittance.api.interest;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Time limits of one country’s law: how late a due date may be, how long a claim lives. Data; safe for any thread. */
@ConsumerType
public interface LegalLimits {

    /** ISO 3166-1 alpha-2. */
    String country();

    List<TermCap> termCaps();

    List<LimitationPeriod> limitations();

    /** When an invoice is due where nothing was agreed, for each kind of debtor for which the law says so. */
    default List<TermCap> statutoryTerms() {
        return List.of();
    }
}
