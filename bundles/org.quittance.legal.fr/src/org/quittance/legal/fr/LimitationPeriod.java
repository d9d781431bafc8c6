package org.quittance.legal.fr;

import java.time.LocalDate;
import java.time.Month;
import org.quittance.api.model.DebtorKind;

/**
 * Until when a claim may be brought. Counted from the oldest due date, which is the only start a claim carries, and as if
 * nothing had interrupted it: neither a reminder nor a formal notice does.
 *
 * @param lastDay the last day to act
 * @param article the rule
 */
record LimitationPeriod(LocalDate lastDay, String article) {

    static LimitationPeriod of(DebtorKind kind, LocalDate oldestDueDate, LegalFigures figures) {
        return switch (kind) {
            case BUSINESS ->
                new LimitationPeriod(oldestDueDate.plusYears(figures.businessLimitationYears()), "C. com. L110-4 I");
            case CONSUMER ->
                new LimitationPeriod(oldestDueDate.plusYears(figures.consumerLimitationYears()), "C. conso. L218-2");
            case PUBLIC ->
                new LimitationPeriod(
                        LocalDate.of(oldestDueDate.getYear() + figures.publicLimitationYears(), Month.DECEMBER, 31),
                        "loi 68-1250, article 1");
            // The shortest that may apply, so that nobody is told of time that may not exist.
            case UNKNOWN ->
                new LimitationPeriod(
                        oldestDueDate.plusYears(figures.consumerLimitationYears()),
                        "C. conso. L218-2, the shortest that may apply");
        };
    }
}
