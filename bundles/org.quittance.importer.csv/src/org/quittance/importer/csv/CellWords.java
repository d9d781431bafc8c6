package org.quittance.importer.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What values of closed vocabularies mean that the importer does not understand by itself: « secteur public », « déclarée ». */
final class CellWords {

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "kind",
            Map.ofEntries(
                    Map.entry("secteurpublic", "public"),
                    Map.entry("administration", "public"),
                    Map.entry("behorde", "public"),
                    Map.entry("offentlich", "public"),
                    Map.entry("societe", "business"),
                    Map.entry("company", "business"),
                    Map.entry("firma", "business"),
                    Map.entry("unternehmen", "business"),
                    Map.entry("b2b", "business"),
                    Map.entry("individual", "consumer"),
                    Map.entry("privat", "consumer"),
                    Map.entry("b2c", "consumer"),
                    Map.entry("b2g", "public")),
            "grade",
            Map.of(
                    "declaree", "declared",
                    "envoyee", "channel",
                    "sent", "channel",
                    "remise", "delivered",
                    "recue", "delivered",
                    "zugestellt", "delivered"),
            "disputed",
            Map.of("o", "true", "y", "true", "j", "true", "x", "true", "n", "false"));

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();

    CellWords() {
        for (Locale in : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN}) {
            for (String code : Locale.getISOCountries()) {
                countries.put(HeadingWords.folded(new Locale("", code).getDisplayCountry(in)), code);
            }
            for (String code : Locale.getISOLanguages()) {
                languages.put(HeadingWords.folded(new Locale(code).getDisplayLanguage(in)), code);
            }
        }
    }

    /** What to write for a value; itself where the importer understands it; empty where nobody does. */
    Optional<String> meaning(RecordKind record, String field, String value) {
        try {
            Words.check(record, field, value);
            return Optional.of(value);
        } catch (RowProblem notUnderstood) {
            String word = HeadingWords.folded(value);
            String meaning = switch (field) {
                case "country" -> countries.getOrDefault(word, "");
                case "language" -> languages.getOrDefault(word, "");
                default -> WORDS.getOrDefault(field, Map.of()).getOrDefault(word, "");
            };
            return meaning.isEmpty() ? Optional.empty() : Optional.of(meaning);
        }
    }

    /** Whether a field takes only words of a closed vocabulary. */
    static boolean isClosed(String field) {
        return WORDS.containsKey(field) || field.equals("country") || field.equals("language");
    }
}
