package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

/** Names a message of one creditor: its run and its number in the run, such as {@code 20261121-1-17}. */
public record MessageId(String value) implements Comparable<MessageId> {

    public MessageId {
        if (!value.matches("[0-9]{8}-[0-9]{1,6}-[0-9]{1,9}")) {
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
