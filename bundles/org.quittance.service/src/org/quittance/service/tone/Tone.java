package org.quittance.service.tone;

/** How firmly a message speaks, in rising order. The words change from one to the next, the facts do not. */
public enum Tone {
    /** Assumes an oversight; no legal vocabulary at all. */
    COURTEOUS,
    /** Names a date and what accrues by law. */
    FIRM,
    /** The last word before a formal notice: articles of law may be cited. */
    LAST,
    /** A formal notice, an acknowledgement of debt: what the law calls by its name. */
    FORMAL;

    /** Whether vocabulary that begins at the other tone may be used. */
    public boolean isAtLeast(Tone other) {
        return compareTo(other) >= 0;
    }
}
