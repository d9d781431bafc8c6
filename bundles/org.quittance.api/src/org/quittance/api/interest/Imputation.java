package org.quittance.api.interest;

/** What a part payment settles first. Fixed indemnities and agreed fees come last in every order. */
public enum Imputation {
    /** Interest, then principal, then costs. */
    INTEREST_FIRST,
    /** Principal, then interest, then costs. */
    PRINCIPAL_FIRST,
    /** Costs, then interest, then principal. */
    COSTS_FIRST
}
