package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.time.HolidayCalendar;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.Reason;

/** Nothing leaves on weekends and holidays of the debtor's or the creditor's country. */
class Rule09SendingDaysTest {

    private static final LocalDate SATURDAY = DUE.plusDays(5);
    private static final LocalDate MONDAY = DUE.plusDays(7);

    private static HolidayCalendar closed(String country, LocalDate holiday) {
        return new HolidayCalendar() {
            @Override
            public String country() {
                return country;
            }

            @Override
            public boolean isBusinessDay(LocalDate day) {
                return !day.equals(holiday) && day.getDayOfWeek().getValue() <= 5;
            }
        };
    }

    @Test
    void nothingLeavesOnAWeekend() {
        Case file = new Case().with("A", 2);
        Answer answer = file.answer("A", SATURDAY);
        assertEquals(Reason.NO_SENDING_DAY, answer.reason());
        assertEquals(Optional.of(MONDAY), answer.nextDate());
        assertEquals(List.of(), file.plan(SATURDAY).messages());
        assertEquals(Reason.ACT, file.reason("A", MONDAY));
    }

    @Test
    void holidaysOfTheDebtorsAndOfTheCreditorsCountryCount() {
        for (String country : List.of("FR", "DE")) {
            Case file = new Case().with("A", 0);
            file.debtor = Case.business().country("DE").build();
            file.law = new Law(List.of(), List.of(closed(country, MONDAY)));
            assertEquals(Reason.NO_SENDING_DAY, file.reason("A", MONDAY), country);
            assertEquals(
                    Optional.of(MONDAY.plusDays(1)), file.answer("A", MONDAY).nextDate());
        }
    }

    @Test
    void noTaskArisesOnADayNobodyWorks() {
        Case file =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(18));
        assertEquals(Reason.NO_SENDING_DAY, file.reason("A", DUE.plusDays(26)));
        assertEquals(Optional.of("call"), file.answer("A", DUE.plusDays(26)).step());
    }

    @Test
    void anAnnouncedDateIsAlwaysASendingDay() {
        Case file = new Case().with("A", 2);
        assertEquals(Optional.of(MONDAY), file.answer("A", DUE).nextDate());
    }

    @Test
    void aCalendarThatIsAlwaysClosedDoesNotHang() {
        Case file = new Case().with("A", 0);
        file.law = new Law(List.of(), List.of(new HolidayCalendar() {
            @Override
            public String country() {
                return "FR";
            }

            @Override
            public boolean isBusinessDay(LocalDate day) {
                return false;
            }
        }));
        assertEquals(Reason.NO_SENDING_DAY, file.reason("A", DUE.plusDays(3)));
    }
}
