package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.api.model.Money;

/**
 * The decision for one item and the way to it.
 *
 * @param claimed what is claimed of the item: open without what is contested or given up; of a credit what is left to be set off
 * @param because one sentence per thing looked at, in the order it was looked at
 */
public record Explanation(Answer answer, Money claimed, List<String> because) {

    public Explanation {
        requireNonNull(answer, "answer");
        requireNonNull(claimed, "claimed");
        because = List.copyOf(because);
    }
}
