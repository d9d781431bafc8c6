package org.quittance.api.model;

/** Names a debtor within one creditor, as the ledger names it. Opaque text of 1 to 200 characters without control characters. */
public record DebtorId(String value) implements Comparable<DebtorId> {

    public DebtorId {
        Texts.requireIdentifier(value, "value");
    }

    public static DebtorId of(String value) {
        return new DebtorId(value);
    }

    @Override
    public int compareTo(DebtorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
