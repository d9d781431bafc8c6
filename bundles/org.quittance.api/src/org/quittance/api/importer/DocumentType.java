package org.quittance.api.importer;

/** What an invoice document is, whatever its type code is in its format. */
public enum DocumentType {
    INVOICE,
    CREDIT_NOTE,
    /** Replaces an earlier invoice, which it names. */
    CORRECTIVE_INVOICE,
    /** Asks for money before delivery; the final invoice sets it off. */
    ADVANCE_INVOICE,
    /** States the whole and what advance invoices already asked for. */
    FINAL_INVOICE,
    /** Made out by the buyer in the seller's name. */
    SELF_BILLED_INVOICE,
    /** Sold to a factor, who is to be paid. */
    FACTORED_INVOICE
}
