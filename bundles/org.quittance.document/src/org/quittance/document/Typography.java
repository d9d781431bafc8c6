package org.quittance.document;

import java.util.Locale;

/** Sets our own words as a printer would; never applied to what comes from a ledger. Pure. */
final class Typography {

    private static final String NO_BREAK = "\u00a0";
    private static final String NARROW_NO_BREAK = "\u202f";

    private Typography() {}

    /** Typographic apostrophes everywhere; in French also the spaces that must not break. */
    static String set(String text, Locale language) {
        String curled = text.replace('\'', '’');
        if (!language.getLanguage().equals("fr")) {
            return curled;
        }
        return curled.replaceAll(" ([;!?])", NARROW_NO_BREAK + "$1")
                .replaceAll("« ?", "«" + NO_BREAK)
                .replaceAll(" ?»", NO_BREAK + "»")
                .replaceAll(" :", NO_BREAK + ":")
                .replaceAll("n° ", "n°" + NO_BREAK);
    }
}
