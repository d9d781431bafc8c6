package org.quittance.matching.judge;

/**
 * What the firm allows. Amounts are minor units.
 *
 * @param bookFrom from this score on, of 1000, an entry is booked without asking
 * @param smallDifferenceMinor so much less than what is open closes the invoice all the same
 * @param bankFeeMinor a bank may have kept so much; closes the invoice. Zero: the rest stays open
 * @param discountPermille the discount debtors may take; closes the invoice. Zero: the rest stays open
 * @param discountDays from the day of the invoice to the last on which it may be taken; zero: on any day
 */
public record Rules(
        int bookFrom, long smallDifferenceMinor, long bankFeeMinor, int discountPermille, int discountDays) {

    public static final Rules USUAL = new Rules(950, 100, 0, 0, 0);

    private static final int PERMILLE = 1_000;

    /** What may be kept of an invoice that is paid on a day; zero for nothing. */
    long discount(long open, long issued, long paid) {
        boolean late = discountDays > 0 && paid > issued + discountDays;
        return late ? 0 : (open * discountPermille + PERMILLE / 2) / PERMILLE;
    }
}
