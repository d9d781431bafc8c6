package org.quittance.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;

/**
 * What the QR code of a SEPA credit transfer says (EPC069-12, version 002, UTF-8): structured reference, no text, so the
 * trailing lines are dropped. Pure.
 */
final class EpcPayload {

    private static final long AMOUNT_MINOR_MAX = 99_999_999_999L;
    private static final int NAME_LENGTH_MAX = 70;
    private static final int BYTES_MAX = 331;

    private EpcPayload() {}

    /** Empty where the standard has no code: another currency than the euro, nothing to pay, or a billion and more. */
    static Optional<String> of(BankAccount account, Money amount, CreditorReference reference) {
        boolean payable = amount.isPositive() && amount.minor() <= AMOUNT_MINOR_MAX;
        if (!amount.currency().getCurrencyCode().equals("EUR") || !payable) {
            return Optional.empty();
        }
        String payload = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                account.bic().orElse(""),
                name(account.holder()),
                account.iban(),
                "EUR" + amount.toDecimalString(),
                "",
                reference.value());
        return payload.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX ? Optional.of(payload) : Optional.empty();
    }

    private static String name(String holder) {
        String oneLine = holder.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        int points = oneLine.codePointCount(0, oneLine.length());
        return points <= NAME_LENGTH_MAX
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, NAME_LENGTH_MAX))
                        .strip();
    }
}
