package org.quittance.tone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneContext.Reader;

/**
 * One rule of a language.
 *
 * @param from the tone from which the words are allowed; empty for never
 * @param readers whom it protects; empty for debtors and bystanders
 * @param phrases what it looks for in folded text
 * @param except what is none of its business although it looks like it
 */
record ToneRule(
        String code,
        Optional<Tone> from,
        Set<Reader> readers,
        Pattern phrases,
        Optional<Pattern> except,
        String instead) {

    boolean concerns(ToneContext context) {
        boolean reader = readers.isEmpty() ? context.reader() != Reader.STAFF : readers.contains(context.reader());
        return reader && !(from.isPresent() && context.tone().isAtLeast(from.get()));
    }

    /** Phrases of words, each a regular expression over plain small letters; {@code _} stands for up to three words. */
    static Pattern phrases(List<String> phrases) {
        List<String> parts = phrases.stream()
                .map(phrase -> phrase.replace(" _ ", " (?:[^ ]+ ){0,3}"))
                .toList();
        return Pattern.compile("(?<= )(?:" + String.join("|", parts) + ")(?= )");
    }
}
