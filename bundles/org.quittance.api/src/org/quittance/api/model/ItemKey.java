package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

/**
 * Names an open item: one instalment (<i>échéance</i>) of one invoice of one creditor.
 *
 * @param instalment 1 for the only or first instalment
 */
public record ItemKey(CreditorId creditor, InvoiceId invoice, int instalment) implements Comparable<ItemKey> {

    public ItemKey {
        requireNonNull(creditor, "creditor");
        requireNonNull(invoice, "invoice");
        if (instalment < 1) {
            throw new IllegalArgumentException("instalment is " + instalment + ", the first is 1");
        }
    }

    public static ItemKey of(CreditorId creditor, InvoiceId invoice, int instalment) {
        return new ItemKey(creditor, invoice, instalment);
    }

    /** A printed invoice number as lists show it for this item: followed by {@code /2} for the second instalment. */
    public String numbered(String number) {
        return instalment == 1 ? number : number + "/" + instalment;
    }

    @Override
    public int compareTo(ItemKey other) {
        int byCreditor = creditor.compareTo(other.creditor);
        if (byCreditor != 0) {
            return byCreditor;
        }
        int byInvoice = invoice.compareTo(other.invoice);
        return byInvoice != 0 ? byInvoice : Integer.compare(instalment, other.instalment);
    }

    @Override
    public String toString() {
        return numbered(invoice.value());
    }
}
