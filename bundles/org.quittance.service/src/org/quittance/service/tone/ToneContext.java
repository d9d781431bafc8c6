package org.quittance.service.tone;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What a text is for.
 *
 * @param language only its language part counts
 * @param tone decides which legal vocabulary is allowed
 * @param reader who may come to see the text
 * @param inviting whether the text must invite the debtor to call back, as a first reminder must
 */
public record ToneContext(Locale language, Tone tone, Reader reader, boolean inviting) {

    /** Who reads. */
    public enum Reader {
        /** The debtor. */
        DEBTOR,
        /** The debtor, and whoever looks over their shoulder: a short message on a telephone. */
        BYSTANDER,
        /** A colleague: a sheet that never leaves the house. */
        STAFF
    }

    public ToneContext {
        requireNonNull(language, "language");
        requireNonNull(tone, "tone");
        requireNonNull(reader, "reader");
    }

    /** A text typed by a clerk for a debtor, such as a note under a letter or an answer to an e-mail. */
    public static ToneContext typed(Locale language, Tone tone) {
        return new ToneContext(language, tone, Reader.DEBTOR, false);
    }
}
