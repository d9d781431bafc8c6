package org.quittance.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.time.HolidayCalendar;

/** Every shipped calendar against a list of its holidays, and the rules that make them. */
class CalendarsTest {

    private static final Map<String, HolidayCalendar> CALENDARS = Stream.<HolidayCalendar>of(
                    new FrenchCalendar(),
                    new GermanCalendar(),
                    new BelgianCalendar(),
                    new LuxembourgCalendar(),
                    new SpanishCalendar(),
                    new ItalianCalendar(),
                    new DutchCalendar(),
                    new BritishCalendar(),
                    new SwissCalendar(),
                    new AustrianCalendar())
            .collect(Collectors.toMap(HolidayCalendar::country, Function.identity()));

    static List<String> listedYears() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CalendarsTest.class.getResourceAsStream("holidays-2024-2028.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void everyCalendarIsListedForFiveYears() throws IOException {
        assertEquals(CALENDARS.size() * 5, listedYears().size());
    }

    @ParameterizedTest
    @MethodSource("listedYears")
    void closedWeekdaysAreExactlyTheListedOnes(String line) {
        String[] words = line.split(" ", 3);
        HolidayCalendar calendar = Objects.requireNonNull(CALENDARS.get(words[0]));
        LocalDate first = LocalDate.of(Integer.parseInt(words[1]), 1, 1);
        String closed = first.datesUntil(first.plusYears(1))
                .filter(day -> !CountryRules.isWeekend(day) && !calendar.isBusinessDay(day))
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
        assertEquals(words[2], closed);
    }

    @Test
    void weekendsAreNeverBusinessDays() {
        LocalDate saturday = LocalDate.parse("2026-11-21");
        CALENDARS.values().forEach(calendar -> {
            assertFalse(calendar.isBusinessDay(saturday));
            assertFalse(calendar.isBusinessDay(saturday.plusDays(1)));
            assertTrue(calendar.isBusinessDay(saturday.plusDays(2)));
            assertFalse(calendar.isBusinessDay(LocalDate.parse("2999-01-01")), "years far away are worked out too");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1685-04-22",
                "2011-04-24",
                "2012-04-08",
                "2019-04-21",
                "2024-03-31",
                "2026-04-05",
                "2038-04-25",
                "2285-03-22"
            })
    void easterFallsWhereTheChurchPutsIt(String sunday) {
        LocalDate day = LocalDate.parse(sunday);
        assertEquals(day, Easter.of(day.getYear()));
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 2010-12-27 2010-12-28",
        "GB, 2011-01-03 2011-04-29 2011-12-26 2011-12-27",
        "GB, 2012-06-04 2012-06-05",
        "GB, 2020-05-08",
        "GB, 2022-01-03 2022-06-02 2022-06-03 2022-09-19 2022-12-27",
        "NL, 2012-04-30",
        "DE, 2017-10-31",
        "IT, 2011-03-17"
    })
    void daysOfSingleYearsAreKept(String country, String days) {
        HolidayCalendar calendar = Objects.requireNonNull(CALENDARS.get(country));
        for (String day : days.split(" ")) {
            assertFalse(calendar.isBusinessDay(LocalDate.parse(day)), day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 2022-05-30",
        "GB, 2020-05-04",
        "NL, 2014-04-30",
        "LU, 2018-05-09",
        "DE, 2018-10-31",
        "FR, 2025-12-26"
    })
    void otherYearsAndCountriesWorkOnThoseDays(String country, String day) {
        assertTrue(Objects.requireNonNull(CALENDARS.get(country)).isBusinessDay(LocalDate.parse(day)));
    }

    @Test
    void aFaultInARuleNamesFileAndLine() {
        for (String rule :
                List.of("fixed 13-01", "monday third 05", "monday 05", "easter soon", "once 2026-02-30", "holy day")) {
            String text = "source test\nchecked 2026-01-01\n" + rule;
            IllegalStateException fault = assertThrows(
                    IllegalStateException.class, () -> CountryRules.read("XX.calendar", new StringReader(text)), rule);
            assertTrue(fault.getMessage().startsWith("XX.calendar, line 3: "), fault.getMessage());
        }
        assertThrows(
                IllegalStateException.class, () -> CountryRules.read("XX.calendar", new StringReader("fixed 01-01")));
    }
}
