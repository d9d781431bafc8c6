package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import org.quittance.api.model.DebtorKind;

/**
 * The longest payment term the law allows in one case.
 *
 * @param id such as {@code agreed-60}
 * @param debtors whom it is for
 * @param isSpecial for one trade or kind of invoice only, which somebody has to know; the others are for everybody
 * @param figure the days, with their source
 */
public record TermCap(
        String id, Set<DebtorKind> debtors, boolean isSpecial, TermMethod method, int days, Figure figure) {

    public TermCap {
        requireNonNull(id, "id");
        debtors = Set.copyOf(debtors);
        requireNonNull(method, "method");
        requireNonNull(figure, "figure");
    }

    /** The latest due date of an invoice of a day; where the law counts from delivery, the issue stands for it. */
    public LocalDate latest(LocalDate issued) {
        return method.due(issued, days);
    }
}
