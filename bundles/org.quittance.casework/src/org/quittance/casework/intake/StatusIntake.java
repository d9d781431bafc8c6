package org.quittance.casework.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.InvoiceBook.KnownInvoice;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.casework.agreement.LifecycleStatuses;

/**
 * Statuses of e-invoices on their way into the ledger, which they tell that an invoice was sent. What follows from them for the case is
 * kept until the ledger is committed. For one thread.
 */
final class StatusIntake {

    private final SellerCheck seller;
    private final IntakeSession session;
    private final List<Read> read = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();
    private long repeated;

    StatusIntake(Creditor creditor, IntakeSession session) {
        this.seller = new SellerCheck(creditor);
        this.session = session;
    }

    /** A status and where it was read. */
    record Read(String file, long line, LifecycleStatus status) {}

    /** A status of an invoice that the ledger knows. */
    record Known(Read read, DebtorId debtor, List<ItemKey> items) {}

    void read(String file, long line, LifecycleStatus status) {
        read.add(new Read(file, line, status));
    }

    /** What was read, the earliest first: files come in any order. */
    List<Read> inOrder() {
        read.sort(Comparator.comparing(one -> one.status().at()));
        return read;
    }

    /** A status that an earlier import has kept. */
    void repeat() {
        repeated++;
    }

    long repeated() {
        return repeated;
    }

    List<Known> known() {
        return known;
    }

    /** What the ledger makes of it: rejected, or what became of the evidence of sending. */
    IntakeResult take(Read one, LocalDate today) throws StoreException {
        LifecycleStatus status = one.status();
        if (seller.isAnother(status.seller())) {
            return rejected("seller", "status.seller", status.invoiceNumber());
        }
        Optional<KnownInvoice> invoice = session.documents().invoice(status.invoiceNumber());
        if (invoice.isEmpty()) {
            return rejected("invoice", "invoice.unknown", status.invoiceNumber());
        }
        LocalDate issued = invoice.get().issueDate();
        if (status.invoiceDate().filter(day -> !day.equals(issued)).isPresent()) {
            return rejected("issueDate", "status.issued", status.invoiceNumber(), issued);
        }
        if (status.at().toLocalDate().isAfter(today)) {
            return rejected("issueDate", "status.future", status.at().toLocalDate());
        }
        List<ItemKey> items = session.itemsOf(status.invoiceNumber()).stream()
                .map(IntakeSession.ItemOwner::item)
                .toList();
        known.add(new Known(one, invoice.get().debtor(), items));
        Optional<SendingEvidence> evidence = LifecycleStatuses.evidence(status);
        return evidence.isPresent()
                ? session.evidence(status.invoiceNumber(), evidence.get())
                : IntakeResult.of(IntakeResult.Kind.UNCHANGED);
    }

    private static IntakeResult rejected(String field, String key, Object... values) {
        return IntakeResult.rejected(field, Sentence.of(StatusIntake.class, key, values));
    }
}
