package org.quittance.tone;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line that quotes a law: {@code > reference | version | words}. Such a line is exempt when it says what it quotes. Pure. */
final class Quotation {

    static final String MARK = "> ";
    private static final Pattern DIGIT = Pattern.compile(".*[0-9].*");

    private Quotation() {}

    /** What is wrong with the mark; empty when the line is a good quotation. */
    static Optional<String> problem(String line, List<Pattern> sources) {
        String[] parts = line.substring(MARK.length()).split("\\|", 3);
        if (parts.length < 3 || parts[2].isBlank()) {
            return Optional.of("a quoted law says what it quotes: > reference | version | words, such as"
                    + " > C. com. L441-10 II | 2021-02-27 | …");
        }
        String reference = parts[0].strip();
        if (!DIGIT.matcher(reference).matches() || !isLaw(reference, sources)) {
            return Optional.of("«" + reference + "» is not an article of a known law; only those may be quoted");
        }
        try {
            LocalDate.parse(parts[1].strip());
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("«" + parts[1].strip()
                    + "» is not the date since which these words are in force, such as 2021-02-27");
        }
    }

    private static boolean isLaw(String reference, List<Pattern> sources) {
        String small = reference.toLowerCase(Locale.ROOT);
        return sources.stream().anyMatch(source -> source.matcher(small).lookingAt());
    }
}
