package org.quittance.service.tone;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks at words before they may leave: forbidden words, threats, look-alikes of court documents, legal vocabulary before its
 * step, shouting, a first reminder that invites nobody to call back. Pure, safe for any thread, takes about a millisecond.
 */
@ProviderType
public interface ToneLint {

    /** The languages there are rules for; a text in another one cannot be checked and must not leave unread. */
    Set<Locale> languages();

    /**
     * What is wrong with a text, in its order; empty where nothing is. A line that begins with {@code > } quotes a law, names
     * it and its version, and is exempt: {@code > C. com. L441-10 II | 2021-02-27 | Les conditions…}.
     *
     * @throws IllegalArgumentException where there are no rules for the language
     */
    List<ToneFinding> check(String text, ToneContext context);
}
