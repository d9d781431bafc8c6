package org.quittance.cli.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * Dates and amounts as they are typed: 2026-12-31 and 1234.56 always; whoever reads French may type 31/12/2026 and 1 234,56
 * too. In English 05/12/2026 is two days, so it stays refused.
 */
final class TypedValues {

    private static final DateTimeFormatter FRENCH_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** A comma before the decimals; where thousands are set apart, then all of them, by any kind of blank. */
    private static final Pattern FRENCH_AMOUNT =
            Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:[ \\u00a0\\u202f][0-9]{3})+)(?:,[0-9]+)?");

    private static final Pattern NOT_OF_A_NUMBER = Pattern.compile("[ \\u00a0\\u202f]");

    private final boolean french;

    TypedValues(Locale locale) {
        this.french = locale.getLanguage().equals("fr");
    }

    void teach(CommandLine tree) {
        tree.registerConverter(LocalDate.class, this::date);
        tree.registerConverter(BigDecimal.class, this::amount);
    }

    /** @throws TypeConversionException where it is no date in a form that is understood, or does not exist */
    LocalDate date(String text) {
        try {
            return french && text.indexOf('/') > 0 ? LocalDate.parse(text, FRENCH_DATE) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(text);
        }
    }

    /** @throws TypeConversionException where it is no number in a form that is understood */
    BigDecimal amount(String text) {
        try {
            return new BigDecimal(
                    french && FRENCH_AMOUNT.matcher(text).matches()
                            ? NOT_OF_A_NUMBER.matcher(text).replaceAll("").replace(',', '.')
                            : text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(text);
        }
    }
}
