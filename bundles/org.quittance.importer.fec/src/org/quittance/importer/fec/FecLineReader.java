package org.quittance.importer.fec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quittance.api.model.Money;

/** Reads the cells of a line. */
final class FecLineReader {

    static final char SEPARATOR = '\u001f';

    /** The books are kept in euro (article 123-22 of the Code de commerce). */
    static final Currency EURO = Currency.getInstance("EUR");

    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern CUSTOMERS = Pattern.compile("4110*");
    private static final int YEAR_MIN = 1980;
    private static final int YEAR_MAX = 2099;
    private static final int TEXT_CHARS_MAX = 200;

    private final FecColumns columns;

    FecLineReader(FecColumns columns) {
        this.columns = columns;
    }

    /** What is needed of every line, to see how the books are kept. */
    record Outline(String journal, String journalLabel, String entry, String account, long minor) {}

    Outline outline(List<String> cells) throws BadLine {
        return new Outline(
                cell(cells, "JournalCode"), cell(cells, "JournalLib"), entry(cells), account(cells), minor(cells));
    }

    String account(List<String> cells) {
        return cell(cells, "CompteNum");
    }

    String entry(List<String> cells) {
        return cell(cells, "JournalCode")
                + SEPARATOR
                + cell(cells, "EcritureNum")
                + SEPARATOR
                + cell(cells, "EcritureDate");
    }

    LocalDate booked(List<String> cells) throws BadLine {
        return date(cells, "EcritureDate");
    }

    FecLine line(long number, List<String> cells) throws BadLine {
        LocalDate booked = booked(cells);
        LocalDate pieceDate = cell(cells, "PieceDate").isEmpty() ? booked : date(cells, "PieceDate");
        long minor = minor(cells);
        String debtor = debtor(cells);
        return new FecLine(
                number,
                cell(cells, "JournalCode"),
                entry(cells),
                booked,
                debtor,
                name(cells, debtor),
                text(cells, "PieceRef"),
                pieceDate,
                text(cells, "EcritureLib"),
                minor,
                money(cells, minor),
                letter(cells, debtor));
    }

    private String debtor(List<String> cells) throws BadLine {
        String own = text(cells, "CompAuxNum");
        String account = text(cells, "CompteNum");
        if (own.isEmpty() && CUSTOMERS.matcher(account).matches()) {
            throw new BadLine("CompAuxNum", "debtor.none", account);
        }
        return own.isEmpty() ? account : own;
    }

    private String name(List<String> cells, String debtor) throws BadLine {
        String name = text(cells, cell(cells, "CompAuxNum").isEmpty() ? "CompteLib" : "CompAuxLib");
        return name.isEmpty() ? debtor : name;
    }

    /** Letters begin again every year, so the year of the lettering is part of their name. */
    private String letter(List<String> cells, String debtor) throws BadLine {
        String letters = text(cells, "EcritureLet");
        if (letters.isEmpty()) {
            return "";
        }
        String year = cell(cells, "DateLet").isEmpty()
                ? ""
                : " " + date(cells, "DateLet").getYear();
        return account(cells) + SEPARATOR + debtor + SEPARATOR + letters + year;
    }

    private long minor(List<String> cells) throws BadLine {
        if (columns.place(FecColumns.AMOUNT).isEmpty()) {
            return FecAmount.minor(cell(cells, FecColumns.DEBIT), EURO, FecColumns.DEBIT)
                    - FecAmount.minor(cell(cells, FecColumns.CREDIT), EURO, FecColumns.CREDIT);
        }
        long minor = FecAmount.minor(cell(cells, FecColumns.AMOUNT), EURO, FecColumns.AMOUNT);
        return switch (cell(cells, FecColumns.SIDE).toUpperCase(Locale.ROOT)) {
            case "D", "+1", "1", "+" -> minor;
            case "C", "-1", "-" -> -minor;
            default -> throw new BadLine(FecColumns.SIDE, "side.none", cell(cells, FecColumns.SIDE));
        };
    }

    /** What is owed in dollars stays owed in dollars, whatever the books make of it. */
    private Money money(List<String> cells, long minor) throws BadLine {
        String code = cell(cells, FecColumns.CURRENCY).toUpperCase(Locale.ROOT);
        if (code.isEmpty() || code.equals(EURO.getCurrencyCode())) {
            return Money.ofMinor(Math.abs(minor), EURO);
        }
        Currency currency = currency(code);
        String cell = cell(cells, FecColumns.CURRENCY_AMOUNT);
        if (cell.isEmpty()) {
            throw new BadLine(FecColumns.CURRENCY_AMOUNT, "amount.currency", code);
        }
        return Money.ofMinor(Math.abs(FecAmount.minor(cell, currency, FecColumns.CURRENCY_AMOUNT)), currency);
    }

    private static Currency currency(String code) throws BadLine {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw new BadLine(FecColumns.CURRENCY, "currency.none", code);
        }
        throw new BadLine(FecColumns.CURRENCY, "currency.none", code);
    }

    private LocalDate date(List<String> cells, String name) throws BadLine {
        String text = cell(cells, name);
        if (!DATE.matcher(text).matches()) {
            throw new BadLine(name, "date.form", text);
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6)));
            if (date.getYear() >= YEAR_MIN && date.getYear() <= YEAR_MAX) {
                return date;
            }
        } catch (DateTimeException absent) {
            throw new BadLine(name, "date.absent", text);
        }
        throw new BadLine(name, "date.year", text, String.valueOf(YEAR_MIN), String.valueOf(YEAR_MAX));
    }

    private String cell(List<String> cells, String name) {
        return columns.place(name).map(cells::get).orElse("");
    }

    private String text(List<String> cells, String name) throws BadLine {
        String text = cell(cells, name);
        if (text.length() > TEXT_CHARS_MAX) {
            throw new BadLine(name, "text.long", text.length(), TEXT_CHARS_MAX);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new BadLine(name, "text.control");
        }
        return text;
    }
}
