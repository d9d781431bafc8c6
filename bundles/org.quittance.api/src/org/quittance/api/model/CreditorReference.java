package org.quittance.api.model;

import java.math.BigInteger;
import java.util.Locale;

/** The structured creditor reference of ISO 11649 ("RF" reference), which banks carry unchanged to the statement. */
public record CreditorReference(String value) {

    private static final int BASE_LENGTH_MAX = 21;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    public CreditorReference {
        if (!value.matches("RF[0-9]{2}[A-Z0-9]{1,21}") || remainder(value.substring(4) + value.substring(0, 4)) != 1) {
            throw new IllegalArgumentException("«" + value + "» is not an ISO 11649 reference");
        }
    }

    /** Makes the reference of a text: its letters and digits, the last 21 of them where there are more. */
    public static CreditorReference of(String text) {
        String base = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (base.isEmpty()) {
            throw new IllegalArgumentException("«" + text + "» has no letter or digit to make a reference of");
        }
        base = base.substring(Math.max(0, base.length() - BASE_LENGTH_MAX));
        int check = 98 - remainder(base + "RF00");
        return new CreditorReference(String.format(Locale.ROOT, "RF%02d%s", check, base));
    }

    /** In groups of four, as people read it. */
    public String forPeople() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Character.getNumericValue(character)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }

    @Override
    public String toString() {
        return value;
    }
}
