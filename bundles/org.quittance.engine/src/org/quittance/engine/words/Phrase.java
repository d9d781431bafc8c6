package org.quittance.engine.words;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills phrases: {@code {name}} is replaced by its value; a part in {@code [ ]} is left out when one of its values is missing.
 * Apostrophes and quotes mean nothing special, unlike in {@code MessageFormat}.
 */
final class Phrase {

    private final String pattern;
    private final Function<String, Optional<String>> values;
    private int position;

    private Phrase(String pattern, Function<String, Optional<String>> values) {
        this.pattern = pattern;
        this.values = values;
    }

    /** {@link IllegalStateException} where a value outside brackets is missing. */
    static String fill(String pattern, Function<String, Optional<String>> values) {
        Optional<String> text = new Phrase(pattern, values).part();
        if (text.isEmpty()) {
            throw new IllegalStateException("a value is missing for «" + pattern + "»");
        }
        return capitalised(text.get());
    }

    /** Everything up to the closing bracket or the end; empty when a value was missing. */
    private Optional<String> part() {
        StringBuilder text = new StringBuilder();
        boolean complete = true;
        while (position < pattern.length()) {
            char next = pattern.charAt(position++);
            if (next == ']') {
                break;
            } else if (next == '[') {
                part().ifPresent(text::append);
            } else if (next == '{') {
                int end = pattern.indexOf('}', position);
                Optional<String> value = values.apply(pattern.substring(position, end));
                value.ifPresent(text::append);
                complete &= value.isPresent();
                position = end + 1;
            } else {
                text.append(next);
            }
        }
        return complete ? Optional.of(text.toString()) : Optional.empty();
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
