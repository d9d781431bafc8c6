package org.quittance.api.channel;

/** Names one sending for ever. Letters, digits and hyphens, 8 to 80 characters: fit for a Message-ID and a file name. */
public record SendKey(String value) {

    public SendKey {
        if (!value.matches("[A-Za-z0-9-]{8,80}")) {
            throw new IllegalArgumentException("send key «" + value + "» is not 8 to 80 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
