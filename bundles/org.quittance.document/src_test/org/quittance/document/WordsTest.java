package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;

class WordsTest {

    private static final Words FR = Words.in(Locale.FRENCH);
    private static final Words EN = Words.in(Locale.ENGLISH);
    private static final Words DE = Words.in(Locale.GERMAN);

    @Test
    void everyLanguageHasTheSameWords() throws Exception {
        Set<Object> french = keys("fr");
        assertEquals(french, keys("en"));
        assertEquals(french, keys("de"));
        for (String name : Templates.NAMES) {
            assertTrue(name.equals("thank-you") || french.contains("step." + name), name);
        }
    }

    @Test
    void amountsAreWrittenAsTheLanguageWritesThem() {
        assertEquals("1\u202f234,56\u00a0€", FR.money(Samples.euros(123_456)));
        assertEquals("€1,234.56", EN.money(Samples.euros(123_456)));
        assertEquals("1.234,56\u00a0€", DE.money(Samples.euros(123_456)));
        assertEquals("−0,05\u00a0€", FR.money(Samples.euros(-5)));
        assertEquals("12\u202f345\u202f678,00\u00a0€", FR.money(Samples.euros(1_234_567_800)));
        assertEquals("123,00\u00a0€", FR.money(Samples.euros(12_300)));
        assertEquals("1\u202f234\u00a0JPY", FR.money(Money.ofMinor(1234, Currency.getInstance("JPY"))));
        assertEquals("CHF\u00a01,234.50", EN.money(Money.ofMinor(123_450, Currency.getInstance("CHF"))));
        assertEquals("12,40\u00a0%", FR.percent(new BigDecimal("12.40")));
        assertEquals("12.40%", EN.percent(new BigDecimal("12.40")));
    }

    @Test
    void datesAreWrittenAsTheLanguageWritesThem() {
        LocalDate date = LocalDate.of(2026, 11, 21);
        LocalDate first = LocalDate.of(2026, 8, 1);
        assertEquals("21 novembre 2026", FR.date(date));
        assertEquals("1er août 2026", FR.date(first));
        assertEquals("21 November 2026", EN.date(date));
        assertEquals("21. November 2026", DE.date(date));
        assertEquals("1. August 2026", DE.date(first));
        assertEquals("01/08/2026", FR.shortDate(first));
        assertEquals("1 Aug 2026", EN.shortDate(first));
        assertEquals("01.08.2026", DE.shortDate(first));
    }

    @Test
    void manyInvoicesAreCounted() {
        assertEquals("A", FR.invoices(List.of("A")));
        assertEquals("A, B et C", FR.invoices(List.of("A", "B", "C")));
        assertEquals("A, B, C et D", FR.invoices(List.of("A", "B", "C", "D")));
        assertEquals("A, B, C et 2 autres", FR.invoices(List.of("A", "B", "C", "D", "E")));
    }

    @Test
    void thePaymentCodeSaysWhatTheStandardSays() {
        BankAccount account = new BankAccount("EXEMPLE SARL", "FR7630006000011234567890189", Optional.empty());
        assertEquals(
                "BCD\n002\n1\nSCT\n\nEXEMPLE SARL\nFR7630006000011234567890189\nEUR10453.68\n\nRF62F2026001234",
                EpcPayload.of(account, Samples.euros(1_045_368), CreditorReference.of("F2026001234"))
                        .orElseThrow());
    }

    @Test
    void thereIsNoPaymentCodeOutsideTheStandard() {
        BankAccount account = new BankAccount("EXEMPLE SARL", "FR7630006000011234567890189", Optional.empty());
        CreditorReference reference = CreditorReference.of("1");
        assertTrue(EpcPayload.of(account, Samples.euros(99_999_999_999L), reference)
                .isPresent());
        assertTrue(EpcPayload.of(account, Samples.euros(1), reference).isPresent());
        assertTrue(EpcPayload.of(account, Samples.euros(100_000_000_000L), reference)
                .isEmpty());
        assertTrue(EpcPayload.of(account, Samples.euros(0), reference).isEmpty());
        assertTrue(EpcPayload.of(account, Samples.euros(-100), reference).isEmpty());
        assertTrue(EpcPayload.of(account, Money.ofMinor(100, Currency.getInstance("CHF")), reference)
                .isEmpty());
        BankAccount longName = new BankAccount("É".repeat(90), "FR7630006000011234567890189", account.bic());
        String payload = EpcPayload.of(longName, Samples.euros(100), reference).orElseThrow();
        assertEquals("É".repeat(70), payload.split("\n")[5]);
    }

    @Test
    void addressesFollowTheirPost() {
        PostalAddress lyon = new PostalAddress(List.of("8 place du Marché"), "69001", "Lyon", "FR");
        assertEquals(List.of("8 place du Marché", "69001 Lyon"), PostalLines.of(lyon, "FR", Locale.FRENCH));
        assertEquals(
                List.of("8 place du Marché", "69001 LYON", "FRANKREICH"), PostalLines.of(lyon, "DE", Locale.GERMAN));
        PostalAddress london = new PostalAddress(List.of("1 Sample Street"), "EC1A 1BB", "London", "GB");
        assertEquals(
                List.of("1 Sample Street", "LONDON", "EC1A 1BB", "ROYAUME-UNI"),
                PostalLines.of(london, "FR", Locale.FRENCH));
        PostalAddress dublin = new PostalAddress(List.of("1 Sample Street"), "", "Dublin", "IE");
        assertEquals(List.of("1 Sample Street", "Dublin"), PostalLines.of(dublin, "IE", Locale.ENGLISH));
    }

    private static Set<Object> keys(String language) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("words/words_" + language + ".properties")) {
            properties.load(in);
        }
        return new TreeSet<>(properties.keySet());
    }
}
