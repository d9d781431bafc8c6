package org.quittance.document.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import org.quittance.api.model.Money;

/** Words, amounts and dates of one language. The same on every version of Java. Immutable. */
final class Labels {

    private final Locale language;
    private final Properties texts = new Properties();

    private Labels(Locale language) {
        this.language = language;
        String resource = "dossier_" + language.getLanguage() + ".properties";
        try (InputStream in = Labels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** French for French, German for German, English for any other language. */
    static Labels in(Locale language) {
        return new Labels(
                switch (language.getLanguage()) {
                    case "fr" -> Locale.FRENCH;
                    case "de" -> Locale.GERMAN;
                    default -> Locale.ENGLISH;
                });
    }

    Locale language() {
        return language;
    }

    boolean has(String key) {
        return texts.getProperty(key) != null;
    }

    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words «" + key + "» in " + language);
        }
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    /** The word for a code, or the code itself where there is none. */
    String word(String family, String code) {
        String text = texts.getProperty(family + "." + code);
        return text == null ? code : text;
    }

    String date(LocalDate date) {
        String month = text("months").split(",")[date.getMonthValue() - 1];
        return text("date", date.getDayOfMonth(), date.getMonthValue(), date.getYear(), month);
    }

    String percent(BigDecimal rate) {
        return text("percent", rate.toPlainString().replace(".", text("decimal")));
    }

    String money(Money money) {
        String plain = money.toDecimal().abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder amount = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                amount.append(text("grouping"));
            }
            amount.append(whole.charAt(i));
        }
        if (point >= 0) {
            amount.append(text("decimal")).append(plain.substring(point + 1));
        }
        String code = money.currency().getCurrencyCode();
        String text = code.equals("EUR") ? text("money.euro", amount) : text("money.code", code, amount);
        return money.isNegative() ? "−" + text : text;
    }
}
