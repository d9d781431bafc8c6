package org.quittance.document.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.api.model.Money;

/** The words of the documents of a case in the three languages. */
class LabelsTest {

    private static Set<Object> keys(String language) throws Exception {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Labels.class.getResourceAsStream("dossier_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return new TreeSet<>(texts.keySet());
    }

    @Test
    void everyLanguageHasTheSameWords() throws Exception {
        assertEquals(keys("en"), keys("fr"));
        assertEquals(keys("en"), keys("de"));
    }

    @Test
    void amountsAndDatesAreGermanInGerman() {
        Labels german = Labels.in(Locale.GERMANY);
        assertEquals("1.234,56\u00a0€", german.money(Money.parse("1234.56", "EUR")));
        assertEquals("05.03.2026", german.date(LocalDate.of(2026, 3, 5)));
    }
}
