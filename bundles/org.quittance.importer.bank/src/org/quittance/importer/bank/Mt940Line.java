package org.quittance.importer.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.model.Money;

/**
 * A movement as field 61 tells it.
 *
 * @param customerReference what the one who ordered it called it; empty text if nothing
 * @param supplement the second line, which some banks use for a name; empty text if none
 */
record Mt940Line(
        long line,
        LocalDate booked,
        LocalDate value,
        Money amount,
        boolean reversal,
        String customerReference,
        String bankReference,
        String supplement) {

    /** Value day, booking day, direction (R: takes one back), third letter of the currency, amount, type, references. */
    private static final Pattern FORM = Pattern.compile(
            "(\\d{6})(\\d{4})?(R?[CD])([A-Z])?(\\d{1,15},\\d*)"
                    + "([A-Z][A-Z0-9]{3})?([^\\n]*?)(?://([^\\n]*))?(?:\\n(.*))?",
            Pattern.DOTALL);

    /** SWIFT's code for what came back. */
    private static final String RETURNED = "RTI";

    /** @param opened the day of the opening balance, from which a booking day without year is understood */
    static Mt940Line read(long line, String text, Currency currency, LocalDate opened) throws BadValue {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadValue("«" + BankText.shown(text)
                    + "» is no movement, expected one such as 2603020302C1234,56NTRFNONREF//REFERENCE");
        }
        LocalDate value = BankDate.yearFirst(form.group(1));
        String day = group(form, 2);
        String side = form.group(3);
        Money amount = BankAmount.unsigned(form.group(5), ',', currency);
        return new Mt940Line(
                line,
                day.isEmpty() ? value : BankDate.nearest(day, opened),
                value,
                side.endsWith("C") == !side.startsWith("R") ? amount : amount.negated(),
                side.startsWith("R") || group(form, 6).endsWith(RETURNED),
                BankText.reference(group(form, 7)),
                BankText.reference(group(form, 8)),
                group(form, 9).strip());
    }

    private static String group(Matcher form, int group) {
        String text = form.group(group);
        return text == null ? "" : text;
    }

    Movement with(Details details) {
        details.otherReference(customerReference);
        return new Movement(line, booked, value, amount, reversal, bankReference, details);
    }
}
