package org.quittance.service.policy;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a policy.
 *
 * @param line from 1; 0 where no line can be named
 * @param path of the field, such as {@code steps[2].charges}
 * @param text what is wrong and what to do, in English
 */
public record PolicyProblem(int line, String path, String text) {

    public PolicyProblem {
        requireNonNull(path, "path");
        requireNonNull(text, "text");
    }
}
