package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quittance.api.model.CreditorReference;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.Runs;

/** References of ISO 11649 in a text, also where a bank or a person has spaced them, and what they are of. */
final class References {

    private static final int CHECK_END = 4;
    private static final int LENGTH_MAX = 25;

    private final InvoiceIndex index;
    private final LetterItems letters;
    private final List<Integer> invoices = new ArrayList<>();
    private boolean ofLetter;

    References(InvoiceIndex index, LetterItems letters, String text) {
        this.index = index;
        this.letters = letters;
        String upper = text.toUpperCase(Locale.ROOT);
        for (int at = upper.indexOf("RF"); at >= 0; at = upper.indexOf("RF", at + 1)) {
            search(upper, at);
        }
    }

    List<Integer> invoices() {
        return invoices;
    }

    /** Whether it is the reference of a letter rather than of an invoice. */
    boolean isOfLetter() {
        return ofLetter;
    }

    private void search(String text, int from) {
        StringBuilder compact = new StringBuilder();
        for (int at = from; at < text.length() && compact.length() < LENGTH_MAX; at++) {
            char character = text.charAt(at);
            if (character >= 'A' && character <= 'Z' || character >= '0' && character <= '9') {
                compact.append(character);
            } else if (character == '\n') {
                break;
            }
        }
        for (int length = compact.length(); length > CHECK_END; length--) {
            if (isResolved(compact.substring(0, length))) {
                return;
            }
        }
    }

    private boolean isResolved(String candidate) {
        String base = candidate.substring(CHECK_END);
        if (!isDigit(candidate.charAt(2))
                || !isDigit(candidate.charAt(3))
                || !CreditorReference.of(base).value().equals(candidate)) {
            return false;
        }
        Runs runs = Runs.of(base);
        int first = runs.firstDigits();
        if (first == runs.size()) {
            return false;
        }
        int before = invoices.size();
        index.eachNumbered(runs, first, runs.size(), invoice -> {
            boolean same = CreditorReference.of(index.number(invoice)).value().equals(candidate);
            if (same && !invoices.contains(invoice)) {
                invoices.add(invoice);
            }
        });
        if (invoices.size() > before) {
            return true;
        }
        for (String number : letters.numbers(base)) {
            ofLetter |= addNumbered(number);
        }
        return invoices.size() > before;
    }

    private boolean addNumbered(String number) {
        Runs runs = Runs.of(number);
        int first = runs.firstDigits();
        int before = invoices.size();
        if (first < runs.size()) {
            index.eachNumbered(runs, first, runs.size(), invoice -> {
                if (index.number(invoice).equals(number) && !invoices.contains(invoice)) {
                    invoices.add(invoice);
                }
            });
        }
        return invoices.size() > before;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
