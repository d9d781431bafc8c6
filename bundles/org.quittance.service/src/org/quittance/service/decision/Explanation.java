package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The decision for one item and the way to it.
 *
 * @param because one sentence per thing looked at, in the order it was looked at
 */
public record Explanation(Answer answer, List<String> because) {

    public Explanation {
        requireNonNull(answer, "answer");
        because = List.copyOf(because);
    }
}
