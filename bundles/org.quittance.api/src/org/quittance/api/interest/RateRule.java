package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a yearly rate comes from an index: times a factor, plus points, rounded up to a step.
 *
 * @param index empty text for a rate that follows no index and is its points alone
 * @param factor one for most
 * @param points percentage points
 * @param roundedUpTo the step the rate is rounded up to, such as a half; zero for none
 */
public record RateRule(
        String index,
        BigDecimal factor,
        Figure points,
        BigDecimal roundedUpTo,
        Anchor anchor,
        ReferenceDay referenceDay) {

    public RateRule {
        requireNonNull(index, "index");
        requireNonNull(factor, "factor");
        requireNonNull(points, "points");
        requireNonNull(roundedUpTo, "roundedUpTo");
        requireNonNull(anchor, "anchor");
        requireNonNull(referenceDay, "referenceDay");
    }

    BigDecimal rate(BigDecimal indexValue) {
        BigDecimal exact = indexValue.multiply(factor).add(points.value());
        return roundedUpTo.signum() == 0
                ? exact
                : exact.divide(roundedUpTo, 0, RoundingMode.CEILING).multiply(roundedUpTo);
    }
}
