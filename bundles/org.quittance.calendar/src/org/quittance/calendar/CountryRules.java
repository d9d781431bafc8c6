package org.quittance.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The public holidays of one country, read from its file: one {@link HolidayRule} per line, {@code #} begins a comment,
 * {@code substitute} alone on a line gives a holiday that falls on a weekend the next day that is free, {@code source} names
 * the law and {@code checked} the day on which it was read. Immutable.
 */
final class CountryRules {

    private final List<HolidayRule> rules;
    private final boolean substitutes;

    private CountryRules(List<HolidayRule> rules, boolean substitutes) {
        this.rules = List.copyOf(rules);
        this.substitutes = substitutes;
    }

    static CountryRules shipped(String country) {
        String name = country + ".calendar";
        try (InputStream stream = CountryRules.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the bundle org.quittance.calendar");
            }
            return read(name, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of org.quittance.calendar cannot be read", e);
        }
    }

    static CountryRules read(String name, Reader reader) throws IOException {
        List<HolidayRule> rules = new ArrayList<>();
        boolean substitutes = false;
        Optional<String> source = Optional.empty();
        Optional<LocalDate> checked = Optional.empty();
        int number = 0;
        List<String> lines = new BufferedReader(reader).lines().toList();
        for (String raw : lines) {
            number++;
            String line = raw.replaceFirst("#.*", "").strip().replaceAll("\\s+", " ");
            try {
                if (line.startsWith("source ")) {
                    source = Optional.of(line);
                } else if (line.startsWith("checked ")) {
                    checked = Optional.of(LocalDate.parse(line.substring("checked ".length())));
                } else if (line.equals("substitute")) {
                    substitutes = true;
                } else if (!line.isEmpty()) {
                    rules.add(HolidayRule.parse(line));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalStateException(name + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        if (source.isEmpty() || checked.isEmpty()) {
            throw new IllegalStateException(name + " does not say its source and when it was checked");
        }
        return new CountryRules(rules, substitutes);
    }

    /** Every holiday of a year, in order, those on weekends included. */
    TreeSet<LocalDate> holidays(int year) {
        TreeSet<LocalDate> days = new TreeSet<>();
        rules.forEach(rule -> rule.in(year).ifPresent(days::add));
        if (substitutes) {
            List.copyOf(days).stream().filter(CountryRules::isWeekend).forEach(day -> days.add(freeAfter(day, days)));
        }
        return days;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate freeAfter(LocalDate holiday, TreeSet<LocalDate> taken) {
        LocalDate day = holiday.plusDays(1);
        while (isWeekend(day) || taken.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
