package org.quittance.importer.bank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What field 86 tells, whichever of the conventions it follows: German subfields, codes between slashes, plain text. */
final class Mt940Details {

    /** Banks break lines after so many characters, in the middle of words. */
    private static final int WIDTH = 65;

    private static final Pattern IBAN_AND_NAME = Pattern.compile("([A-Z]{2}\\d{2}[A-Z0-9]{11,30})\\b *(.*)");

    private Mt940Details() {}

    static Details read(String text, Mt940Line about) throws BadValue {
        Details details = new Details();
        if (GermanDetails.areIn(text)) {
            GermanDetails.read(unwrapped(text, text.charAt(GermanDetails.CODE_LENGTH), ' '), details);
        } else if (CodedDetails.areIn(text)) {
            CodedDetails.read(unwrapped(text, '/', ' '), about.amount().isPositive(), details);
        } else {
            plain(unwrapped(text, '\n', '\n'), about, details);
        }
        if (!details.hasText()) {
            details.line(about.supplement());
        }
        return details;
    }

    /** Puts broken lines together again: a full line goes on without a gap, a shorter one ended with what was cut off. */
    private static String unwrapped(String text, char mark, char gap) {
        StringBuilder whole = new StringBuilder(text.length());
        int before = WIDTH;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            boolean startsAnew = !line.isEmpty() && line.charAt(0) == mark;
            if (before < WIDTH && !startsAnew) {
                whole.append(gap);
            }
            whole.append(line);
            before = line.length();
        }
        return whole.toString();
    }

    /** Some banks put account and name of the other one into the first line, and the name into field 61 as well. */
    private static void plain(String text, Mt940Line about, Details details) throws BadValue {
        String first = text.lines().findFirst().orElse("").strip();
        Matcher known = IBAN_AND_NAME.matcher(first);
        if (known.matches() && BankText.isIban(known.group(1))) {
            details.counterpartyIban(known.group(1));
            details.counterparty(known.group(2));
        } else if (!about.supplement().isEmpty() && first.endsWith(about.supplement())) {
            details.counterparty(about.supplement());
        }
        for (String line : (Iterable<String>) text.lines()::iterator) {
            details.line(line);
        }
    }
}
