package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * That, when and how an invoice was sent to its debtor. Never inferred from the issue date.
 *
 * @param source who says so: a person, a channel, a platform
 */
public record SendingEvidence(EvidenceGrade grade, LocalDate sentOn, String source) {

    public SendingEvidence {
        requireNonNull(grade, "grade");
        requireNonNull(sentOn, "sentOn");
        Texts.requireText(source, "source");
    }
}
