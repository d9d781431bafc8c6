package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.time.HolidayCalendar;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.SendingWindow;

/** Nothing leaves on weekends and holidays of the debtor's or the creditor's country, or on a day outside the policy's window. */
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
    void nothingLeavesOnADayOutsideTheWindowOfThePolicy() {
        Case file = new Case().with("A", 0);
        file.policy = within(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        Answer answer = file.answer("A", MONDAY);
        assertEquals(Reason.OUTSIDE_WINDOW, answer.reason());
        assertEquals(Optional.of(MONDAY.plusDays(2)), answer.nextDate());
        assertEquals(Reason.ACT, file.reason("A", MONDAY.plusDays(2)));
        assertEquals(Reason.NO_SENDING_DAY, file.reason("A", SATURDAY), "a weekend is a weekend first");
    }

    /** A call is made by a person of the creditor, whom no window binds. */
    @Test
    void theWindowDoesNotBindTasks() {
        Case file =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(18));
        file.policy = within(DayOfWeek.WEDNESDAY);
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(28)));
    }

    private static Policy within(DayOfWeek... days) {
        Policy policy = Case.shipped("standard");
        return new Policy(
                policy.id(),
                policy.hash(),
                policy.names(),
                policy.minimumOpen(),
                policy.minimumGapDays(),
                policy.bankAgeMaxDays(),
                policy.transitDays(),
                policy.thanks(),
                policy.steps(),
                policy.agreements(),
                new SendingWindow(Set.of(days), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
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
