package org.quittance.prevention;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Invoices of one debtor by the number a person types; another debtor's are never found. */
@Component(service = DebtorInvoices.class)
public final class DebtorInvoices {

    private final InvoiceStore store;
    private final PreventionLedger ledger;

    @Activate
    public DebtorInvoices(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) InvoiceStore store,
            @Reference PreventionLedger ledger) {
        this.store = requireNonNull(store, "store");
        this.ledger = requireNonNull(ledger, "ledger");
    }

    /**
     * Open ones of any ledger, settled ones of the embedded one.
     *
     * @throws CaseworkException USAGE where the debtor has no such invoice
     */
    InvoiceId require(CreditorId creditor, DebtorId debtor, String number, LocalDate on) throws CaseworkException {
        try {
            Optional<InvoiceId> open = store.find(creditor, number, on).stream()
                    .filter(item -> item.debtor().equals(debtor))
                    .map(OpenItem::key)
                    .map(key -> key.invoice())
                    .findFirst();
            if (open.isPresent()) {
                return open.get();
            }
            boolean isTheirs = ledger.issued(creditor, List.of(number)).values().stream()
                    .anyMatch(issued -> issued.debtor().equals(debtor));
            if (isTheirs) {
                return InvoiceId.of(number);
            }
            throw new CaseworkException(Kind.USAGE, Sentence.of(DebtorInvoices.class, "invoice.none", debtor, number));
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }
}
