package org.quittance.api.score;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A score with what it is made of.
 *
 * @param source who says so, such as {@code own-history}
 * @param points 0 for the worst to 100 for the best
 * @param because what took points away or gave some, the weightiest first
 */
public record Score(String source, int points, List<Factor> because) {

    public Score {
        requireNonNull(source, "source");
        because = List.copyOf(because);
        if (points < 0 || points > 100) {
            throw new IllegalArgumentException("points are " + points + ", allowed is 0 to 100");
        }
    }

    /**
     * One reason.
     *
     * @param code lower-case words joined by hyphens
     * @param count how often, or how many days
     * @param points given, or taken where negative
     */
    public record Factor(String code, int count, int points) {

        public Factor {
            requireNonNull(code, "code");
        }
    }
}
