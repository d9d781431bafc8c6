package org.quittance.importer.bank;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.BankAccount;

/** What banks write, as the suite writes it. */
final class BankText {

    private static final int SHOWN_MAX = 40;
    private static final int RIB_MODULUS = 97;

    /** What banks write where there is no reference. */
    private static final Set<String> NO_REFERENCE =
            Set.of("NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF", "NOTAVAILABLE", "NONE", "N/A", "KREF+");

    private BankText() {}

    /** A reference, or empty text where the bank says in its way that there is none. */
    static String reference(String text) {
        String reference = text.strip();
        boolean nothing = reference.chars().allMatch(character -> character == '0' || character == '/');
        return nothing || NO_REFERENCE.contains(reference.toUpperCase(Locale.ROOT)) ? "" : reference;
    }

    static boolean isIban(String text) {
        return BankAccount.isValidIban(text);
    }

    /** An account number without its spaces; an IBAN, recognised by its form, in capitals. */
    static String account(String text) {
        String bare = text.replace(" ", "").strip();
        String capitals = bare.toUpperCase(Locale.ROOT);
        return isIban(capitals) ? capitals : bare;
    }

    /** The IBAN of a French account, which follows from its bank, branch and number; empty where these are not French. */
    static Optional<String> frenchIban(String bank, String branch, String number) {
        if (!isDigits(bank, 5) || !isDigits(branch, 5) || number.length() != 11) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            int digit = ribDigit(Character.toUpperCase(number.charAt(i)));
            if (digit < 0) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        long sum = 89 * Long.parseLong(bank) + 15 * Long.parseLong(branch) + 3 * Long.parseLong(digits.toString());
        long key = RIB_MODULUS - sum % RIB_MODULUS;
        String national = bank + branch + number.toUpperCase(Locale.ROOT) + key / 10 + key % 10;
        for (int check = 2; check <= 98; check++) {
            String iban = "FR" + check / 10 + check % 10 + national;
            if (isIban(iban)) {
                return Optional.of(iban);
            }
        }
        return Optional.empty();
    }

    /** Letters stand for digits in the check of a French account: A and J for 1, S for 2, and so on. */
    private static int ribDigit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'A' && character <= 'R') {
            return (character - 'A') % 9 + 1;
        }
        return character >= 'S' && character <= 'Z' ? character - 'S' + 2 : -1;
    }

    static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** A piece of the file within a message: short, and without characters that would disturb the terminal. */
    static String shown(String text) {
        String bare = text.replaceAll("\\p{Cntrl}", "�");
        return bare.length() <= SHOWN_MAX ? bare : bare.substring(0, SHOWN_MAX) + "…";
    }
}
