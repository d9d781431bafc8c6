package org.quittance.service.policy;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When messages may reach a debtor: days of the week and hours of the day, where the debtor is. It narrows business days and never
 * opens a holiday. Letters are bound by its days only: nobody hears a letter box at night.
 *
 * @param days at least one, of Monday to Friday
 * @param from the first moment of the day
 * @param to the end, no longer inside; midnight is the end of the day
 */
public record SendingWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** The days that are business days where no holiday is. */
    public static final Set<DayOfWeek> WEEK = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** Business days at any hour: that of a policy that names none. */
    public static final SendingWindow BUSINESS_DAYS = new SendingWindow(WEEK, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public SendingWindow {
        days = Set.copyOf(days);
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (days.isEmpty() || !WEEK.containsAll(days)) {
            throw new IllegalArgumentException("days are " + days + ", expected some of Monday to Friday");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " to " + to + " is no time of one day");
        }
    }

    public boolean includes(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** Whether the hour is inside, on a day that is. */
    public boolean includes(LocalTime time) {
        return !time.isBefore(from) && !hasPassed(time);
    }

    /** Whether nothing more of a day is inside at that hour. */
    public boolean hasPassed(LocalTime time) {
        return !to.equals(LocalTime.MIDNIGHT) && !time.isBefore(to);
    }
}
