package org.quittance.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.model.Money;

class WrittenMoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56 | EUR | 1\u202f234,56\u00a0€ | €1,234.56",
                "1234.56 | GBP | 1\u202f234,56\u00a0£ | £1,234.56",
                "1234.56 | USD | 1\u202f234,56\u00a0USD | US$1,234.56",
                "-0.50 | CHF | -0,50\u00a0CHF | -CHF0.50",
                "1234 | JPY | 1\u202f234\u00a0JPY | JP¥1,234",
            })
    void noSignCanBeTakenForAnother(String amount, String currency, String french, String english) {
        Money money = Money.parse(amount, currency);
        assertEquals(french, WrittenMoney.of(money, Locale.FRENCH));
        assertEquals(english, WrittenMoney.of(money, Locale.ENGLISH));
    }
}
