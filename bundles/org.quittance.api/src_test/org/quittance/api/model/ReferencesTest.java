package org.quittance.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Check digits of references and accounts, against published examples. */
class ReferencesTest {

    @Test
    void makesReferencesWithTheRightCheckDigits() {
        Map.of("539007547034", "RF18539007547034", "F2026001234", "RF62F2026001234", "INV20260042", "RF73INV20260042")
                .forEach((text, reference) ->
                        assertEquals(reference, CreditorReference.of(text).value()));
        assertEquals("RF741", CreditorReference.of("1").value());
    }

    @Test
    void keepsTheLastCharactersOfALongText() {
        assertEquals(
                "23456789012345678901X",
                CreditorReference.of("12-3456 7890/1234567890-1x").value().substring(4));
    }

    @Test
    void refusesAReferenceWhoseCheckDigitsDoNotMatch() {
        assertThrows(IllegalArgumentException.class, () -> new CreditorReference("RF19539007547034"));
        assertThrows(IllegalArgumentException.class, () -> new CreditorReference("RF18539007547034*"));
        assertThrows(IllegalArgumentException.class, () -> CreditorReference.of("—"));
    }

    @Test
    void tellsValidAccountsFromInvalidOnes() {
        assertTrue(BankAccount.isValidIban("FR7630006000011234567890189"));
        assertTrue(BankAccount.isValidIban("FR1420041010050500013M02606"));
        assertTrue(BankAccount.isValidIban("CH9300762011623852957"));
        assertFalse(BankAccount.isValidIban("FR7630006000011234567890188"));
    }
}
