package org.quittance.api.store;

/** Names one ledger for ever, across restarts and copies of the program. One to 200 visible characters. */
public record StoreId(String value) {

    public StoreId {
        if (!value.matches("[\\x21-\\x7e]{1,200}")) {
            throw new IllegalArgumentException("store identifier «" + value + "» is not 1 to 200 visible characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
