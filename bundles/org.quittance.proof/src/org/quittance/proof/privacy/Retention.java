package org.quittance.proof.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.service.proof.PersonalData.Category;
import org.quittance.service.proof.PersonalData.Kept;

/** How long the law asks to keep what, from {@code retention.json}. */
final class Retention {

    private final Map<Category, @Nullable Rule> rules = new EnumMap<>(Category.class);

    private record Rule(int years, String article, boolean lawyerValidated) {}

    Retention() {
        try (InputStream in = Retention.class.getResourceAsStream("retention.json")) {
            if (in == null) {
                throw new IllegalStateException("resource retention.json is missing in the bundle");
            }
            for (JsonNode rule : new ObjectMapper().readTree(in).path("rules")) {
                rules.put(
                        Category.valueOf(rule.path("category").asText()),
                        new Rule(
                                rule.path("years").asInt(),
                                rule.path("article").asText(),
                                rule.path("lawyerValidated").asBoolean()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case, from the day of its last act. */
    Kept ofCase(LocalDate lastAct) {
        return kept(Category.CASE, lastAct);
    }

    /** The accounts, from the end of the year of the last document; see the documents for other financial years. */
    Kept ofAccounts(LocalDate lastDocument) {
        return kept(Category.ACCOUNTS, LocalDate.of(lastDocument.getYear(), 12, 31));
    }

    private Kept kept(Category category, LocalDate from) {
        @Nullable Rule rule = rules.get(category);
        if (rule == null) {
            throw new IllegalStateException("retention.json has no rule for " + category);
        }
        return new Kept(category, from.plusYears(rule.years()), rule.article(), rule.lawyerValidated());
    }
}
