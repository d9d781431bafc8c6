package org.quittance.api.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A day written out: 21 novembre 2026, 21 November 2026. */
public final class WrittenDate {

    private WrittenDate() {}

    /** French counts the first of a month apart: 1er février 2026. */
    public static String of(LocalDate date, Locale language) {
        String written =
                date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
        boolean first = language.getLanguage().equals("fr") && date.getDayOfMonth() == 1;
        return first ? "1er" + written.substring(1) : written;
    }
}
