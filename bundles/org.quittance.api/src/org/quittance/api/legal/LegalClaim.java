package org.quittance.api.legal;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.Money;

/**
 * What a route is asked about.
 *
 * @param principal what is open
 * @param accessories interest and indemnity claimed with it
 * @param oldestDueDate due date of the oldest item
 * @param contested whether the debtor disputes any of it
 * @param noticeSent whether a formal notice was really sent
 * @param today the day of the question
 */
public record LegalClaim(
        Money principal,
        Money accessories,
        LocalDate oldestDueDate,
        boolean contested,
        boolean noticeSent,
        LocalDate today) {

    public LegalClaim {
        requireNonNull(principal, "principal");
        requireNonNull(accessories, "accessories");
        requireNonNull(oldestDueDate, "oldestDueDate");
        requireNonNull(today, "today");
    }
}
