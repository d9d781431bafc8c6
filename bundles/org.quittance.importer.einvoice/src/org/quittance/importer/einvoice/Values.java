package org.quittance.importer.einvoice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.model.Money;

/** Dates, amounts and codes as the syntaxes write them. */
final class Values {

    /** Beyond these years a date is of another calendar, or a mistake. */
    private static final int YEAR_MIN = 1970;

    private static final int YEAR_MAX = 2199;

    private static final int LINE_CHARS_MAX = 200;

    private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,12})?");
    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern COMPACT_DATE = Pattern.compile("([0-9]{8})([0-9]{4,6})?");
    private static final Pattern ISO_START = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T.*");

    private static final Pattern TIME =
            Pattern.compile("(?:[0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}T)([0-9]{2}):?([0-9]{2}):?([0-9]{2})?.*");

    /** UNTDID 2379: a day, and a day with a time. */
    private static final List<String> DATE_FORMATS = List.of("", "102", "203", "204");

    private Values() {}

    /** A date of UBL, whose zone is of no account. */
    static LocalDate isoDate(XmlElement element) throws UnfitDocument {
        String text = element.text().orElse("");
        Matcher matcher = ISO_DATE.matcher(text);
        if (!matcher.matches()) {
            throw notADate(element, text);
        }
        return plausible(element, matcher.group(1), DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /** A date of CII: a date-time with a format code within, or in ZUGFeRD an ISO date-time. */
    static LocalDate codedDate(XmlElement element) throws UnfitDocument {
        XmlElement inner = element.first("DateTimeString")
                .or(() -> element.first("DateTime"))
                .or(() -> element.first("DateString"))
                .orElse(element);
        String text = inner.text().orElse("");
        Matcher compact = COMPACT_DATE.matcher(text);
        if (compact.matches() && DATE_FORMATS.contains(inner.attribute("format").orElse(""))) {
            return plausible(inner, compact.group(1), DateTimeFormatter.BASIC_ISO_DATE);
        }
        Matcher start = ISO_START.matcher(text);
        if (start.matches()) {
            return plausible(inner, start.group(1), DateTimeFormatter.ISO_LOCAL_DATE);
        }
        if (inner.attribute("format").isEmpty()) {
            return isoDate(inner);
        }
        throw notADate(inner, text);
    }

    /** A date-time of CII; without a time of day the beginning of the day. */
    static LocalDateTime codedTime(XmlElement element) throws UnfitDocument {
        LocalDate day = codedDate(element);
        String text = element.text("DateTimeString")
                .or(() -> element.text("DateTime"))
                .or(element::text)
                .orElse("");
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return day.atStartOfDay();
        }
        try {
            return day.atTime(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    time.group(3) == null ? 0 : Integer.parseInt(time.group(3)));
        } catch (DateTimeException e) {
            throw notADate(element, text);
        }
    }

    private static LocalDate plausible(XmlElement element, String text, DateTimeFormatter format) throws UnfitDocument {
        try {
            LocalDate day = LocalDate.parse(text, format);
            if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
                return day;
            }
        } catch (DateTimeException e) {
            throw notADate(element, text);
        }
        throw new UnfitDocument(
                element.line(),
                element.name(),
                "the date " + shown(text) + " is not between " + YEAR_MIN + " and " + YEAR_MAX
                        + "; is it of another calendar?");
    }

    private static UnfitDocument notADate(XmlElement element, String text) {
        return new UnfitDocument(element.line(), element.name(), shown(text) + " is not a date");
    }

    static Currency currency(XmlElement element) throws UnfitDocument {
        String code = element.text().orElse("");
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            throw new UnfitDocument(element.line(), element.name(), shown(code) + " is not a currency of ISO 4217", e);
        }
        throw new UnfitDocument(element.line(), element.name(), shown(code) + " is no currency that is paid in");
    }

    /** An amount that may be in any currency. */
    static BigDecimal number(XmlElement element) throws UnfitDocument {
        String text = element.text().orElse("");
        if (!AMOUNT.matcher(text).matches()) {
            throw new UnfitDocument(element.line(), element.name(), shown(text) + " is not an amount such as 1234.56");
        }
        return new BigDecimal(text);
    }

    static Money amount(XmlElement element, Currency currency) throws UnfitDocument {
        BigDecimal number = number(element);
        Optional<String> stated = element.attribute("currencyID");
        if (stated.isPresent() && !stated.get().equals(currency.getCurrencyCode())) {
            throw new UnfitDocument(
                    element.line(),
                    element.name(),
                    "the amount is in " + shown(stated.get()) + " and the document in " + currency);
        }
        try {
            return Money.exact(number, currency);
        } catch (ArithmeticException e) {
            throw new UnfitDocument(
                    element.line(),
                    element.name(),
                    number.toPlainString() + " has more decimals than " + currency + " has",
                    e);
        }
    }

    /** An IBAN or another account number as it is compared: without blanks, in capitals. */
    static String account(String text) {
        return text.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
    }

    /** A text on one line, without control characters; empty where it is too long to be meant so. */
    static Optional<String> line(Optional<String> text) {
        return text.map(given -> given.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(line -> !line.isEmpty() && line.length() <= LINE_CHARS_MAX);
    }

    /** A text of the document as a message may show it: short, on one line. */
    static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return "«" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "»";
    }
}
