package org.quittance.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What headings mean, from {@code heading-words.properties}. */
final class HeadingWords {

    private static final int EXACT = 95;
    private static final int WITHIN = 70;

    /** Shorter words stand within others by chance. */
    private static final int WITHIN_CHARS_MIN = 4;

    private final Map<String, String> conceptByWord = new HashMap<>();
    /** As people write them. */
    private final Map<String, String> spelled = new HashMap<>();

    private HeadingWords() {}

    /** What a heading may mean and how sure that is, in percent. */
    record Meaning(String concept, int sure, String word) {}

    static HeadingWords load() {
        Properties lines = new Properties();
        try (InputStream input = HeadingWords.class.getResourceAsStream("heading-words.properties")) {
            lines.load(new InputStreamReader(input, StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException("heading-words.properties of this bundle cannot be read", problem);
        }
        HeadingWords words = new HeadingWords();
        for (String concept : lines.stringPropertyNames()) {
            for (String word : lines.getProperty(concept).split(",")) {
                words.conceptByWord.put(folded(word), concept);
                words.spelled.putIfAbsent(folded(word), word.strip());
            }
        }
        return words;
    }

    /** Of «Date d’échéance 2» the concept {@code due2}. */
    Optional<Meaning> of(String heading) {
        String name = folded(heading);
        String base = name.replaceAll("[0-9]+$", "");
        String concept = conceptByWord.getOrDefault(name, "");
        if (!concept.isEmpty()) {
            return Optional.of(new Meaning(concept, EXACT, heading));
        }
        String baseConcept = conceptByWord.getOrDefault(base, "");
        if (List.of("due", "amount").contains(baseConcept) && !base.equals(name)) {
            String number = name.substring(base.length());
            return Optional.of(new Meaning(number.equals("1") ? baseConcept : baseConcept + number, EXACT, heading));
        }
        return longestWithin(name);
    }

    /** A word within a longer heading counts, the longest first: «Montant total TTC (EUR)». */
    private Optional<Meaning> longestWithin(String name) {
        String longest = "";
        for (String word : conceptByWord.keySet()) {
            boolean longer = word.length() > longest.length()
                    || word.length() == longest.length() && word.compareTo(longest) < 0;
            if (word.length() >= WITHIN_CHARS_MIN && longer && name.contains(word)) {
                longest = word;
            }
        }
        return longest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Meaning(
                        conceptByWord.getOrDefault(longest, ""), WITHIN, spelled.getOrDefault(longest, longest)));
    }

    int known(List<String> headings) {
        return (int)
                headings.stream().filter(heading -> of(heading).isPresent()).count();
    }

    static String folded(String name) {
        return Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
