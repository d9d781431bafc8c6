package org.quittance.importer.csv;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;

/** Texts of closed vocabularies: what is understood without a translation in the mapping. Upper or lower case. */
final class Words {

    private static final Map<String, DebtorKind> KINDS = Map.ofEntries(
            Map.entry("business", DebtorKind.BUSINESS),
            Map.entry("entreprise", DebtorKind.BUSINESS),
            Map.entry("professionnel", DebtorKind.BUSINESS),
            Map.entry("consumer", DebtorKind.CONSUMER),
            Map.entry("consommateur", DebtorKind.CONSUMER),
            Map.entry("particulier", DebtorKind.CONSUMER),
            Map.entry("public", DebtorKind.PUBLIC),
            Map.entry("unknown", DebtorKind.UNKNOWN),
            Map.entry("inconnu", DebtorKind.UNKNOWN));
    private static final Map<String, EvidenceGrade> GRADES = Map.of(
            "declared", EvidenceGrade.DECLARED,
            "channel", EvidenceGrade.CHANNEL,
            "delivered", EvidenceGrade.DELIVERED);
    private static final Set<String> TRUE = Set.of("true", "yes", "oui", "ja", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "non", "nein", "0");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Words() {}

    static DebtorKind kind(String text, String field) throws RowProblem {
        String word = text.toLowerCase(Locale.ROOT);
        if (!KINDS.containsKey(word)) {
            throw new RowProblem(field, "expected.kind", text);
        }
        return KINDS.get(word);
    }

    static EvidenceGrade grade(String text, String field) throws RowProblem {
        String word = text.toLowerCase(Locale.ROOT);
        if (!GRADES.containsKey(word)) {
            throw new RowProblem(field, "expected.grade", text);
        }
        return GRADES.get(word);
    }

    static boolean truth(String text, String field) throws RowProblem {
        String word = text.toLowerCase(Locale.ROOT);
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            throw new RowProblem(field, "expected.truth", text);
        }
        return TRUE.contains(word);
    }

    static Locale language(String text, String field) throws RowProblem {
        Locale language = Locale.forLanguageTag(text);
        if (!LANGUAGES.contains(language.getLanguage())) {
            throw new RowProblem(field, "expected.language", text);
        }
        return language;
    }

    static String country(String text, String field) throws RowProblem {
        String code = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new RowProblem(field, "expected.country", text);
        }
        return code;
    }

    static Currency currency(String text, String field) throws RowProblem {
        try {
            Currency currency = Currency.getInstance(text);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw new RowProblem(field, "expected.currency", text);
        }
        throw new RowProblem(field, "expected.money", text);
    }

    /** Names of media with blanks or commas between them. */
    static List<Medium> media(String text, String field) throws RowProblem {
        List<Medium> media = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,;|]+")) {
            try {
                media.add(Medium.of(word));
            } catch (IllegalArgumentException notAWord) {
                throw new RowProblem(field, "expected.media", text);
            }
        }
        return media;
    }

    /** Checks a text for the field it is meant for; fields that take any text accept it. */
    static void check(RecordKind record, String field, String text) throws RowProblem {
        switch (field) {
            case "currency" -> currency(text, field);
            case "disputed" -> truth(text, field);
            case "grade", "evidence.grade" -> grade(text, field);
            case "language" -> language(text, field);
            case "country" -> country(text, field);
            case "preferredMedia", "optOuts" -> media(text, field);
            case "kind" -> kind(text, field);
            default -> requireText(record, field, text);
        }
    }

    private static void requireText(RecordKind record, String field, String text) throws RowProblem {
        if (text.isBlank() && record.required().contains(field)) {
            throw new RowProblem(field, "field.needed", record.key());
        }
    }
}
