package org.quittance.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.quittance.api.model.Money;

/**
 * Labels and formats of one language. Months and separators are our own data, not the platform's: the same letter must come
 * out of every Java version. Immutable.
 */
final class Words {

    private static final Map<String, String> SYMBOLS = Map.of("EUR", "€");
    private static final int LISTED_INVOICES_MAX = 3;

    private final Locale language;
    private final Map<String, String> texts;
    private final List<String> months;

    private Words(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
        this.months = List.of(text("months").split(","));
    }

    static Words in(Locale language) {
        String resource = "words/words_" + language.getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, Typography.set((String) value, language)));
        return new Words(language, texts);
    }

    Locale language() {
        return language;
    }

    String text(String key) {
        return Optional.ofNullable(texts.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no word «" + key + "» in " + language));
    }

    String text(String key, Object... values) {
        return String.format(Locale.ROOT, text(key), values);
    }

    /** What a step is called when it is announced; a step of a firm's own policy is a further message. */
    String step(String template) {
        return texts.getOrDefault("step." + template, text("step.other"));
    }

    /** How a letter begins; no language guesses a gender from a name. */
    String salutation(Optional<String> contact) {
        return contact.filter(name -> !Contact.isDepartment(name))
                .map(name -> text("salutation.named", name))
                .orElse(text("salutation"));
    }

    String date(LocalDate date) {
        String pattern = date.getDayOfMonth() == 1 ? "date.first" : "date.other";
        return text(pattern, date.getDayOfMonth(), months.get(date.getMonthValue() - 1), date.getYear());
    }

    /** For tables; never all digits where two readings exist. */
    String shortDate(LocalDate date) {
        String month = months.get(date.getMonthValue() - 1);
        return text(
                "date.short",
                date.getDayOfMonth(),
                date.getMonthValue(),
                date.getYear(),
                month.substring(0, Math.min(3, month.length())));
    }

    String money(Money money) {
        String amount = amount(money.toDecimal().abs());
        String code = money.currency().getCurrencyCode();
        String text = SYMBOLS.containsKey(code)
                ? text("money.symbol", SYMBOLS.get(code), amount)
                : text("money.code", code, amount);
        return money.isNegative() ? "−" + text : text;
    }

    String percent(BigDecimal rate) {
        return text("percent", rate.toPlainString().replace(".", text("decimal")));
    }

    /** «A», «A et B», «A, B et C». */
    String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + text("and") + parts.get(last);
    }

    /** The first few by number, the rest counted; one more is named instead of counted. */
    String invoices(List<String> numbers) {
        if (numbers.size() <= LISTED_INVOICES_MAX + 1) {
            return list(numbers);
        }
        String listed = String.join(", ", numbers.subList(0, LISTED_INVOICES_MAX));
        return text("others", listed, numbers.size() - LISTED_INVOICES_MAX);
    }

    private String amount(BigDecimal amount) {
        String plain = amount.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(text("grouping"));
            }
            grouped.append(whole.charAt(i));
        }
        return point < 0 ? grouped.toString() : grouped + text("decimal") + plain.substring(point + 1);
    }
}
