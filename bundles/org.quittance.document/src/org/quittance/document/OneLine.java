package org.quittance.document;

/** Text from a ledger on one line: what would break a header or a page is a space. Pure. */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
