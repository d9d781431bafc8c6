package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.OpenItem;

/**
 * Everything known of one debtor.
 *
 * @param items open invoices and credits, in any order and currency
 */
public record DebtorPosition(Debtor debtor, List<OpenItem> items, CaseHistory history) {

    public DebtorPosition {
        requireNonNull(debtor, "debtor");
        items = List.copyOf(items);
        requireNonNull(history, "history");
    }
}
