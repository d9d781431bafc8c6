package org.quittance.api.agency;

/** Names one hand-over for ever. Letters, digits and hyphens, 8 to 80 characters: fit for a file name. */
public record HandOverKey(String value) {

    public HandOverKey {
        if (!value.matches("[A-Za-z0-9-]{8,80}")) {
            throw new IllegalArgumentException(
                    "hand-over key «" + value + "» is not 8 to 80 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
