package org.quittance.importer.fec;

import java.time.LocalDate;
import org.quittance.api.model.Money;

/**
 * A line of the file, its cells read.
 *
 * @param entry names the accounting entry within the file
 * @param minor signed, in cents of the books: a debit is positive
 * @param money the same without sign, in the currency in which it is owed
 * @param debtor the customer's own account
 * @param letter what the accountant has matched it with, as account, letters and year; empty text for an open line
 */
record FecLine(
        long line,
        String journal,
        String entry,
        LocalDate booked,
        String debtor,
        String name,
        String piece,
        LocalDate pieceDate,
        String label,
        long minor,
        Money money,
        String letter) {

    boolean isOpen() {
        return letter.isEmpty();
    }

    /** How messages call the group it is lettered in. */
    String letters() {
        return letter.substring(letter.lastIndexOf(FecLineReader.SEPARATOR) + 1);
    }
}
