package org.quittance.api.model;

/** The structured creditor reference of ISO 11649 ("RF" reference), which banks carry unchanged to the statement. */
public record CreditorReference(String value) {

    private static final int BASE_LENGTH_MAX = 21;

    public CreditorReference {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("«" + value + "» is not an ISO 11649 reference");
        }
    }

    /** Makes the reference of a text: its letters and digits, the last 21 of them where there are more. */
    public static CreditorReference of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = Character.toUpperCase(text.charAt(i));
            if (isLetterOrDigit(character)) {
                kept.append(character);
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("«" + text + "» has no letter or digit to make a reference of");
        }
        String base = kept.substring(Math.max(0, kept.length() - BASE_LENGTH_MAX));
        int check = 98 - remainder(base + "RF00");
        return new CreditorReference("RF" + check / 10 + check % 10 + base);
    }

    /** In groups of four, as people read it. */
    public String forPeople() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Letters count as two digits, A being 10. */
    private static int remainder(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.getNumericValue(text.charAt(i));
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    private static boolean isLetterOrDigit(char character) {
        return character >= 'A' && character <= 'Z' || character >= '0' && character <= '9';
    }

    private static boolean isWellFormed(String value) {
        if (value.length() < 5 || value.length() > 4 + BASE_LENGTH_MAX || !value.startsWith("RF")) {
            return false;
        }
        for (int i = 2; i < value.length(); i++) {
            if (i < 4 ? !Character.isDigit(value.charAt(i)) : !isLetterOrDigit(value.charAt(i))) {
                return false;
            }
        }
        return remainder(value.substring(4) + value.substring(0, 4)) == 1;
    }

    @Override
    public String toString() {
        return value;
    }
}
