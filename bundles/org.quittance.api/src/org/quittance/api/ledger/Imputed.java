package org.quittance.api.ledger;

import java.time.LocalDate;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * The part of a payment, which the ledger holds as an unallocated credit, that paid something the ledger of invoices knows nothing
 * of. It is the creditor's for as long as the payment is: when the ledger reports the credit as cancelled, it falls.
 */
public sealed interface Imputed extends CaseRecord permits ImputedInterest, ImputedCharge {

    /** The payment as the ledger lists it. */
    ItemKey credit();

    /** Positive. */
    Money amount();

    /** The day it was found. */
    LocalDate on();

    boolean isTakenBack();

    /** The same after the payment was taken back, to be recorded in its place. */
    Imputed takenBack();
}
