package org.quittance.matching.judge;

/**
 * What the firm allows. Amounts are minor units.
 *
 * @param bookFrom from this score on, of 1000, an entry is booked without asking
 * @param smallDifferenceMinor so much less than what is open closes the invoice all the same
 * @param bankFeeMinor a bank may have kept so much; closes the invoice. Zero: the rest stays open
 * @param discountPermille the discount debtors may take; closes the invoice. Zero: the rest stays open
 */
public record Rules(int bookFrom, long smallDifferenceMinor, long bankFeeMinor, int discountPermille) {

    public static final Rules USUAL = new Rules(950, 100, 0, 0);
}
