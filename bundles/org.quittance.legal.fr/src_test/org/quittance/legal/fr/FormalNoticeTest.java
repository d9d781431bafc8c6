package org.quittance.legal.fr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.legal.FormalNotice;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.PostalAddress;

/** What the notice says to each kind of debtor in each language, and what keeps it from being complete. */
class FormalNoticeTest {

    private static final List<String> LANGUAGES = List.of("fr", "en", "de");

    private final FrenchLegalEscalation escalation = new FrenchLegalEscalation();

    static Stream<Locale> languages() {
        return LANGUAGES.stream().map(Locale::forLanguageTag);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void businessesReadTheCommercialCode(Locale language) {
        String text = text(Sample.withCharges(Sample.facts(language)), Sample.debtor(DebtorKind.BUSINESS));
        assertCites(text, "1344", "1231-6", "L441-10", "D441-5", "1405");
        assertFalse(text.contains("L2192"), text);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void publicBodiesReadTheirOwnCodeAndNothingOfAnInjonction(Locale language) {
        String text = text(Sample.withCharges(Sample.facts(language)), Sample.debtor(DebtorKind.PUBLIC));
        assertCites(text, "1344", "L2192-13", "R2192-31", "D2192-35", "R541-1");
        for (String word : List.of("injonction", "order for payment", "Zahlungsbefehl", "Mahnverfahren", "L441-10")) {
            assertFalse(text.contains(word), word + " in: " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void consumersReadOfTheLegalRateFromTheNoticeOnly(Locale language) {
        String text = text(Sample.facts(language), Sample.debtor(DebtorKind.CONSUMER));
        assertCites(text, "1344-1", "1231-6", "L111-8");
        assertFalse(text.contains("L441-10"), text);
        assertFalse(text.contains("L125-1"), "above the ceiling of small claims: " + text);
        String small = text(
                Sample.facts(language, "5000.00").deadline(LocalDate.parse("2026-09-15")),
                Sample.debtor(DebtorKind.CONSUMER));
        assertCites(small, "L125-1", "750-1");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void debtorsOfUnknownKindReadWhatHoldsForAll(Locale language) {
        String text = text(Sample.facts(language), Sample.debtor(DebtorKind.UNKNOWN));
        assertCites(text, "1344-1", "1231-6");
        assertFalse(text.contains("L441-10") || text.contains("L2192") || text.contains("1405"), text);
    }

    @Test
    void businessesAbroadReadOfTheEuropeanOrderInsideTheUnionOnly() {
        assertCites(
                text(
                        Sample.facts(Locale.GERMAN),
                        Sample.debtor(DebtorKind.BUSINESS, "DE").build()),
                "1896/2006");
        for (String country : List.of("DK", "CH", "GB")) {
            String text = text(
                    Sample.facts(Locale.ENGLISH),
                    Sample.debtor(DebtorKind.BUSINESS, country).build());
            assertFalse(text.contains("1896/2006") || text.contains("1405"), country + ": " + text);
        }
    }

    @Test
    void amountsAndDatesAreWrittenAsTheLanguageWritesThem() {
        String french = text(Sample.withCharges(Sample.facts(Locale.FRENCH)), Sample.debtor(DebtorKind.BUSINESS));
        assertCites(french, "10\u202f453,68\u00a0€", "15\u00a0septembre\u00a02026", "413,68\u00a0€", "40,00\u00a0€");
        String english = text(Sample.withCharges(Sample.facts(Locale.UK)), Sample.debtor(DebtorKind.BUSINESS));
        assertCites(english, "€10,453.68", "15\u00a0September\u00a02026");
        String german = text(
                Sample.facts(Locale.GERMAN).deadline(LocalDate.parse("2026-12-01")),
                Sample.debtor(DebtorKind.BUSINESS));
        assertCites(german, "10.000,00\u00a0€", "1.\u00a0Dezember\u00a02026");
        String first = text(
                Sample.facts(Locale.FRENCH).deadline(LocalDate.parse("2026-12-01")),
                Sample.debtor(DebtorKind.BUSINESS));
        assertCites(first, "1er\u00a0décembre\u00a02026");
    }

    @Test
    void whatIsDueButNotClaimedIsReserved() {
        String text = text(Sample.facts(Locale.FRENCH), Sample.debtor(DebtorKind.BUSINESS));
        assertCites(text, "restent réservées", "reste réservée");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void paragraphsAreCalmAndTypographicallyRight(Locale language) {
        for (DebtorKind kind : DebtorKind.values()) {
            for (String country : List.of("FR", "DE", "CH")) {
                String text = text(
                        Sample.facts(language), Sample.debtor(kind, country).build());
                assertFalse(
                        text.contains("'") || text.contains("{") || text.contains(" ;") || text.contains(" :"), text);
                for (String word :
                        List.of("dette", "saisie", "huissier", "poursuite", "debt", "seiz", "Schuld", "Pfänd")) {
                    assertFalse(text.contains(word), word + " in: " + text);
                }
            }
        }
    }

    @Test
    void everyLanguageHasTheSameParagraphs() {
        Set<String> keys = keys("fr");
        assertEquals(keys, keys("en"));
        assertEquals(keys, keys("de"));
    }

    @Test
    void eachThingThatIsMissingIsNamed() {
        Debtor business = Sample.debtor(DebtorKind.BUSINESS);
        MessageFacts.Builder facts = Sample.facts(Locale.FRENCH);
        assertMissing(
                "creditor.legalMentions",
                facts,
                Sample.creditor().legalMentions(List.of(" ")).build(),
                business);
        assertMissing(
                "creditor.accounts", facts, Sample.creditor().accounts(Map.of()).build(), business);
        assertMissing(
                "language", Sample.facts(Locale.ITALIAN), Sample.creditor().build(), business);
        assertMissing(
                "lines",
                Sample.facts(Locale.FRENCH).lines(List.of()),
                Sample.creditor().build(),
                business);
        assertMissing(
                "deadline",
                Sample.facts(Locale.FRENCH, "1.00"),
                Sample.creditor().build(),
                business);
        assertMissing(
                "principal",
                Sample.facts(Locale.FRENCH, "-1.00").deadline(LocalDate.parse("2026-09-15")),
                Sample.creditor().build(),
                business);
        MessageFacts.Builder reminder = MessageFacts.of(
                        DocumentKind.REMINDER, "firm", Locale.FRENCH, Sample.TODAY, Sample.euro("1.00"))
                .deadline(Sample.TODAY.plusDays(8))
                .lines(facts.build().lines());
        assertMissing("kind", reminder, Sample.creditor().build(), business);
    }

    @Test
    void theDebtorsAddressMustBeDeliverable() {
        Debtor.Builder debtor = Sample.debtor(DebtorKind.BUSINESS, "FR");
        assertMissing("debtor.address.lines", debtor.address(new PostalAddress(List.of(), "38000", "Grenoble", "FR")));
        assertMissing(
                "debtor.address.postalCode", debtor.address(new PostalAddress(List.of("1 rue"), "", "Grenoble", "FR")));
        Debtor irish = Sample.debtor(DebtorKind.BUSINESS, "IE")
                .address(new PostalAddress(List.of("1 Sample Street"), "", "Cork", "IE"))
                .build();
        assertFalse(text(Sample.facts(Locale.ENGLISH), irish).isBlank());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7})
    void aDeadlineOfLessThanEightDaysIsTooClose(int days) {
        assertMissing(
                "deadline",
                Sample.facts(Locale.FRENCH, "1.00").deadline(Sample.TODAY.plusDays(days)),
                Sample.creditor().build(),
                Sample.debtor(DebtorKind.BUSINESS));
    }

    @Test
    void eightDaysAreEnough() {
        assertFalse(text(
                        Sample.facts(Locale.FRENCH, "1.00").deadline(Sample.TODAY.plusDays(8)),
                        Sample.debtor(DebtorKind.BUSINESS))
                .isBlank());
    }

    @Test
    void nothingIsClaimedWithoutATitle() {
        for (DebtorKind kind : List.of(DebtorKind.CONSUMER, DebtorKind.UNKNOWN)) {
            Debtor debtor = Sample.debtor(kind);
            assertEquals(
                    List.of("interest", "indemnity"), missing(Sample.withCharges(Sample.facts(Locale.FRENCH)), debtor));
            assertEquals(List.of("fees"), missing(Sample.facts(Locale.FRENCH).fees(Sample.euro("15.00")), debtor));
        }
        MessageFacts.Builder lateFee = Sample.facts(Locale.FRENCH).fees(Sample.euro("15.00"));
        assertEquals(List.of("fees"), missing(lateFee, Sample.debtor(DebtorKind.PUBLIC)));
        assertCites(text(lateFee, Sample.debtor(DebtorKind.BUSINESS)), "1103", "15,00\u00a0€");
        assertEquals(
                List.of("interest", "indemnity"),
                missing(
                        Sample.withCharges(Sample.facts(Locale.FRENCH)),
                        Sample.debtor(DebtorKind.PUBLIC, "BE").build()));
    }

    @Test
    void aNoticeWaitsForAMissingRate() {
        assertEquals(
                List.of("interest"),
                missing(
                        Sample.facts(Locale.FRENCH).interestKnownUntil(LocalDate.parse("2026-12-31")),
                        Sample.debtor(DebtorKind.BUSINESS)));
    }

    @Test
    void onlyCreditorsInFranceAreGoverned() {
        Creditor belgian = Creditor.named(
                        Sample.creditor().build().id(),
                        "Modèle SA",
                        new PostalAddress(List.of("1 rue Modèle"), "1000", "Bruxelles", "BE"))
                .build();
        assertFalse(escalation.governs(belgian, Sample.debtor(DebtorKind.BUSINESS)));
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(ResourceBundle.getBundle("org.quittance.legal.fr.notice", Locale.forLanguageTag(language))
                .keySet());
    }

    private String text(MessageFacts.Builder facts, Debtor debtor) {
        FormalNotice notice =
                escalation.formalNotice(facts.build(), Sample.creditor().build(), debtor);
        return notice.fold(new FormalNotice.Cases<>() {
            @Override
            public String complete(MessageFacts complete) {
                return String.join("\n", complete.legalParagraphs());
            }

            @Override
            public String incomplete(List<String> missing) {
                throw new AssertionError("incomplete: " + missing);
            }
        });
    }

    private List<String> missing(MessageFacts.Builder facts, Debtor debtor) {
        return fields(facts, Sample.creditor().build(), debtor);
    }

    private void assertMissing(String field, Debtor.Builder debtor) {
        assertMissing(field, Sample.facts(Locale.FRENCH), Sample.creditor().build(), debtor.build());
    }

    private void assertMissing(String field, MessageFacts.Builder facts, Creditor creditor, Debtor debtor) {
        assertEquals(List.of(field), fields(facts, creditor, debtor));
    }

    private List<String> fields(MessageFacts.Builder facts, Creditor creditor, Debtor debtor) {
        return escalation.formalNotice(facts.build(), creditor, debtor).fold(new FormalNotice.Cases<>() {
            @Override
            public List<String> complete(MessageFacts complete) {
                return List.of();
            }

            @Override
            public List<String> incomplete(List<String> missing) {
                return missing.stream()
                        .map(sentence -> sentence.substring(0, sentence.indexOf(':')))
                        .toList();
            }
        });
    }

    private static void assertCites(String text, String... words) {
        for (String word : words) {
            assertTrue(text.contains(word), "«" + word + "» is not in: " + text);
        }
    }
}
