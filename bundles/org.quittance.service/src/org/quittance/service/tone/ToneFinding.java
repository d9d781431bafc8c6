package org.quittance.service.tone;

import static java.util.Objects.requireNonNull;

/**
 * A place where a text does not keep the tone.
 *
 * @param line from 1; 0 where the text as a whole is meant
 * @param code stable, such as {@code word-forbidden}; the list is in the manual
 * @param blocks whether the text may not leave; otherwise it is advice
 * @param found the words, as they stand in the text; empty where something is missing
 * @param instead the preferred term; empty where there is none
 * @param text what is wrong and what to do, in English
 */
public record ToneFinding(int line, String code, boolean blocks, String found, String instead, String text) {

    public ToneFinding {
        requireNonNull(code, "code");
        requireNonNull(found, "found");
        requireNonNull(instead, "instead");
        requireNonNull(text, "text");
    }
}
