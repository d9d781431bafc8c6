package org.quittance.tck.store;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/** Invoices and payments the contract fills a ledger with. */
final class Samples {

    static final Currency EURO = Currency.getInstance("EUR");
    static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    static final LocalDate DUE = LocalDate.of(2026, 4, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    static final DebtorId DEBTOR = DebtorId.of("exemple-sarl");

    private Samples() {}

    static Money euros(long cents) {
        return Money.ofMinor(cents, EURO);
    }

    static InvoiceRecord.Builder invoice(String number, DebtorId debtor, long... cents) {
        return invoiceOn(ISSUED, number, debtor, cents);
    }

    static InvoiceRecord.Builder invoiceOn(LocalDate issued, String number, DebtorId debtor, long... cents) {
        List<InvoiceRecord.Instalment> instalments = java.util.stream.IntStream.range(0, cents.length)
                .mapToObj(index -> new InvoiceRecord.Instalment(issued.plusDays(30 + 30L * index), euros(cents[index])))
                .toList();
        return InvoiceRecord.of(number, debtor, issued).instalments(instalments);
    }

    static PaymentRecord payment(String key, String number, long cents, LocalDate booked) {
        return new PaymentRecord(
                key, Optional.of(DEBTOR), Optional.of(number), euros(cents), booked, booked.minusDays(1));
    }

    static PaymentRecord unallocated(String key, long cents, LocalDate booked) {
        return new PaymentRecord(key, Optional.of(DEBTOR), Optional.empty(), euros(cents), booked, booked);
    }
}
