package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import org.quittance.api.model.DebtorId;

/**
 * Something to be written into the journal.
 *
 * @param kind lower-case words joined by dots, such as {@code message.sent}
 * @param debtor whom it concerns; empty for what concerns the creditor
 * @param payload JSON; personal data belongs here and nowhere else, because it can be erased
 */
public record JournalDraft(String kind, Optional<DebtorId> debtor, String payload) {

    private static final Pattern KIND = Pattern.compile("[a-z]+(\\.[a-z-]+)*");

    public JournalDraft {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind «" + kind + "» is not lower-case words joined by dots");
        }
        requireNonNull(debtor, "debtor");
        requireNonNull(payload, "payload");
    }

    public static JournalDraft about(DebtorId debtor, String kind, String payload) {
        return new JournalDraft(kind, Optional.of(debtor), payload);
    }

    public static JournalDraft general(String kind, String payload) {
        return new JournalDraft(kind, Optional.empty(), payload);
    }
}
