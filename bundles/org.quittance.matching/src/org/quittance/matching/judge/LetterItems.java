package org.quittance.matching.judge;

import java.util.List;

/** What a letter asked for, by the payment reference printed in it. */
@FunctionalInterface
public interface LetterItems {

    /** Knows no letters. */
    LetterItems NONE = reference -> List.of();

    /**
     * @param reference the base of the structured reference: its letters and digits without RF and check digits
     * @return the printed numbers of the invoices; empty if no letter has it
     */
    List<String> numbers(String reference);
}
