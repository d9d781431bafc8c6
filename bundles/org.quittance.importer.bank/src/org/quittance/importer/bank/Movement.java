package org.quittance.importer.bank;

import java.time.LocalDate;
import org.quittance.api.model.Money;

/**
 * One movement as it stands in the file, before it has a key.
 *
 * @param amount signed: what comes in is positive
 * @param bankReference the bank's own reference of it, unique by the rules of the format; empty text if it has none
 */
record Movement(
        long line,
        LocalDate booked,
        LocalDate value,
        Money amount,
        boolean reversal,
        String bankReference,
        Details details) {}
