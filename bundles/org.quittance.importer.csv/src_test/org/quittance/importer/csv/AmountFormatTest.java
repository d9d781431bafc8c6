package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountFormatTest {

    private static final AmountFormat ENGLISH = new AmountFormat('.', ',');
    private static final AmountFormat FRENCH = new AmountFormat(',', ' ');
    private static final AmountFormat SWISS = new AmountFormat('.', '\'');

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | 1,234.56 | 123456",
                "EUR | 12 | 1200",
                "EUR | 12.5 | 1250",
                "EUR | .50 | 50",
                "EUR | -0.01 | -1",
                "EUR | 5.00- | -500",
                "EUR | \u22127 | -700",
                "EUR | €12.50 | 1250",
                "EUR | 12.50 EUR | 1250",
                "JPY | 1,000 | 1000",
                "KWD | 1.234 | 1234",
                "EUR | 12,345,678.90 | 1234567890",
                "EUR | 92233720368547758.07 | 9223372036854775807"
            })
    void readsAmountsExactly(String currency, String text, long minor) throws RowProblem {
        assertEquals(minor, minor(ENGLISH, text, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,56", "1\u00A0234,56", "1\u202F234,56 €", "1234,56", "1\u202F234,56\u00A0EUR"})
    void readsFrenchAmountsWithEveryKindOfBlank(String text) throws RowProblem {
        assertEquals(123456, minor(FRENCH, text, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1'234.50", "1’234.50", "CHF 1'234.50"})
    void readsSwissAmounts(String text) throws RowProblem {
        assertEquals(123450, minor(SWISS, text, "CHF"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "12.",
                "1,23",
                "1,2345",
                "12,34.00",
                "1234,567.00",
                "1,23,456.00",
                ",123",
                "1.2.3",
                "1e3",
                "--1",
                "0x10",
                "1 234",
                "٣"
            })
    void refusesWhatIsNoAmount(String text) {
        RowProblem problem = assertThrows(RowProblem.class, () -> minor(ENGLISH, text, "EUR"));
        assertEquals("Amount", problem.field());
        assertTrue(problem.getMessage().contains("1,234.56"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345", "1.230", "0.000"})
    void refusesMoreDecimalsThanTheCurrencyHas(String text) {
        RowProblem problem = assertThrows(RowProblem.class, () -> minor(ENGLISH, text, "EUR"));
        assertTrue(problem.getMessage().contains("«" + text + "» has 3 decimals, but EUR has 2"), problem.getMessage());
    }

    @Test
    void refusesDecimalsOfACurrencyWithout() {
        assertThrows(RowProblem.class, () -> minor(ENGLISH, "10.5", "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50 USD", "$12.50", "£1"})
    void refusesAnAmountMarkedWithAnotherCurrency(String text) {
        RowProblem problem = assertThrows(RowProblem.class, () -> minor(ENGLISH, text, "EUR"));
        assertTrue(problem.getMessage().contains("the currency of this row is EUR"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "99999999999999999999", "1000000000000000000"})
    void refusesAmountsThatOverflow(String text) {
        RowProblem problem = assertThrows(RowProblem.class, () -> minor(ENGLISH, text, "EUR"));
        assertTrue(problem.getMessage().contains("too large"), problem.getMessage());
    }

    @Test
    void agreesWithBigDecimalOnRandomAmounts() throws RowProblem {
        Random random = new Random(20261120);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(3));
            long expected = amount.setScale(2).unscaledValue().bitLength() > 62
                    ? 0
                    : amount.movePointRight(2).longValueExact();
            if (expected != 0) {
                assertEquals(expected, minor(ENGLISH, amount.toPlainString(), "EUR"), amount.toPlainString());
            }
        }
    }

    private static long minor(AmountFormat format, String text, String currency) throws RowProblem {
        Slice slice = new Slice();
        slice.set(text);
        return format.minor(slice, Currency.getInstance(currency), "Amount");
    }
}
