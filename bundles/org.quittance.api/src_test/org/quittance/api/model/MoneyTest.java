package org.quittance.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void neverMixesCurrencies() {
        Money euros = Money.ofMinor(100, EUR);
        Money francs = Money.ofMinor(100, Currency.getInstance("CHF"));
        assertThrows(IllegalArgumentException.class, () -> euros.plus(francs));
        assertThrows(IllegalArgumentException.class, () -> euros.compareTo(francs));
    }

    @Test
    void neverRoundsUnasked() {
        assertThrows(ArithmeticException.class, () -> Money.exact(new BigDecimal("0.005"), EUR));
        assertEquals(Money.ofMinor(1, EUR), Money.rounded(new BigDecimal("0.005"), EUR, RoundingMode.HALF_UP));
    }

    @Test
    void neverOverflowsSilently() {
        assertThrows(
                ArithmeticException.class,
                () -> Money.ofMinor(Long.MAX_VALUE, EUR).plus(Money.ofMinor(1, EUR)));
    }

    @Test
    void countsTheMinorUnitsOfTheCurrency() {
        assertEquals("1234", Money.parse("1234", "JPY").toDecimalString());
        assertEquals(1_234_560, Money.parse("1234.56", "BHD").minor());
    }
}
