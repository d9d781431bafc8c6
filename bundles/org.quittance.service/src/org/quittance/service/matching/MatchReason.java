package org.quittance.service.matching;

/** Why an entry is thought to pay what it is matched with. */
public enum MatchReason {
    /** A structured reference or end-to-end identifier names what is paid, and the amount is what is open. */
    REFERENCE,
    /** The payment reference printed in a letter: it pays what that letter asks for. */
    LETTER_REFERENCE,
    /** The text names the invoice or invoices, and the amount is what is open of them. */
    NUMBER,
    /** The text names an invoice with a slip of the pen; amount and payer agree. */
    NUMBER_MISSPELT,
    /** Of the numbers in the text some are of invoices that sum to the amount. */
    NUMBERS_AMONG_OTHERS,
    /** The text names the invoice, and the amount is its next instalment. */
    INSTALMENT,
    /** The text names the invoice, and the amount is a part of what is open. */
    PART_PAYMENT,
    /** The text names the invoice; the debtor took the discount. */
    DISCOUNT,
    /** The text names the invoice; a bank kept its fee. */
    BANK_FEE,
    /** The text names the invoice; the difference is too small to ask for. */
    SMALL_DIFFERENCE,
    /** The text names some invoices; with others of the same debtor they sum to the amount. */
    NUMBER_AND_MORE,
    /** The text names invoices; the amount is more than is open of them. */
    OVERPAID,
    /** The payer is known, and only one of his invoices has this amount. */
    PAYER_AND_AMOUNT,
    /** The payer is known, and the amount is all that is open of him. */
    PAYER_ALL_OPEN,
    /** The payer is known, and only these of his invoices sum to the amount. */
    PAYER_COMBINED,
    /** The payer is known; several of his invoices, or several choices of them, have this amount. */
    PAYER_SEVERAL,
    /** The payer is known, and nothing of his has this amount. */
    PAYER_ONLY,
    /** The payer is known; this payment and others of his together make exactly one of his invoices. */
    PAYMENTS_TOGETHER,
    /** Only one open invoice of all has this amount. */
    AMOUNT_ONLY,
    /** A payment came back that was booked before. */
    RETURNED,
    /** A person said so. */
    PERSON
}
