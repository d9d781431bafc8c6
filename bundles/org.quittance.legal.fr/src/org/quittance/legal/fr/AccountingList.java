package org.quittance.legal.fr;

import java.util.List;
import org.quittance.api.vat.BadDebt;

/** What the accountant books, one line per unpaid instalment. Pure. */
final class AccountingList {

    private static final String HEADINGS = "facture;echeance;date;devise;net;tva;total;motif;depuis\n";

    private AccountingList() {}

    static String of(BadDebt debt) {
        StringBuilder csv = new StringBuilder(HEADINGS);
        for (BadDebt.Item item : debt.items()) {
            csv.append(String.join(
                            ";",
                            List.of(
                                    quoted(item.number()),
                                    Integer.toString(item.instalment()),
                                    item.issued().toString(),
                                    item.net().currency().getCurrencyCode(),
                                    item.net().toDecimalString().replace('.', ','),
                                    item.vat().toDecimalString().replace('.', ','),
                                    item.gross().toDecimalString().replace('.', ','),
                                    debt.loss().ground().name(),
                                    debt.loss().since().toString())))
                    .append('\n');
        }
        return csv.toString();
    }

    /** A value that a spreadsheet would take for a formula is made a text. */
    private static String quoted(String value) {
        String safe = value.matches("[=+@-].*") ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
