package org.quittance.interest.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.Anchor;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.RatePeriod;
import org.quittance.api.interest.RateRule;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.ReferenceDay;
import org.quittance.api.interest.ReferenceRate;

/** The shipped table has no hole, and what an administrator adds is taken as it stands or refused by its line. */
class ReferenceRatesTest {

    private static final RateRule PLUS_TEN = new RateRule(
            "ecb-mro",
            BigDecimal.ONE,
            new Figure(BigDecimal.TEN, "test", LocalDate.EPOCH, true, false),
            BigDecimal.ZERO,
            Anchor.SEMESTER,
            ReferenceDay.FIRST_DAY);

    private final List<ReferenceRate> shipped = new EuropeanCentralBankRates().rates();

    @Test
    void everySemesterSince2015IsKnownAndNoneAheadOfItsDay() {
        List<RatePeriod> periods = RateTable.of(PLUS_TEN, shipped).periods();
        assertEquals("2015-S1", periods.get(0).name());
        assertEquals("2026-S2", periods.get(periods.size() - 1).name());
        assertEquals(24, periods.size());
    }

    @Test
    void stepsFollowEachOtherWithoutAHole() {
        for (int i = 1; i < shipped.size(); i++) {
            assertEquals(shipped.get(i - 1).until().plusDays(1), shipped.get(i).from());
        }
    }

    @Test
    void anAddedSemesterIsUsed() {
        List<ReferenceRate> added = added("ecb-mro", "2027-01-05", false, "2027-S1 2.65");
        assertEquals("12.65", rate(RateTable.of(PLUS_TEN, both(added)), "2027-02-01"));
        assertEquals("12.40", rate(RateTable.of(PLUS_TEN, both(added)), "2026-12-31"));
    }

    @Test
    void aLaterCheckedFigureReplacesAnEarlierOne() {
        List<ReferenceRate> corrected = added("ecb-mro", "2026-12-01", true, "2026-07-01 2.41");
        RatePeriod period = RateTable.of(PLUS_TEN, both(corrected))
                .on(LocalDate.of(2026, 8, 1))
                .orElseThrow();
        assertEquals("12.41", period.rate().toPlainString());
        List<ReferenceRate> older = added("ecb-mro", "2026-01-01", true, "2026-07-01 9.99");
        assertEquals("12.40", rate(RateTable.of(PLUS_TEN, both(older)), "2026-08-01"));
    }

    @Test
    void aFigureWithoutASourceThatWasReadIsMissing() {
        List<ReferenceRate> unsourced = added("ecb-mro", "2027-01-05", false, "2027-S1 2.65 unsourced");
        assertTrue(RateTable.of(PLUS_TEN, both(unsourced))
                .on(LocalDate.of(2027, 2, 1))
                .isEmpty());
    }

    @Test
    void aLineThatIsNotUnderstoodIsNamed() {
        for (String line :
                List.of("2027-S3 2.65", "2027-S1", "2027-S1 a lot", "2027-02-30 1", "2027-02-01..2027-01-01 1")) {
            IllegalStateException fault = assertThrows(
                    IllegalStateException.class, () -> added("ecb-mro", "2027-01-05", false, "2026-S1 2.15", line));
            assertTrue(fault.getMessage().startsWith("rates of ecb-mro, line 5: "), fault.getMessage());
        }
    }

    private List<ReferenceRate> both(List<ReferenceRate> added) {
        return Stream.concat(shipped.stream(), added.stream()).toList();
    }

    private static String rate(RateTable table, String day) {
        return table.on(LocalDate.parse(day)).orElseThrow().rate().toPlainString();
    }

    private static List<ReferenceRate> added(String index, String checked, boolean validated, String... rates) {
        return new AdministratorRates(new AdministratorRates.Added() {

                    @Override
                    public Class<? extends Annotation> annotationType() {
                        return AdministratorRates.Added.class;
                    }

                    @Override
                    public String index() {
                        return index;
                    }

                    @Override
                    public String[] rates() {
                        return rates;
                    }

                    @Override
                    public String source() {
                        return "Journal officiel, fictitious";
                    }

                    @Override
                    public String checked() {
                        return checked;
                    }

                    @Override
                    public boolean validated() {
                        return validated;
                    }
                })
                .rates();
    }
}
