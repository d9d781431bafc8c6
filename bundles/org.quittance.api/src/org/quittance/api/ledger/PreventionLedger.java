package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Reads what is settled before anything is late; it is written through {@link CaseLedger#write}. Safe for any thread. */
@ProviderType
public interface PreventionLedger {

    /** By the day of agreement, the earliest first. */
    List<AgreedTerm> terms(CreditorId creditor, DebtorId debtor) throws LedgerException;

    /** By the day they were asked for, the earliest first. */
    List<Deposit> deposits(CreditorId creditor, DebtorId debtor) throws LedgerException;

    /** Of every debtor, those that are not invoiced and those that were delivered since a day; the earliest first. */
    Map<DebtorId, List<Delivery>> deliveries(CreditorId creditor, LocalDate since) throws LedgerException;

    Optional<Delivery> delivery(CreditorId creditor, DebtorId debtor, String id) throws LedgerException;

    /** Invoices of the embedded ledger, settled ones too, by their numbers; unknown ones are missing. */
    Map<String, Issued> issued(CreditorId creditor, Collection<String> numbers) throws LedgerException;

    /** When the first invoice of a debtor was issued, as far as the embedded ledger knows; a ledger of a vendor is not asked. */
    Optional<LocalDate> firstInvoice(CreditorId creditor, DebtorId debtor) throws LedgerException;

    /** To whom and when an invoice was issued. */
    record Issued(DebtorId debtor, LocalDate on) {

        public Issued {
            requireNonNull(debtor, "debtor");
            requireNonNull(on, "on");
        }
    }
}
