package org.quittance.service.template;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One template as it stands now.
 *
 * @param kind the word of its head, such as {@code REMINDER}; empty where it is missing
 * @param tone the word of its head, such as {@code firm}; empty where it is missing
 * @param shipped whether it is the suite's own
 * @param origin where its text comes from: a file, or {@code shipped}
 * @param source its text
 */
public record TemplateEntry(
        TemplateKey key,
        String kind,
        String tone,
        boolean shipped,
        String origin,
        String source,
        List<TemplateProblem> problems) {

    public TemplateEntry {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(tone, "tone");
        requireNonNull(origin, "origin");
        requireNonNull(source, "source");
        problems = List.copyOf(problems);
    }

    /** Whether it may be used. */
    public boolean isGood() {
        return problems.stream().noneMatch(TemplateProblem::blocks);
    }
}
