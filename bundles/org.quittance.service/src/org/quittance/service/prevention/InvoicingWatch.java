package org.quittance.service.prevention;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.Delivery;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;

/** Money that is not asked for: work without an invoice, invoices that nobody sent, invoices made late. Safe for any thread. */
@ProviderType
public interface InvoicingWatch {

    /** Records a delivery, or replaces what was recorded under its reference. Role CLERK. */
    Delivery record(CreditorId creditor, DebtorId debtor, Delivery delivery, Recording recording)
            throws CaseworkException;

    /**
     * Records the invoice a delivery went into. Role CLERK.
     *
     * @throws CaseworkException USAGE where there is no such delivery
     */
    Delivery invoiced(CreditorId creditor, DebtorId debtor, String id, String invoice, Recording recording)
            throws CaseworkException;

    /**
     * Reads the whole ledger once.
     *
     * @param withinDays how many days an invoice may take after the delivery, and sending after the invoice
     */
    Gaps gaps(CreditorId creditor, LocalDate today, int withinDays) throws CaseworkException;

    /**
     * @param notInvoiced deliveries older than that without an invoice, the earliest first
     * @param notSent open invoices older than that without any evidence of sending, the earliest first
     * @param late deliveries of the last year whose invoice took longer, the slowest first
     * @param daysToInvoice over the invoiced deliveries of the last year
     */
    record Gaps(List<NotInvoiced> notInvoiced, List<OpenItem> notSent, List<Late> late, Delay daysToInvoice) {

        public Gaps {
            notInvoiced = List.copyOf(notInvoiced);
            notSent = List.copyOf(notSent);
            late = List.copyOf(late);
            requireNonNull(daysToInvoice, "daysToInvoice");
        }
    }

    /** @param days since the delivery */
    record NotInvoiced(DebtorId debtor, Delivery delivery, long days) {

        public NotInvoiced {
            requireNonNull(debtor, "debtor");
            requireNonNull(delivery, "delivery");
        }
    }

    /** @param days from the delivery to the issue of the invoice */
    record Late(DebtorId debtor, Delivery delivery, LocalDate issued, long days) {

        public Late {
            requireNonNull(debtor, "debtor");
            requireNonNull(delivery, "delivery");
            requireNonNull(issued, "issued");
        }
    }

    /**
     * @param count deliveries whose invoice is known
     * @param medianDays the middle one; 0 where there is none
     * @param maxDays the slowest
     */
    record Delay(int count, long medianDays, long maxDays) {}
}
