package org.quittance.api.interest;

/** When the rate of a running delay changes. */
public enum Anchor {
    /** With each half of the calendar year. */
    SEMESTER,
    /** Never: the rate of the half-year in which the delay began holds to its end. */
    FROZEN_AT_START,
    /** With each calendar year. */
    YEAR,
    /** Whenever the index changes. */
    EACH_CHANGE
}
