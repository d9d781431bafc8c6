package org.quittance.api.interest;

/** Whether interest bears interest. */
public enum Compounding {
    /** Each period, by law. */
    AUTOMATIC,
    /** Interest of a whole period, where a contract or a court says so. */
    ON_DEMAND,
    /** Never, whatever was agreed. */
    FORBIDDEN
}
