package org.quittance.api.model;

/** Names an invoice within one creditor, as the ledger names it; not necessarily the number that is printed. Opaque text of 1 to 200 characters without control characters. */
public record InvoiceId(String value) implements Comparable<InvoiceId> {

    public InvoiceId {
        Texts.requireIdentifier(value, "value");
    }

    public static InvoiceId of(String value) {
        return new InvoiceId(value);
    }

    @Override
    public int compareTo(InvoiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
