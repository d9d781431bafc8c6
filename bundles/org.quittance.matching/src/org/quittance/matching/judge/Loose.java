package org.quittance.matching.judge;

/**
 * Money of a payer who is known, that names nothing and has the amount of nothing. Others of his may make an invoice with it.
 *
 * @param debtor number in the index
 * @param sure whether nobody else can be meant
 * @param day of booking, as an epoch day
 * @param currency ISO 4217
 */
public record Loose(int debtor, boolean sure, long minor, long day, String currency) {}
