package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * What was claimed of a debtor on one day, frozen when it was issued. A later one is a new document that states the running
 * totals again: they are never added to those of an earlier one.
 *
 * @param number from 1, in the order of issue to this debtor
 * @param on the day it states
 * @param sha256 of the document, hexadecimal
 * @param document the exact bytes; given to be kept, empty where a history is read
 */
public record ClaimStatement(
        String id, int number, LocalDate on, List<Line> lines, String sha256, Optional<DocumentFile> document)
        implements CaseRecord {

    public ClaimStatement {
        requireNonNull(id, "id");
        requireNonNull(on, "on");
        lines = List.copyOf(lines);
        requireNonNull(sha256, "sha256");
        requireNonNull(document, "document");
        if (number < 1) {
            throw new IllegalArgumentException("statement number " + number + ", the first is 1");
        }
    }

    /**
     * What was claimed on one item.
     *
     * @param cycle of the item
     * @param interest running total since the first day of delay
     * @param claimedUntil the last day of interest; empty where none was claimed
     */
    public record Line(
            ItemKey item,
            int cycle,
            Money principal,
            Money interest,
            Optional<LocalDate> claimedUntil,
            Money indemnity) {

        public Line {
            requireNonNull(item, "item");
            requireNonNull(principal, "principal");
            requireNonNull(interest, "interest");
            requireNonNull(claimedUntil, "claimedUntil");
            requireNonNull(indemnity, "indemnity");
        }
    }
}
