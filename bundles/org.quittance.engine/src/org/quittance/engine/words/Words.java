package org.quittance.engine.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.text.WrittenMoney;

/** The words of one language. Safe for any thread. */
public final class Words {

    private static final Words FRENCH = new Words(Locale.FRENCH, Locale.FRANCE);
    private static final Words ENGLISH = new Words(Locale.ENGLISH, Locale.UK);

    private final ResourceBundle bundle;
    private final Locale language;
    private final boolean french;
    private final DateTimeFormatter dates;

    private Words(Locale language, Locale formats) {
        this.bundle = ResourceBundle.getBundle(
                "org.quittance.engine.words.messages",
                language,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.language = language;
        this.french = language.equals(Locale.FRENCH);
        this.dates = DateTimeFormatter.ofPattern("d MMMM uuuu", formats);
    }

    /** French for French, English for everything else. */
    public static Words in(Locale language) {
        return language.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The phrase with its values filled in; see {@link Phrase}. */
    public String say(String key, Values values) {
        return say(key, values::get);
    }

    /** The same with values that are made only when the phrase asks for them. */
    String say(String key, Function<String, Optional<String>> values) {
        return Phrase.fill(bundle.getString(key), values);
    }

    /** {@code 1 234,56 €} or {@code €1,234.56}. */
    public String amount(Money money) {
        return WrittenMoney.of(money, language);
    }

    /** {@code 1er mars 2026} or {@code 1 March 2026}. */
    public String date(LocalDate date) {
        String written = dates.format(date);
        return french && date.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }

    /** A number of days, with its unit. */
    public String days(long count) {
        return say(Math.abs(count) == 1 ? "days.one" : "days.many", Values.of("count", String.valueOf(count)));
    }

    /** What people call a step; steps of other policies go by their own name. */
    public String step(String id) {
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        return has("step." + name) ? bundle.getString("step." + name) : name;
    }

    /** What people call a medium; those of connectors we do not know go by their own name. */
    public String medium(Medium medium) {
        return has("medium." + medium.name()) ? bundle.getString("medium." + medium.name()) : medium.name();
    }

    /** A word of the bundle without values. */
    public String word(String key) {
        return bundle.getString(key);
    }
}
