package org.quittance.importer.einvoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.interest.TermMethod;

/**
 * Finds the last day to pay in terms that people wrote. Every clause that speaks of a time must be understood, and all must mean one day;
 * otherwise there is no answer. Clauses about discounts and penalties are not about the term.
 */
final class PaymentTermText {

    /** XRechnung writes discounts and penalties as lines of their own: {@code #SKONTO#TAGE=14#PROZENT=2.25#}. */
    private static final Pattern CODED_LINE = Pattern.compile("(?m)^\\s*#[^\\n]*#\\s*$");

    private static final Pattern CLAUSES = Pattern.compile("[,;\\n]|\\.(?=\\s|$)");
    private static final Pattern BESIDE = Pattern.compile("%|skonto|escompte|discount|rabatt|remise|réduction|nachlass"
            + "|pénalité|indemnité|intérêt|retard|penalt|interest|verzug|mahn|\\blate\\b|recouvrement");
    private static final Pattern PARTS = Pattern.compile(
            "acompte|solde|arrhes|anzahlung|restbetrag|prepaid|deposit|balance|instal|échelonn|\\braten?\\b|\\bfois\\b");
    /** A term that is counted from another day than the invoice's, or in days that depend on holidays. */
    private static final Pattern OTHER_COUNT = Pattern.compile(
            "ouvr|business|working|werktag|arbeitstag|banktag|livraison|lieferung|delivery|commande|order"
                    + "|bestellung|marchandise|goods|prestation|leistung|completion|abnahme");

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
    private static final Pattern SLASHED = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Pattern UNTIL = Pattern.compile(
            "\\bbis\\b|until|\\bby\\b|\\bdue\\b|échéance|avant|plus tard|jusqu|fällig|payable|zahlbar|zum\\b");
    private static final Pattern FRENCH = Pattern.compile("échéance|avant|plus tard|jusqu|payable|\\ble\\b|\\bau\\b");

    private static final Pattern DAYS =
            Pattern.compile("\\b(\\d{1,3})\\s*(?:jours?|j\\b|days?\\b|d\\b|tage?n?\\b|kalendertagen?|dagen)");
    private static final Pattern NET = Pattern.compile("\\bnet\\s+(\\d{1,3})\\b(?!\\s*%)");
    private static final Pattern MONTH_END = Pattern.compile(
            "fin (?:du |de )?mois|\\bfdm\\b|end of (?:the )?month|\\beom\\b|monatsende|ende des monats");
    private static final Pattern AFTER = Pattern.compile("après|after|nach");
    private static final Pattern AT_ONCE = Pattern.compile(
            "comptant|immédiat|à réception|on receipt|upon receipt" + "|immediate|sofort|bei erhalt|nach erhalt");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** A longer text is a contract, not a term. */
    private static final int CHARS_MAX = 2_000;

    private final LocalDate issued;
    private final Set<LocalDate> days = new TreeSet<>();

    private PaymentTermText(LocalDate issued) {
        this.issued = issued;
    }

    /** An e-invoice is received on the day it is issued, so terms from its receipt begin there as well. */
    static Optional<LocalDate> due(String text, LocalDate issued) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        String plain = CODED_LINE
                .matcher(text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ').replace('\u202f', ' '))
                .replaceAll("");
        if (PARTS.matcher(plain).find()) {
            return Optional.empty();
        }
        PaymentTermText terms = new PaymentTermText(issued);
        for (String clause : CLAUSES.split(plain)) {
            if (!BESIDE.matcher(clause).find() && !terms.understands(clause)) {
                return Optional.empty();
            }
        }
        return terms.days.size() == 1
                ? terms.days.stream().filter(day -> !day.isBefore(issued)).findFirst()
                : Optional.empty();
    }

    /** Notes the day that a clause means; false where it speaks of a time in a way that may mean another. */
    private boolean understands(String clause) {
        if (!speaksOfTime(clause)) {
            return true;
        }
        if (OTHER_COUNT.matcher(clause).find()) {
            return false;
        }
        Optional<LocalDate> day = explicit(clause);
        if (day.isEmpty()) {
            day = counted(clause);
        }
        day.ifPresent(days::add);
        return day.isPresent();
    }

    private static boolean speaksOfTime(String clause) {
        return ISO.matcher(clause).find()
                || DOTTED.matcher(clause).find()
                || SLASHED.matcher(clause).find()
                || DAYS.matcher(clause).find()
                || NET.matcher(clause).find()
                || MONTH_END.matcher(clause).find()
                || AT_ONCE.matcher(clause).find();
    }

    /** A date stands above a number of days beside it. */
    private Optional<LocalDate> explicit(String clause) {
        Set<LocalDate> found = new TreeSet<>();
        boolean readable = UNTIL.matcher(clause).find();
        for (Matcher iso = ISO.matcher(clause); iso.find(); ) {
            readable &= add(found, iso.group(1), iso.group(2), iso.group(3));
        }
        for (Matcher dotted = DOTTED.matcher(clause); dotted.find(); ) {
            readable &= add(found, dotted.group(3), dotted.group(2), dotted.group(1));
        }
        for (Matcher slashed = SLASHED.matcher(clause); slashed.find(); ) {
            boolean dayFirst = Integer.parseInt(slashed.group(1)) > 12
                    || FRENCH.matcher(clause).find();
            readable &= dayFirst && add(found, slashed.group(3), slashed.group(2), slashed.group(1));
        }
        return readable && found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean add(Set<LocalDate> found, String year, String month, String day) {
        try {
            return found.add(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Optional<LocalDate> counted(String clause) {
        Matcher number = DAYS.matcher(clause);
        if (!number.find()) {
            number = NET.matcher(clause);
        }
        boolean counts = number.find(0);
        String rest = counts ? clause.substring(0, number.start()) + clause.substring(number.end()) : clause;
        if (DIGIT.matcher(rest).find()) {
            return Optional.empty();
        }
        Matcher monthEnd = MONTH_END.matcher(clause);
        if (monthEnd.find()) {
            return Optional.of(method(clause, counts ? number.start() : 0, monthEnd.start())
                    .due(issued, counts ? Integer.parseInt(number.group(1)) : 0));
        }
        if (counts) {
            return Optional.of(TermMethod.DAYS.due(issued, Integer.parseInt(number.group(1))));
        }
        return AT_ONCE.matcher(clause).find() ? Optional.of(issued) : Optional.empty();
    }

    private static TermMethod method(String clause, int number, int monthEnd) {
        boolean endFirst = monthEnd < number
                || AFTER.matcher(clause.substring(number, monthEnd)).find();
        return endFirst ? TermMethod.END_OF_MONTH_THEN_DAYS : TermMethod.DAYS_THEN_END_OF_MONTH;
    }
}
