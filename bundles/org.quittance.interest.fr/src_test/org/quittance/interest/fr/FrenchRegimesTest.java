package org.quittance.interest.fr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/** Which debtor is under which regime, what each may be asked for, and what the data files must hold. */
class FrenchRegimesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-15");

    private final InterestRegime business = new FrenchBusinessInterest();
    private final InterestRegime publicBuyer = new FrenchPublicInterest();
    private final InterestRegime consumer = new FrenchConsumerInterest();

    @Test
    void everyKnownKindHasExactlyOneRegimeAndUnknownHasNone() {
        for (DebtorKind kind : DebtorKind.values()) {
            List<String> regimes = List.of(business, publicBuyer, consumer).stream()
                    .filter(regime -> regime.governs("FR", kind))
                    .map(InterestRegime::id)
                    .toList();
            assertEquals(kind == DebtorKind.UNKNOWN ? 0 : 1, regimes.size(), kind + " is governed by " + regimes);
        }
        assertFalse(business.governs("DE", DebtorKind.BUSINESS));
    }

    @Test
    void onlyContractsBetweenBusinessesMayAgreeALateFee() {
        assertEquals(Set.of(ChargeKind.values()), business.titles());
        assertEquals(Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY), publicBuyer.titles());
        assertEquals(Set.of(ChargeKind.INTEREST), consumer.titles());
    }

    @Test
    void theIndemnityExistsInEurosOnlyAndSinceItsDecree() {
        Money euros = Money.parse("100.00", "EUR");
        assertEquals(Optional.of(Money.parse("40.00", "EUR")), business.indemnity(euros, DAY));
        assertEquals(Optional.empty(), business.indemnity(Money.parse("100.00", "CHF"), DAY));
        assertEquals(Optional.empty(), business.indemnity(euros, LocalDate.parse("2012-12-31")));
        assertEquals(Optional.empty(), business.indemnity(euros.negated(), DAY));
    }

    @Test
    void interestRunsInAnyCurrencyAndRoundsToItsMinorUnit() {
        InterestAnswer answer = business.interest(new InterestQuestion(Money.parse("100000", "JPY"), DAY, DAY, DAY));
        assertEquals("33", answer.segments().get(0).interest().toDecimalString());
    }

    @Test
    void halfACentRoundsUpOncePerSegment() {
        LocalDate first = LocalDate.parse("2024-01-01");
        InterestQuestion tenDays = new InterestQuestion(Money.parse("1.46", "EUR"), first, first, first.plusDays(9));
        assertEquals("0.01", sumOf(business.interest(tenDays)));
        InterestQuestion exactHalf = new InterestQuestion(Money.parse("9125.00", "EUR"), first, first, first);
        assertEquals("3.63", sumOf(business.interest(exactHalf)));
    }

    @Test
    void aRateThatNoSourceSupportsIsMissing() throws IOException {
        InterestRegime regime = new FrenchConsumerInterest(DataFile.shipped("regimes.json"), rates("false", "2026-S1"));
        InterestAnswer answer = regime.interest(new InterestQuestion(Money.parse("100", "EUR"), DAY, DAY, DAY));
        assertEquals("2026-S1", answer.missing().orElseThrow().period());
    }

    @Test
    void aFaultInTheDataNamesFileAndPlace() {
        IllegalStateException noSource = assertThrows(
                IllegalStateException.class,
                () -> SemesterRates.in(file("{\"rates\":[{\"period\":\"2026-S1\",\"value\":\"1\"}]}")));
        assertTrue(noSource.getMessage().contains("test.json, 2026-S1: «source»"), noSource.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SemesterRates.in(rates("true", "2026-S3")));
        assertThrows(IllegalStateException.class, () -> DataFile.shipped("no-such-file.json"));
    }

    @Test
    void semestersAreContiguousInBothFiles() {
        for (String name : List.of("mro.json", "legal-rate.json")) {
            SemesterRates rates = SemesterRates.in(DataFile.shipped(name));
            for (Semester at = Semester.parse("2015-S1");
                    at.compareTo(Semester.parse("2026-S2")) <= 0;
                    at = at.next()) {
                assertTrue(rates.in(at).isPresent(), name + " has no " + at);
            }
        }
    }

    private static String sumOf(InterestAnswer answer) {
        return answer.segments().get(0).interest().toDecimalString();
    }

    private static DataFile rates(String sourced, String period) throws IOException {
        return file("{\"rates\":[{\"period\":\"" + period + "\",\"value\":\"1.00\",\"source\":\"test\","
                + "\"checked\":\"2026-01-01\",\"sourced\":" + sourced + ",\"validated\":false}]}");
    }

    private static DataFile file(String json) throws IOException {
        return DataFile.read("test.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
