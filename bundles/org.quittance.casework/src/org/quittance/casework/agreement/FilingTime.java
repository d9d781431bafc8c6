package org.quittance.casework.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Creditor;

/**
 * How long a claim can be filed in French insolvency proceedings: two months from the publication of the opening judgment in the
 * BODACC, four for a creditor that does not live in France (C. com. R622-24). Where the publication is not known, the time
 * counted from the day we heard of it is the latest date to look at: the publication may ask for an earlier one.
 */
final class FilingTime {

    private static final int MONTHS = 2;
    private static final int MONTHS_ABROAD = 4;

    private FilingTime() {}

    static LocalDate lastDay(Creditor creditor, Optional<LocalDate> publishedOn, LocalDate heardOn) {
        boolean abroad =
                publishedOn.isPresent() && !creditor.address().country().equals("FR");
        return publishedOn.orElse(heardOn).plusMonths(abroad ? MONTHS_ABROAD : MONTHS);
    }
}
