package org.quittance.api.text;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.quittance.api.model.Money;

/** An amount as people write it: 1 234,56 €, €1,234.56. Safe for any thread. */
public final class WrittenMoney {

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** What French has one sign for; of the other currencies the locale's signs mix letters into it, so they go by their code. */
    private static final Map<String, String> FRENCH_SIGNS = Map.of("EUR", "€", "GBP", "£");

    /** Not safe for several threads and slow to make, so each amount gets a copy. */
    private static final NumberFormat FRENCH = NumberFormat.getNumberInstance(Locale.FRANCE);

    private static final NumberFormat ENGLISH = NumberFormat.getCurrencyInstance(Locale.UK);

    private WrittenMoney() {}

    /** In French as in France, in every other language as in the United Kingdom. */
    public static String of(Money money, Locale language) {
        boolean french = language.getLanguage().equals(Locale.FRENCH.getLanguage());
        Currency currency = money.currency();
        NumberFormat format = (NumberFormat) (french ? FRENCH : ENGLISH).clone();
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        String amount = format.format(money.toDecimal());
        String code = currency.getCurrencyCode();
        return french ? amount + NO_BREAK_SPACE + FRENCH_SIGNS.getOrDefault(code, code) : amount;
    }
}
