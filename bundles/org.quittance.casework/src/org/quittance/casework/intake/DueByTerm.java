package org.quittance.casework.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.InvoiceBook.KnownInvoice;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.ItemKind;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.Rejection;

/** Gives invoices without a date of payment one, and tells for each debtor where it comes from. For one import and one thread. */
final class DueByTerm {

    private static final int REMEMBERED_MAX = 10_000;
    private static final int TOLD_MAX = 100;

    private final Creditor creditor;
    private final IntakeSession session;
    private final PaymentTerms terms;
    private final Map<DebtorId, List<AgreedTerm>> agreed = new LinkedHashMap<>();
    private final Map<String, Told> told = new LinkedHashMap<>();

    DueByTerm(Creditor creditor, IntakeSession session, PaymentTerms terms) {
        this.creditor = creditor;
        this.session = session;
        this.terms = terms;
    }

    /** How many invoices are due by one term. */
    private static final class Told {

        private final String file;
        private final Sentence source;
        private long count;

        private Told(String file, Sentence source) {
            this.file = file;
            this.source = source;
        }
    }

    /** What becomes of an invoice that got no date: it is known, or nothing gives one. */
    IntakeResult withoutDate(InvoiceRecord invoice) throws StoreException {
        return isKnown(invoice)
                ? IntakeResult.of(IntakeResult.Kind.UNCHANGED)
                : IntakeResult.rejected(
                        "due", Sentence.of(DueByTerm.class, "due.none", invoice.number(), invoice.debtor()));
    }

    /** Whether the ledger has this very invoice; then the date it has stays, whatever was agreed since. */
    private boolean isKnown(InvoiceRecord invoice) throws StoreException {
        Optional<KnownInvoice> known = session.documents().invoice(invoice.number());
        return known.filter(one -> one.kind() == ItemKind.INVOICE
                        && one.debtor().equals(invoice.debtor())
                        && one.issueDate().equals(invoice.issueDate())
                        && one.original().equals(invoice.instalments().get(0).amount()))
                .isPresent();
    }

    /** The invoice with its date; empty where nothing gives one, and where the invoice is known. */
    Optional<InvoiceRecord> dated(String file, InvoiceRecord invoice) throws StoreException {
        if (isKnown(invoice)) {
            return Optional.empty();
        }
        DebtorKind kind =
                session.documents().debtor(invoice.debtor()).map(Debtor::kind).orElse(DebtorKind.UNKNOWN);
        return due(file, invoice.debtor(), kind, invoice.issueDate(), true).map(invoice::dueOn);
    }

    /** @param byLaw whether the term of the law may stand in where nothing was agreed */
    Optional<LocalDate> due(String file, DebtorId debtor, DebtorKind kind, LocalDate issued, boolean byLaw)
            throws StoreException {
        Optional<PaymentTerms.Due> due = PaymentTerms.agreed(agreed(debtor), debtor, issued);
        if (due.isEmpty() && byLaw) {
            due = terms.statutory(creditor, debtor, kind, issued);
        }
        due.ifPresent(one -> tell(file, one.source()));
        return due.map(PaymentTerms.Due::on);
    }

    private List<AgreedTerm> agreed(DebtorId debtor) throws StoreException {
        if (agreed.size() >= REMEMBERED_MAX) {
            agreed.clear();
        }
        if (!agreed.containsKey(debtor)) {
            try {
                agreed.put(debtor, terms.agreed(creditor.id(), debtor));
            } catch (LedgerException e) {
                throw StoreException.lasting(String.valueOf(e.getMessage()), e);
            }
        }
        return agreed.getOrDefault(debtor, List.of());
    }

    private void tell(String file, Sentence source) {
        String words = source.toString();
        if (told.size() < TOLD_MAX || told.containsKey(words)) {
            told.computeIfAbsent(words, first -> new Told(file, source)).count++;
        }
    }

    void tellSources(ImportListener listener) {
        for (Told one : told.values()) {
            listener.warned(new Rejection(
                    one.file, 0, "due", Sentence.of(DueByTerm.class, "due.by-term", one.count, one.source)));
        }
    }
}
