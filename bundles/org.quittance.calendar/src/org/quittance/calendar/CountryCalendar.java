package org.quittance.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.time.HolidayCalendar;

/**
 * Business days of one country. A year is worked out once and kept as bits by day of the year, so an answer is a look-up
 * without a lock; asked for one debtor after the other.
 */
public sealed class CountryCalendar implements HolidayCalendar
        permits AustrianCalendar,
                BelgianCalendar,
                BritishCalendar,
                DutchCalendar,
                FrenchCalendar,
                GermanCalendar,
                ItalianCalendar,
                LuxembourgCalendar,
                SpanishCalendar,
                SwissCalendar {

    /** Other years are worked out each time: nobody writes letters in them, and a wrong date must not fill the memory. */
    private static final int FIRST_KEPT_YEAR = 1950;

    private static final int KEPT_YEARS = 200;

    private final String country;
    private final ZoneId zone;
    private final CountryRules rules;
    private final AtomicReferenceArray<@Nullable BitSet> closedDays = new AtomicReferenceArray<>(KEPT_YEARS);

    /** @param zone of the country's capital; the islands and territories of some lie in others */
    CountryCalendar(String country, String zone) {
        this.country = country;
        this.zone = ZoneId.of(zone);
        this.rules = CountryRules.shipped(country);
    }

    @Override
    public final String country() {
        return country;
    }

    @Override
    public final Optional<ZoneId> zone() {
        return Optional.of(zone);
    }

    @Override
    public final boolean isBusinessDay(LocalDate day) {
        return !closedDays(requireNonNull(day, "day").getYear()).get(day.getDayOfYear());
    }

    private BitSet closedDays(int year) {
        int index = year - FIRST_KEPT_YEAR;
        if (index < 0 || index >= KEPT_YEARS) {
            return workedOut(year);
        }
        BitSet kept = closedDays.get(index);
        if (kept == null) {
            kept = workedOut(year);
            closedDays.set(index, kept);
        }
        return kept;
    }

    private BitSet workedOut(int year) {
        BitSet closed = new BitSet(367);
        rules.holidays(year).forEach(day -> closed.set(day.getDayOfYear()));
        LocalDate first = LocalDate.of(year, 1, 1);
        for (int day = 1; day <= first.lengthOfYear(); day++) {
            if (CountryRules.isWeekend(first.plusDays(day - 1L))) {
                closed.set(day);
            }
        }
        return closed;
    }
}
