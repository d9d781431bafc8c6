package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * What recovery may cost a debtor at most, by the size of the claim.
 *
 * @param bands by rising {@link Band#over()}, the first over zero
 */
public record CostScale(List<Band> bands, Optional<Money> least, Optional<Money> most, Figure figure) {

    /** @param percent of what exceeds {@code over}, on top of {@code fixed} */
    public record Band(Money over, Money fixed, BigDecimal percent) {

        public Band {
            requireNonNull(over, "over");
            requireNonNull(fixed, "fixed");
            requireNonNull(percent, "percent");
        }
    }

    public CostScale {
        bands = List.copyOf(bands);
        requireNonNull(least, "least");
        requireNonNull(most, "most");
        requireNonNull(figure, "figure");
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("a scale has at least one band");
        }
    }

    /** For a positive principal in the currency of the scale; rounded HALF_UP. */
    public Money of(Money principal) {
        Band band = bands.get(0);
        for (Band candidate : bands) {
            if (principal.compareTo(candidate.over()) > 0) {
                band = candidate;
            }
        }
        BigDecimal share = principal
                .minus(band.over())
                .toDecimal()
                .multiply(band.percent())
                .movePointLeft(2);
        Money cost = band.fixed().plus(Money.rounded(share, principal.currency(), RoundingMode.HALF_UP));
        if (least.isPresent() && cost.compareTo(least.get()) < 0) {
            return least.get();
        }
        return most.isPresent() ? cost.min(most.get()) : cost;
    }
}
