package org.quittance.api.ledger;

import java.util.regex.Pattern;

/** Names a dunning run of one creditor: its day and its number on that day, such as {@code 20261121-1}. */
public record RunId(String value) implements Comparable<RunId> {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{1,6}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("run «" + value + "» does not look like 20261121-1");
        }
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
