package org.quittance.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.PayerIndex;

/** What is open and who pays, read once from the ledgers and kept current while payments are booked. */
final class OpenLedger {

    private static final int PAGE = 500;

    private final InvoiceIndex invoices = new InvoiceIndex();
    private final PayerIndex payers = new PayerIndex();

    private OpenLedger() {}

    static OpenLedger read(Ledgers ledgers, CreditorId creditor, LocalDate today) throws StoreException {
        OpenLedger open = new OpenLedger();
        try (OpenItemCursor items = ledgers.store().openItems(creditor, today)) {
            while (items.advance()) {
                open.invoices.add(items.current());
            }
        }
        open.invoices.finish();
        open.name(ledgers.directories(), creditor);
        ledgers.bank()
                .payers(
                        creditor,
                        payer -> open.payers.paid(
                                open.invoices.register(payer.debtor()),
                                payer.iban().orElse(""),
                                payer.name().orElse("")));
        return open;
    }

    private void name(List<DebtorDirectory> directories, CreditorId creditor) throws StoreException {
        int count = invoices.debtorCount();
        for (int from = 0; from < count; from += PAGE) {
            List<DebtorId> page = new ArrayList<>(PAGE);
            for (int number = from; number < Math.min(count, from + PAGE); number++) {
                page.add(invoices.debtor(number));
            }
            for (DebtorDirectory directory : directories) {
                Map<DebtorId, Debtor> found = directory.find(creditor, page);
                found.values().forEach(debtor -> payers.named(invoices.debtorNumber(debtor.id()), debtor.name()));
                page.removeAll(found.keySet());
            }
        }
    }

    InvoiceIndex invoices() {
        return invoices;
    }

    PayerIndex payers() {
        return payers;
    }

    /** What is booked is open no more, and its payer is known from now on if that may be learned. */
    void book(StatementEntry entry, EntryMatch match) {
        for (MatchPart part : match.parts()) {
            if (part.invoice().isPresent()) {
                int debtor = invoices.debtorNumber(part.debtor());
                int invoice = invoices.find(debtor, part.invoice().get());
                invoices.pay(invoice, part.amount().minor());
            }
        }
        if (match.teaches() && match.isOfOneDebtor()) {
            payers.paid(
                    invoices.debtorNumber(match.parts().get(0).debtor()),
                    entry.counterpartyIban().orElse(""),
                    entry.counterparty().orElse(""));
        }
    }
}
