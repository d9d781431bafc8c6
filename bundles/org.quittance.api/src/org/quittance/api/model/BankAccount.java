package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the creditor wants to be paid. Comes only from the creditor's configuration, never from an imported document.
 *
 * @param holder the name as the bank knows it
 * @param iban without spaces; its check digits (ISO 13616, modulo 97) are verified here
 * @param bic empty where it is not needed
 */
public record BankAccount(String holder, String iban, Optional<String> bic) {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private static final int COUNTRY_AND_CHECK = 4;

    /** Fewer digits may be in an IBAN by chance. */
    private static final int NATIONAL_NUMBER_MIN = 7;

    public BankAccount {
        Texts.requireText(holder, "holder");
        requireNonNull(bic, "bic");
        iban = requireNonNull(iban, "iban").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!isValidIban(iban)) {
            throw new IllegalArgumentException("IBAN «" + iban + "» is not valid: its check digits do not match");
        }
    }

    public static boolean isValidIban(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(character -> digits.append(Character.getNumericValue(character)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
    }

    /**
     * Whether a statement that names an account so is about this one: by its IBAN, or by the national number within it, with or
     * without the zeros that fill it up.
     */
    public boolean isNamed(String account) {
        String name = account.replaceAll("[^A-Za-z0-9/]", "").toUpperCase(Locale.ROOT);
        if (name.replace("/", "").equals(iban)) {
            return true;
        }
        int from = COUNTRY_AND_CHECK;
        int length = 0;
        for (String part : name.split("/")) {
            String significant = part.replaceFirst("^0+", "");
            int found = iban.indexOf(significant, from);
            if (found < 0) {
                return false;
            }
            from = found + significant.length();
            length += significant.length();
        }
        return length >= NATIONAL_NUMBER_MIN;
    }

    /** The IBAN in groups of four, as people read it. */
    public String ibanForPeople() {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
