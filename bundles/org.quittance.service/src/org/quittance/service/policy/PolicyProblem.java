package org.quittance.service.policy;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a policy.
 *
 * @param line from 1; 0 where no line can be named
 * @param path of the field, such as {@code steps[2].charges}
 * @param blocks whether the policy cannot be used; otherwise it is advice
 * @param text what is wrong and what to do, in English
 */
public record PolicyProblem(int line, String path, boolean blocks, String text) {

    public PolicyProblem {
        requireNonNull(path, "path");
        requireNonNull(text, "text");
    }

    /** A problem that keeps the policy from being used. */
    public PolicyProblem(int line, String path, String text) {
        this(line, path, true, text);
    }

    public static PolicyProblem warning(String path, String text) {
        return new PolicyProblem(0, path, false, text);
    }
}
