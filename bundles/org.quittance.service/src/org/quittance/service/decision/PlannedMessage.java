package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.policy.PolicyStep;

/**
 * A message or task that is to be prepared.
 *
 * @param step the highest step of its items
 * @param template the words; differs from the step's where a broken commitment is the occasion
 * @param media media to try, best first
 * @param items oldest due date first
 * @param credits credits netted in it
 * @param principal claimed amounts less credits
 * @param interest of the items, without what was paid of it; so is the indemnity
 * @param interestKnownUntil set where rates are missing for the last days
 * @param earlierMessages dates on which messages about every one of these items were really sent, oldest first
 * @param announcedTemplate words of the step that follows
 * @param expiresOn last day of a task
 */
public record PlannedMessage(
        PolicyStep step,
        DocumentKind kind,
        String template,
        List<Medium> media,
        List<PlannedItem> items,
        List<OpenItem> credits,
        Money principal,
        Money interest,
        Money indemnity,
        Money fees,
        Optional<LocalDate> interestKnownUntil,
        Optional<LocalDate> deadline,
        List<LocalDate> earlierMessages,
        Optional<String> announcedTemplate,
        Optional<LocalDate> expiresOn) {

    public PlannedMessage {
        requireNonNull(step, "step");
        requireNonNull(kind, "kind");
        requireNonNull(template, "template");
        media = List.copyOf(media);
        items = List.copyOf(items);
        credits = List.copyOf(credits);
        requireNonNull(principal, "principal");
        requireNonNull(interest, "interest");
        requireNonNull(indemnity, "indemnity");
        requireNonNull(fees, "fees");
        requireNonNull(interestKnownUntil, "interestKnownUntil");
        requireNonNull(deadline, "deadline");
        earlierMessages = List.copyOf(earlierMessages);
        requireNonNull(announcedTemplate, "announcedTemplate");
        requireNonNull(expiresOn, "expiresOn");
    }

    public Money total() {
        return principal.plus(interest).plus(indemnity).plus(fees);
    }
}
