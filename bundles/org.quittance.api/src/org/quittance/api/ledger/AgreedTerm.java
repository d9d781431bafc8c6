package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.interest.TermMethod;

/**
 * The payment term agreed with a debtor, for invoices issued from a day on until a later one is agreed.
 *
 * @param days counted by the method; 0 is on receipt
 * @param source what proves it, such as «general terms, signed on 3 March»
 */
public record AgreedTerm(String id, TermMethod method, int days, LocalDate agreedOn, String source)
        implements CaseRecord {

    private static final int DAYS_MAX = 366;

    public AgreedTerm {
        requireNonNull(id, "id");
        requireNonNull(method, "method");
        requireNonNull(agreedOn, "agreedOn");
        requireNonNull(source, "source");
        if (days < 0 || days > DAYS_MAX) {
            throw new IllegalArgumentException("days are " + days + ", allowed is 0 to " + DAYS_MAX);
        }
    }

    /** The day an invoice is due that was issued on a day. */
    public LocalDate due(LocalDate issued) {
        return method.due(issued, days);
    }
}
