package org.quittance.legal.fr;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.quittance.api.model.Money;

/** Amounts and dates as people write them in the language of a resource bundle. */
final class LocalWords {

    private final ResourceBundle texts;

    LocalWords(ResourceBundle texts) {
        this.texts = texts;
    }

    /** Of this bundle, without the platform's language to fall back on. */
    static ResourceBundle texts(String name, Locale language) {
        return ResourceBundle.getBundle(
                "org.quittance.legal.fr." + name,
                language,
                LocalWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** 10 453,68 €, €10,453.68 or 10.453,68 €; other currencies by their code. */
    String money(Money amount) {
        String[] parts = amount.toDecimalString().split("\\.");
        String whole = parts[0].replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", texts.getString("grouping"));
        String number = parts.length > 1 ? whole + texts.getString("decimal") + parts[1] : whole;
        String code = amount.currency().getCurrencyCode();
        return code.equals("EUR")
                ? MessageFormat.format(texts.getString("money.euro"), number)
                : MessageFormat.format(texts.getString("money.other"), number, code);
    }

    /** 1er décembre 2026, 1 December 2026, 1. Dezember 2026. */
    String date(LocalDate day) {
        String month = texts.getString("months").split(",")[day.getMonthValue() - 1];
        String key = day.getDayOfMonth() == 1 ? "date.first" : "date.other";
        return String.format(Locale.ROOT, texts.getString(key), day.getDayOfMonth(), month, day.getYear());
    }
}
