package org.quittance.matching.judge;

import java.util.stream.IntStream;
import org.quittance.matching.index.InvoiceIndex;

/** The invoices of one debtor that a payment may pay without naming them. */
final class DebtorInvoices {

    private DebtorInvoices() {}

    /** Open, in the currency of the payment, and issued when it was made; without some. */
    static int[] open(InvoiceIndex index, int debtor, Payment payment, int... without) {
        return IntStream.range(index.firstInvoice(debtor), index.endInvoice(debtor))
                .filter(row -> index.open(row) > 0)
                .filter(row -> index.issued(row) <= payment.day())
                .filter(row ->
                        index.currencyOf(row).equals(payment.entry().amount().currency()))
                .filter(row -> IntStream.of(without).noneMatch(one -> one == row))
                .toArray();
    }
}
