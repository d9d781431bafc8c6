package org.quittance.importer.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;
import org.quittance.api.model.Sha256;

/**
 * Keys of movements, the same whenever the same movement is read again. A key begins with what it rests on: {@code r} the
 * bank's reference, {@code e} the end-to-end id and the counterparty's account, {@code c} everything the bank tells. Day and
 * amount are part of each. Equal movements of one statement get ordinals ({@code -2}); a transaction of a batch has the key
 * of the batch, a slash and its own. For one file and one thread.
 */
final class EntryKeys {

    private static final int HASH_BYTES = 16;
    private static final int PART_HASH_BYTES = 8;
    private static final int ACCOUNTS_MAX = 10_000;

    private final MessageDigest digest = Sha256.digest();
    private final Map<String, Counted> accounts = new HashMap<>();
    private String account = "";
    private Ordinals ordinals = new Ordinals();

    /** The last statement of an account and how often each movement has occurred in it and in those it continues. */
    private record Counted(AccountStatement statement, Ordinals ordinals) {}

    /** Counting begins anew with each statement, since it may overlap the one before; not where it continues that one. */
    void begin(long line, AccountStatement statement) throws ImportException {
        Optional<Counted> before = Optional.ofNullable(accounts.get(statement.account()));
        if (before.isEmpty() && accounts.size() >= ACCOUNTS_MAX) {
            throw new ImportException("the file has more than " + ACCOUNTS_MAX + " accounts; split it", line, "", null);
        }
        account = statement.account();
        ordinals = before.filter(counted -> continues(counted.statement(), statement))
                .map(Counted::ordinals)
                .orElseGet(Ordinals::new);
        accounts.put(account, new Counted(statement, ordinals));
    }

    private static boolean continues(AccountStatement before, AccountStatement next) {
        Optional<Money> end = before.closing();
        Optional<Money> start = next.opening();
        boolean balancesAgree = end.isEmpty() || start.isEmpty() || end.equals(start);
        return balancesAgree && !before.number().equals(next.number());
    }

    /** Of a movement that stands for itself. */
    String whole(Movement movement) throws ImportException {
        return numbered(movement.line(), base(movement));
    }

    /** Of a booking that the bank itemises. Two notifications of the same booking have only this in common. */
    String batch(Movement booking) throws ImportException {
        return numbered(booking.line(), base(booking));
    }

    /** Of one transaction of a batch. */
    String part(String batch, Movement part) throws ImportException {
        return numbered(part.line(), batch + "/" + identity(part, PART_HASH_BYTES, money(part)));
    }

    private String base(Movement movement) {
        return identity(movement, HASH_BYTES, account + "\n" + movement.booked() + "\n" + money(movement));
    }

    private String identity(Movement movement, int bytes, String common) {
        Details details = movement.details();
        if (!movement.bankReference().isEmpty()) {
            return "r" + hash(common + "\n" + movement.bankReference(), bytes);
        }
        if (!details.endToEndId().isEmpty() && !details.counterpartyIban().isEmpty()) {
            return "e" + hash(common + "\n" + details.endToEndId() + "\n" + details.counterpartyIban(), bytes);
        }
        return "c"
                + hash(
                        common + "\n" + movement.value() + "\n" + details.counterpartyIban() + "\n"
                                + details.structuredReference() + "\n" + details.endToEndId() + "\n"
                                + details.otherReferences() + "\n" + letters(details.counterparty()) + "\n"
                                + letters(details.text()),
                        bytes);
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

    private static String money(Movement movement) {
        return movement.amount().minor() + " " + movement.amount().currency().getCurrencyCode();
    }

    private String numbered(long line, String base) throws ImportException {
        int ordinal = ordinals.next(line, base);
        return ordinal == 1 ? base : base + "-" + ordinal;
    }

    private String hash(String text, int bytes) {
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, bytes);
    }
}
