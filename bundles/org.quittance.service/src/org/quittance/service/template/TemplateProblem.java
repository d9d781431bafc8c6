package org.quittance.service.template;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a template or its place in a policy.
 *
 * @param file the template's file; for a policy {@code policy <id>, step <id>}
 * @param line from 1; 0 where no line can be named
 * @param code stable, such as {@code variable-unknown}; the list is in the manual
 * @param blocks whether nothing may be sent with it; otherwise it is advice
 * @param found the words or the name in question; may be empty
 * @param instead what to write; empty where there is nothing to recommend
 * @param text what is wrong and what to do, in English
 */
public record TemplateProblem(
        String file, int line, String code, boolean blocks, String found, String instead, String text) {

    public TemplateProblem {
        requireNonNull(file, "file");
        requireNonNull(code, "code");
        requireNonNull(found, "found");
        requireNonNull(instead, "instead");
        requireNonNull(text, "text");
    }

    /** File, line and text in one line. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + text + " [" + code + "]";
    }
}
