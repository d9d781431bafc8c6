package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.Money;
import org.quittance.api.model.Sha256;

/**
 * What tells one movement of an account from another, whatever format it is read from, and the key made of it. A key begins with
 * what it rests on: {@code r} the bank's reference, {@code e} the end-to-end id and the counterparty's account, {@code c}
 * everything the bank tells. Ledgers keep keys, so the recipe never changes. Empty text where the bank tells nothing.
 *
 * @param amount signed: what comes in is positive
 * @param bankReference the bank's own, unique by the rules of the format
 * @param otherReferences those that tell movements apart and mean nothing else
 */
public record MovementIdentity(
        LocalDate value,
        Money amount,
        String bankReference,
        String endToEndId,
        String counterpartyIban,
        String structuredReference,
        String otherReferences,
        String counterparty,
        String text) {

    private static final int KEY_DIGITS = 32;
    private static final int PART_KEY_DIGITS = 16;

    public MovementIdentity {
        requireNonNull(value, "value");
        requireNonNull(amount, "amount");
        requireNonNull(bankReference, "bankReference");
        requireNonNull(endToEndId, "endToEndId");
        requireNonNull(counterpartyIban, "counterpartyIban");
        requireNonNull(structuredReference, "structuredReference");
        requireNonNull(otherReferences, "otherReferences");
        requireNonNull(counterparty, "counterparty");
        requireNonNull(text, "text");
    }

    /** The key of a movement that stands for itself; a reader adds an ordinal to those of equal ones. */
    public String key(String account, LocalDate booked) {
        return key(account + "\n" + booked + "\n" + money(), KEY_DIGITS);
    }

    /** What comes behind the key of a batch for one transaction of it. */
    public String partKey() {
        return key(money(), PART_KEY_DIGITS);
    }

    private String key(String common, int digits) {
        if (!bankReference.isEmpty()) {
            return "r" + hash(common + "\n" + bankReference, digits);
        }
        if (!endToEndId.isEmpty() && !counterpartyIban.isEmpty()) {
            return "e" + hash(common + "\n" + endToEndId + "\n" + counterpartyIban, digits);
        }
        String told = String.join(
                "\n",
                common,
                value.toString(),
                counterpartyIban,
                structuredReference,
                endToEndId,
                otherReferences,
                letters(counterparty),
                letters(text));
        return "c" + hash(told, digits);
    }

    private String money() {
        return amount.minor() + " " + amount.currency().getCurrencyCode();
    }

    /** Line breaks, spaces and capitals differ between statements of one bank; letters and digits do not. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                letters.append(Character.toUpperCase(character));
            }
        }
        return letters.toString();
    }

    private static String hash(String text, int digits) {
        return Sha256.hex(text).substring(0, digits);
    }
}
