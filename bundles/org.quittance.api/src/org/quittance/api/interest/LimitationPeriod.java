package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.quittance.api.model.DebtorKind;

/**
 * How long a claim may be pursued.
 *
 * @param id such as {@code trade}
 * @param debtors whom it is for
 * @param isSpecial for one trade only, which somebody has to know; the others are for everybody
 * @param isFromNextYear whether it begins on 1 January of the following year
 * @param isAnewAtOnce whether what interrupts begins it on its own day, although it began with a year
 * @param figure the years, with their source
 */
public record LimitationPeriod(
        String id,
        Set<DebtorKind> debtors,
        boolean isSpecial,
        boolean isFromNextYear,
        boolean isAnewAtOnce,
        int years,
        Figure figure) {

    public LimitationPeriod {
        requireNonNull(id, "id");
        debtors = Set.copyOf(debtors);
        requireNonNull(figure, "figure");
    }

    /**
     * The last day on which the claim may be pursued.
     *
     * @param since the day the right could be known: the earlier of performance and invoice
     * @param interruptions in any order; those after the period has run out, as it stood then, do not revive it
     */
    public LocalDate lastDay(LocalDate since, Collection<Interruption> interruptions) {
        LocalDate last = lastDay(since, isFromNextYear);
        for (Interruption interruption : interruptions.stream()
                .sorted((one, other) -> one.on().compareTo(other.on()))
                .toList()) {
            if (!interruption.on().isBefore(since) && !interruption.on().isAfter(last)) {
                last = lastDay(interruption.on(), isFromNextYear && !isAnewAtOnce);
            }
        }
        return last;
    }

    private LocalDate lastDay(LocalDate since, boolean fromNextYear) {
        return fromNextYear ? LocalDate.of(since.getYear() + years, 12, 31) : since.plusYears(years);
    }
}
