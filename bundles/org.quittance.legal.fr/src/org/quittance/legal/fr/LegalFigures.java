package org.quittance.legal.fr;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Properties;
import java.util.Set;
import org.quittance.api.model.Money;

/**
 * The figures of {@code figures.properties}, read once. A figure that lacks its source, the day it was checked or a flag is a
 * fault of the bundle and stops its component, with the name of what is missing. Immutable.
 */
final class LegalFigures {

    private static final String FILE = "figures.properties";
    private static final Currency EURO = Currency.getInstance("EUR");

    private final int noticeDeadlineDays;
    private final Money smallClaimsCeiling;
    private final Money amicableAttemptCeiling;
    private final Money lawyerThreshold;
    private final boolean commercialClaimsUsable;
    private final LocalDate commercialClaimsChecked;
    private final int businessLimitationYears;
    private final int consumerLimitationYears;
    private final int publicLimitationYears;
    private final int insolvencyFilingMonths;
    private final int insolvencyFilingMonthsAbroad;
    private final Set<String> europeanOrderStates;

    private LegalFigures(Properties figures) {
        this.noticeDeadlineDays = Integer.parseInt(value(figures, "notice.deadline-days"));
        this.smallClaimsCeiling = euros(figures, "small-claims.ceiling");
        this.amicableAttemptCeiling = euros(figures, "amicable-attempt.ceiling");
        this.lawyerThreshold = euros(figures, "lawyer.threshold");
        this.commercialClaimsUsable = flag(figures, "commercial-claims.decree-published.value");
        this.commercialClaimsChecked = checked(figures, "commercial-claims.decree-published");
        this.businessLimitationYears = Integer.parseInt(value(figures, "limitation.business-years"));
        this.consumerLimitationYears = Integer.parseInt(value(figures, "limitation.consumer-years"));
        this.publicLimitationYears = Integer.parseInt(value(figures, "limitation.public-years"));
        this.insolvencyFilingMonths = Integer.parseInt(value(figures, "insolvency.filing-months"));
        this.insolvencyFilingMonthsAbroad = Integer.parseInt(value(figures, "insolvency.filing-months-abroad"));
        this.europeanOrderStates =
                Set.of(value(figures, "european-order.states").split(","));
    }

    static LegalFigures shipped() {
        try (InputStream stream = LegalFigures.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the bundle org.quittance.legal.fr");
            }
            Properties figures = new Properties();
            figures.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return of(figures);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " of org.quittance.legal.fr cannot be read", e);
        }
    }

    static LegalFigures of(Properties figures) {
        return new LegalFigures(figures);
    }

    /** Least number of days from the date of a formal notice to its deadline. */
    int noticeDeadlineDays() {
        return noticeDeadlineDays;
    }

    Money smallClaimsCeiling() {
        return smallClaimsCeiling;
    }

    Money amicableAttemptCeiling() {
        return amicableAttemptCeiling;
    }

    Money lawyerThreshold() {
        return lawyerThreshold;
    }

    boolean commercialClaimsUsable() {
        return commercialClaimsUsable;
    }

    LocalDate commercialClaimsChecked() {
        return commercialClaimsChecked;
    }

    int businessLimitationYears() {
        return businessLimitationYears;
    }

    int consumerLimitationYears() {
        return consumerLimitationYears;
    }

    int publicLimitationYears() {
        return publicLimitationYears;
    }

    /** From the publication of the opening judgment. */
    int insolvencyFilingMonths() {
        return insolvencyFilingMonths;
    }

    /** For creditors that do not live in France. */
    int insolvencyFilingMonthsAbroad() {
        return insolvencyFilingMonthsAbroad;
    }

    /** ISO 3166-1 alpha-2 codes, without France. */
    Set<String> europeanOrderStates() {
        return europeanOrderStates;
    }

    private static Money euros(Properties figures, String name) {
        return Money.parse(value(figures, name), EURO.getCurrencyCode());
    }

    private static String value(Properties figures, String name) {
        text(figures, name + ".source");
        checked(figures, name);
        flag(figures, name + ".validated");
        if (!flag(figures, name + ".sourced")) {
            throw new IllegalStateException(
                    FILE + ": «" + name + "» has no source that was read; it is not worked with");
        }
        return text(figures, name + ".value");
    }

    private static LocalDate checked(Properties figures, String name) {
        String day = text(figures, name + ".checked");
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(FILE + ": «" + name + ".checked» is " + day + ", expected a date", e);
        }
    }

    private static boolean flag(Properties figures, String name) {
        String flag = text(figures, name);
        if (!flag.equals("true") && !flag.equals("false")) {
            throw new IllegalStateException(FILE + ": «" + name + "» is " + flag + ", expected true or false");
        }
        return flag.equals("true");
    }

    private static String text(Properties figures, String name) {
        String text = figures.getProperty(name, "").strip();
        if (text.isEmpty()) {
            throw new IllegalStateException(FILE + ": «" + name + "» is missing");
        }
        return text;
    }
}
