package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * One statement of one bank account. Its entries follow it in the stream, each with the same account.
 *
 * @param account IBAN without spaces, or the bank's own number of it
 * @param number the bank's number of the statement; empty text if it has none
 * @param until the last day for which its entries are complete; empty for a mere notification of single entries, which
 *     says nothing of the rest
 * @param opening signed balance before the first entry
 * @param closing signed balance after the last entry
 */
public record AccountStatement(
        String account, String number, Optional<LocalDate> until, Optional<Money> opening, Optional<Money> closing) {

    public AccountStatement {
        requireNonNull(account, "account");
        requireNonNull(number, "number");
        requireNonNull(until, "until");
        requireNonNull(opening, "opening");
        requireNonNull(closing, "closing");
        if (account.isBlank()) {
            throw new IllegalArgumentException("account is blank");
        }
    }
}
