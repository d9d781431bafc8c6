package org.quittance.api.model;

/** Names a creditor, the firm that is owed money; part of every key. Opaque text of 1 to 200 characters without control characters. */
public record CreditorId(String value) implements Comparable<CreditorId> {

    public CreditorId {
        Texts.requireIdentifier(value, "value");
    }

    public static CreditorId of(String value) {
        return new CreditorId(value);
    }

    @Override
    public int compareTo(CreditorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
