package org.quittance.service.dossier;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One line of the table of exhibits.
 *
 * @param number from 1, also for what is missing: a gap that is named can be filled
 * @param title in the language of the dossier
 * @param fileName of the original among the files; empty where it is missing
 * @param sha256 of the original's bytes, in hexadecimal
 * @param pages how many pages of the dossier show it; 0 for what cannot be shown on paper
 */
public record Exhibit(
        int number, Kind kind, String title, Optional<String> fileName, Optional<String> sha256, int pages) {

    /** What an exhibit proves. */
    public enum Kind {
        /** Contract, order, delivery or acceptance. */
        CONTRACT,
        INVOICE,
        SENDING,
        MESSAGE,
        FORMAL_NOTICE,
        DELIVERY,
        COMMITMENT,
        JOURNAL
    }

    public Exhibit {
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(fileName, "fileName");
        requireNonNull(sha256, "sha256");
        if (number < 1 || pages < 0) {
            throw new IllegalArgumentException("exhibit " + number + " with " + pages + " pages");
        }
    }

    /** Whether there is nothing to show: it is listed so that somebody looks for it. */
    public boolean isMissing() {
        return fileName.isEmpty();
    }
}
