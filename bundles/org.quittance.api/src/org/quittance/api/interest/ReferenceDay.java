package org.quittance.api.interest;

/** The day whose index gives the rate of a period. */
public enum ReferenceDay {
    /** The first day of the period. */
    FIRST_DAY,
    /** The last day before the period. */
    DAY_BEFORE
}
