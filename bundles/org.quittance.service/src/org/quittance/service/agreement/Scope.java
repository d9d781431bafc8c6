package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which open invoices of a debtor something is about.
 *
 * @param invoices printed numbers or identifiers, «/2» for a second instalment; empty for everything that is open
 * @param currency needed where the debtor owes in several currencies and no invoice is named
 */
public record Scope(List<String> invoices, Optional<Currency> currency) {

    /** Everything that is open. */
    public static final Scope ALL = new Scope(List.of(), Optional.empty());

    public Scope {
        invoices = List.copyOf(invoices);
        requireNonNull(currency, "currency");
    }
}
