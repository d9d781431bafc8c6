package org.quittance.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One holiday: a day per year, kept in some years. Written as one line of a country's file:
 *
 * <pre>
 * fixed 12-25                  every year on that day
 * easter +39                   days after Easter Sunday
 * monday first 05              the first (last) Monday of a month
 * once 2023-05-08              only then
 * … from 2026                  any of them, since that year
 * … until 2013                 any of them, to that year inclusive
 * … except 2012,2022           any of them, but not in those years
 * </pre>
 */
final class HolidayRule {

    private static final Pattern LINE = Pattern.compile("(fixed|easter|monday|once) (\\S+(?: [0-9]{2})?)"
            + "(?: from ([0-9]{4}))?(?: until ([0-9]{4}))?(?: except ([0-9,]+))?");

    private final IntFunction<LocalDate> day;
    private final int firstYear;
    private final int lastYear;
    private final Set<Integer> exceptions;

    private HolidayRule(IntFunction<LocalDate> day, int firstYear, int lastYear, Set<Integer> exceptions) {
        this.day = day;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.exceptions = exceptions;
    }

    /** Reads one line; {@link IllegalArgumentException} or a date exception where it is not such a rule. */
    static HolidayRule parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("«" + line + "» is not a rule");
        }
        String when = matcher.group(2);
        return switch (matcher.group(1)) {
            case "fixed" -> within(matcher, fixed(MonthDay.parse("--" + when)));
            case "easter" -> within(matcher, easter(Integer.parseInt(when)));
            case "monday" -> within(matcher, monday(when));
            default -> once(LocalDate.parse(when));
        };
    }

    /** The day in that year, if it is kept then. */
    Optional<LocalDate> in(int year) {
        boolean kept = year >= firstYear && year <= lastYear && !exceptions.contains(year);
        return kept ? Optional.of(day.apply(year)) : Optional.empty();
    }

    private static IntFunction<LocalDate> fixed(MonthDay date) {
        return date::atYear;
    }

    private static IntFunction<LocalDate> easter(int offsetDays) {
        return year -> Easter.of(year).plusDays(offsetDays);
    }

    private static IntFunction<LocalDate> monday(String ordinalAndMonth) {
        String[] words = ordinalAndMonth.split(" ");
        if (words.length != 2 || !Set.of("first", "last").contains(words[0])) {
            throw new IllegalArgumentException("«monday " + ordinalAndMonth + "»: expected first or last, and a month");
        }
        Month month = Month.of(Integer.parseInt(words[1]));
        return year -> LocalDate.of(year, month, 1)
                .with(
                        words[0].equals("first")
                                ? TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)
                                : TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    private static HolidayRule once(LocalDate date) {
        return new HolidayRule(year -> date, date.getYear(), date.getYear(), Set.of());
    }

    private static HolidayRule within(MatchResult line, IntFunction<LocalDate> day) {
        int first = line.group(3) == null ? Integer.MIN_VALUE : Integer.parseInt(line.group(3));
        int last = line.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(line.group(4));
        Set<Integer> exceptions = line.group(5) == null
                ? Set.of()
                : Stream.of(line.group(5).split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
        return new HolidayRule(day, first, last, exceptions);
    }
}
