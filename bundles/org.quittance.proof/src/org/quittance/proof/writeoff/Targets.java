package org.quittance.proof.writeoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Finds what a person meant by the number of an invoice or the name of a debtor. */
final class Targets {

    private final CaseService cases;
    private final InvoiceStore store;

    Targets(CaseService cases, InvoiceStore store) {
        this.cases = cases;
        this.store = store;
    }

    /** Whom an operation is for, and which of their open items. */
    record Target(Debtor debtor, List<OpenItem> items) {

        Set<ItemKey> keys() {
            return items.stream().map(OpenItem::key).collect(Collectors.toSet());
        }
    }

    /** An invoice where one has that number, else a debtor with all invoices that are open. */
    Target of(CreditorId creditor, String text, LocalDate today) throws StoreException, CaseworkException {
        List<OpenItem> invoice = store.find(creditor, text, today).stream()
                .filter(Targets::isOwed)
                .toList();
        if (!invoice.isEmpty()) {
            Set<DebtorId> debtors = invoice.stream().map(OpenItem::debtor).collect(Collectors.toSet());
            if (debtors.size() > 1) {
                throw Failures.refusal(Kind.USAGE, "write-off.debtors", text, debtors);
            }
            return new Target(debtor(creditor, invoice.get(0).debtor()), invoice);
        }
        List<Debtor> found = cases.search(creditor, text);
        if (found.size() != 1) {
            throw Failures.refusal(Kind.USAGE, found.isEmpty() ? "write-off.nobody" : "write-off.several", text, found);
        }
        return new Target(found.get(0), open(creditor, found.get(0).id(), today));
    }

    private List<OpenItem> open(CreditorId creditor, DebtorId debtor, LocalDate today)
            throws StoreException, CaseworkException {
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = store.openItems(creditor, debtor, today)) {
            while (cursor.advance()) {
                if (isOwed(cursor.current())) {
                    items.add(cursor.current());
                }
            }
        }
        if (items.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "open.nothing", debtor);
        }
        return items;
    }

    private static boolean isOwed(OpenItem item) {
        return item.kind() == ItemKind.INVOICE && item.open().isPositive();
    }

    private Debtor debtor(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        return cases.debtor(creditor, debtor)
                .orElseThrow(() -> Failures.refusal(Kind.UNAVAILABLE, "debtor.unknown", debtor));
    }
}
