package org.quittance.api.legal;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A way to an enforceable title.
 *
 * @param id such as {@code fr.injonction-de-payer}
 * @param open whether nothing known stands against it
 * @param conditions every condition looked at, met or not, each with its article
 */
public record LegalRoute(String id, boolean open, List<Condition> conditions) {

    public LegalRoute {
        requireNonNull(id, "id");
        conditions = List.copyOf(conditions);
    }

    /**
     * @param text one sentence in English
     * @param article the rule
     */
    public record Condition(String text, String article, boolean met) {

        public Condition {
            requireNonNull(text, "text");
            requireNonNull(article, "article");
        }
    }
}
