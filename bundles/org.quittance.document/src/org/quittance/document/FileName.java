package org.quittance.document;

import org.quittance.api.document.MessageFacts;

/** The name under which a letter is attached or kept: date, template and our reference. Pure. */
final class FileName {

    private static final int REFERENCE_LENGTH_MAX = 80;

    private FileName() {}

    static String of(MessageFacts facts) {
        return facts.date() + "_" + plain(facts.template()) + "_" + plain(facts.reference()) + ".pdf";
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9.-]+", "-");
        return plain.substring(0, Math.min(plain.length(), REFERENCE_LENGTH_MAX));
    }
}
