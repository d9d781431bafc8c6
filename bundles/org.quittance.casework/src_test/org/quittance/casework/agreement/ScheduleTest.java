package org.quittance.casework.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.model.Money;
import org.quittance.service.agreement.CommitmentService.Rhythm;

class ScheduleTest {

    private static final LocalDate MADE = LocalDate.of(2026, 3, 2);

    private static Money euros(String amount) {
        return Money.parse(amount, "EUR");
    }

    private static LocalDate workday(LocalDate day) {
        LocalDate open = day;
        while (open.getDayOfWeek() == DayOfWeek.SATURDAY || open.getDayOfWeek() == DayOfWeek.SUNDAY) {
            open = open.plusDays(1);
        }
        return open;
    }

    private static Schedule of(
            String principal, int count, LocalDate first, Optional<Instalment> down, Optional<BigDecimal> percent) {
        return Schedule.of(
                new Schedule.Wish(euros(principal), MADE, count, Rhythm.MONTH, first, down, percent),
                ScheduleTest::workday);
    }

    private static Money sum(Schedule schedule) {
        Money sum = euros("0.00");
        for (Instalment instalment : schedule.instalments()) {
            sum = sum.plus(instalment.amount());
        }
        return sum;
    }

    @Test
    void theLastInstalmentTakesTheRest() {
        Schedule schedule = of("100.00", 3, LocalDate.of(2026, 4, 1), Optional.empty(), Optional.empty());
        assertEquals(
                List.of(euros("33.33"), euros("33.33"), euros("33.34")),
                schedule.instalments().stream().map(Instalment::amount).toList());
        assertEquals(euros("0.00"), schedule.interest());
    }

    @Test
    void datesMoveToBankDaysAndThe31stComesBack() {
        Schedule schedule = of("100.00", 4, LocalDate.of(2026, 3, 31), Optional.empty(), Optional.empty());
        assertEquals(
                List.of(
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 6, 30)),
                schedule.instalments().stream().map(Instalment::on).toList());
    }

    @Test
    void aDownPaymentComesFirstAndTheRestIsDivided() {
        Instalment down = new Instalment(MADE, euros("400.00"));
        Schedule schedule = of("1000.00", 3, LocalDate.of(2026, 4, 1), Optional.of(down), Optional.empty());
        assertEquals(down, schedule.instalments().get(0));
        assertEquals(euros("1000.00"), sum(schedule));
        assertEquals(euros("200.00"), schedule.instalments().get(3).amount());
    }

    /** 1000 for 30 days, then 500 for 30 days, at 12 %: 9.863… and 4.931…, each half up. */
    @Test
    void interestRunsOnWhatIsLeft() {
        Schedule schedule =
                of("1000.00", 2, LocalDate.of(2026, 4, 1), Optional.empty(), Optional.of(new BigDecimal("12")));
        assertEquals(euros("509.86"), schedule.instalments().get(0).amount());
        assertEquals(LocalDate.of(2026, 5, 1), schedule.instalments().get(1).on());
        assertEquals(euros("504.93"), schedule.instalments().get(1).amount());
        assertEquals(euros("14.79"), schedule.interest());
    }

    @Test
    void whateverIsWishedTheInstalmentsAddUpAndRise() {
        Random random = new Random(20261121);
        for (int round = 0; round < 2_000; round++) {
            Money principal = Money.ofMinor(
                    10_000 + random.nextInt(10_000_000), euros("0.00").currency());
            Optional<Instalment> down = random.nextBoolean()
                    ? Optional.of(new Instalment(MADE, Money.ofMinor(1 + random.nextInt(9_000), principal.currency())))
                    : Optional.empty();
            Optional<BigDecimal> percent = random.nextBoolean()
                    ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(1_500), 2))
                    : Optional.empty();
            Schedule schedule = Schedule.of(
                    new Schedule.Wish(
                            principal,
                            MADE,
                            1 + random.nextInt(24),
                            Rhythm.values()[random.nextInt(3)],
                            MADE.plusDays(5 + random.nextInt(60)),
                            down,
                            percent),
                    ScheduleTest::workday);
            assertEquals(principal.plus(schedule.interest()), sum(schedule), "round " + round);
            for (int index = 1; index < schedule.instalments().size(); index++) {
                assertTrue(schedule.instalments()
                        .get(index)
                        .on()
                        .isAfter(schedule.instalments().get(index - 1).on()));
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        LocalDate first = LocalDate.of(2026, 4, 1);
        assertThrows(IllegalArgumentException.class, () -> of("0.02", 3, first, Optional.empty(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> of("10.00", 3, MADE, Optional.empty(), Optional.empty()));
        Instalment all = new Instalment(MADE, euros("10.00"));
        assertThrows(IllegalArgumentException.class, () -> of("10.00", 3, first, Optional.of(all), Optional.empty()));
    }
}
