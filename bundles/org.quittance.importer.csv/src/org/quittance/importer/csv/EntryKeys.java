package org.quittance.importer.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.quittance.api.model.Money;
import org.quittance.api.model.Sha256;

/**
 * Keys of bank entries, made as those of the other formats of statements are ({@code bank-statements.md}), so that the same movement read from a table
 * and from another format with the same references is one. For one file and one thread.
 */
final class EntryKeys {

    private static final int HASH_BYTES = 16;

    private final MessageDigest digest = Sha256.digest();
    private final PaymentKeys ordinals = new PaymentKeys("-");

    /** @param bankReference empty text where the bank gives none */
    record Movement(String account, LocalDate booked, LocalDate value, Money amount, String bankReference) {}

    /** Empty text where the file tells nothing. */
    record Particulars(
            String counterpartyIban, String reference, String endToEndId, String counterparty, String text) {}

    String base(Movement movement, Particulars told) {
        String common = movement.account() + "\n" + movement.booked() + "\n"
                + movement.amount().minor() + " "
                + movement.amount().currency().getCurrencyCode();
        if (!movement.bankReference().isEmpty()) {
            return "r" + hash(common + "\n" + movement.bankReference());
        }
        if (!told.endToEndId().isEmpty() && !told.counterpartyIban().isEmpty()) {
            return "e" + hash(common + "\n" + told.endToEndId() + "\n" + told.counterpartyIban());
        }
        return "c"
                + hash(common + "\n" + movement.value() + "\n" + told.counterpartyIban() + "\n" + told.reference()
                        + "\n" + told.endToEndId() + "\n\n" + letters(told.counterparty()) + "\n"
                        + letters(told.text()));
    }

    /** Equal movements of one file are counted. */
    String numbered(String base) {
        return ordinals.key(base);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars()
                .filter(Character::isLetterOrDigit)
                .forEach(character -> letters.append((char) Character.toUpperCase(character)));
        return letters.toString();
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
    }
}
