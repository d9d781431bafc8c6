package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Names a message of one creditor: its run and its number in the run, such as {@code 20261121-1-17}. */
public record MessageId(String value) implements Comparable<MessageId> {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{1,6}-[0-9]{1,9}");

    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("message «" + value + "» does not look like 20261121-1-17");
        }
    }

    public static MessageId of(RunId run, long number) {
        return new MessageId(requireNonNull(run, "run") + "-" + number);
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
