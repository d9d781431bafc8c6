package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * Fixed compensation for one invoice paid late.
 *
 * @param principalMax the largest principal it is for, inclusive; empty for any
 * @param since first due date it exists for
 */
public record FeeTier(Money amount, Optional<Money> principalMax, LocalDate since, Figure figure) {

    public FeeTier {
        requireNonNull(amount, "amount");
        requireNonNull(principalMax, "principalMax");
        requireNonNull(since, "since");
        requireNonNull(figure, "figure");
        principalMax.ifPresent(amount::compareTo);
    }

    boolean isFor(Money principal, LocalDate dueDate) {
        return principal.isPositive()
                && principal.currency().equals(amount.currency())
                && !dueDate.isBefore(since)
                && principalMax.map(max -> principal.compareTo(max) <= 0).orElse(true);
    }
}
