package org.quittance.cli.command;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.quittance.api.model.Money;
import org.quittance.api.text.Sentence;
import org.quittance.api.text.WrittenDate;
import org.quittance.api.text.WrittenMoney;

/** The words of the command line in French or English, and how amounts and dates look in them. */
final class Texts {

    private final Locale locale;
    private final ResourceBundle bundle;

    Texts(Locale wanted) {
        this.locale = wanted.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
        this.bundle = ResourceBundle.getBundle(
                "org.quittance.cli.command.messages",
                this.locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What a service or a failure says. */
    String text(Sentence sentence) {
        return sentence.in(locale);
    }

    /** The word for a code that is an enumeration's name, or the code itself where there is none. */
    String word(String family, String code) {
        String key = family + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    /** What people call a step, without what it is about; steps of other policies go by their own name. */
    String step(String id) {
        int colon = id.indexOf(':');
        return word("step", colon < 0 ? id : id.substring(0, colon));
    }

    String amount(Money money) {
        return WrittenMoney.of(money, locale);
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String date(LocalDate date) {
        return WrittenDate.of(date, locale);
    }
}
