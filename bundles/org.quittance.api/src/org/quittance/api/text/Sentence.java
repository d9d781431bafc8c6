package org.quittance.api.text;

import static java.util.Objects.requireNonNull;

import java.text.Format;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.quittance.api.model.Money;

/**
 * One sentence for people: a code and its values, put into words when it is known who reads it. The words stand in
 * {@code sentences.properties} (English) and {@code sentences_fr.properties} of the package that says it, as patterns of
 * {@link MessageFormat}; an apostrophe is written ’. Immutable.
 *
 * <p>A value may be a sentence, a failure, a date, an amount, an enumeration (its word is the entry {@code Type.NAME}, else its
 * name) or a collection of those; everything else is shown as its text, a number without a format of its own too.
 */
public final class Sentence {

    private final Optional<Class<?>> home;
    private final String code;
    private final List<Object> values;

    private Sentence(Optional<Class<?>> home, String code, List<Object> values) {
        this.home = home;
        this.code = code;
        this.values = values;
    }

    /** @param home a class of the package whose {@code sentences.properties} has the code */
    public static Sentence of(Class<?> home, String code, Object... values) {
        requireNonNull(code, "code");
        return new Sentence(
                Optional.of(home),
                code,
                Arrays.stream(values).map(Sentence::kept).toList());
    }

    /** A sentence that exists in one language only. */
    public static Sentence plain(String text) {
        return new Sentence(Optional.empty(), requireNonNull(text, "text"), List.of());
    }

    /** What a failure says: its own sentence, else its message, else its name. */
    public static Sentence from(Throwable failure) {
        if (failure instanceof Explained explained) {
            return explained.sentence();
        }
        String message = failure.getMessage();
        return plain(message == null || message.isBlank() ? failure.getClass().getSimpleName() : message);
    }

    /** Names the sentence for programs; empty for one that exists in one language only. */
    public Optional<String> code() {
        return home.map(in -> code);
    }

    /** The sentence in a language, in English where there are no words in it. */
    public String in(Locale language) {
        return home.map(in -> formatted(words(in, language), language)).orElse(code);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }

    /** What the caller may change before the sentence is read is kept as text. */
    private static Object kept(Object value) {
        boolean lasting = value instanceof Number
                || value instanceof Sentence
                || value instanceof Throwable
                || value instanceof LocalDate
                || value instanceof Money
                || value instanceof Enum
                || value instanceof Collection;
        return lasting ? value : String.valueOf(value);
    }

    private static ResourceBundle words(Class<?> home, Locale language) {
        return ResourceBundle.getBundle(
                home.getPackageName() + ".sentences",
                language,
                home.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence that is not written yet must not hide what went wrong. */
    private String formatted(ResourceBundle words, Locale language) {
        if (!words.containsKey(code)) {
            return code + " " + values;
        }
        MessageFormat pattern = new MessageFormat(words.getString(code), language);
        Format[] formats = pattern.getFormatsByArgumentIndex();
        Object[] shown = new Object[values.size()];
        for (int i = 0; i < shown.length; i++) {
            boolean hasFormat = i < formats.length && formats[i] != null;
            shown[i] = hasFormat ? values.get(i) : shown(values.get(i), words, language);
        }
        return pattern.format(shown);
    }

    private static String shown(Object value, ResourceBundle words, Locale language) {
        if (value instanceof Sentence inner) {
            return inner.in(language);
        }
        if (value instanceof Throwable failure) {
            return from(failure).in(language);
        }
        if (value instanceof LocalDate date) {
            return isFrench(language) ? WrittenDate.of(date, language) : date.toString();
        }
        if (value instanceof Money money) {
            return isFrench(language) ? WrittenMoney.of(money, language) : money.toString();
        }
        if (value instanceof Enum<?> constant) {
            String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            return words.containsKey(key) ? words.getString(key) : constant.name();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> shown(each, words, language)).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** English is what logs and programs read too: there, dates are ISO and amounts have a point and a code. */
    private static boolean isFrench(Locale language) {
        return language.getLanguage().equals("fr");
    }
}
