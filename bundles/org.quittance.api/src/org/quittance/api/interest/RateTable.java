package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The yearly rates of a rule, worked out once from reference rates and looked up a million times. Knows only periods whose
 * reference day is covered by a sourced figure; the others are missing, never guessed. Immutable.
 */
public final class RateTable {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Anchor anchor;
    private final List<RatePeriod> periods;
    private final long[] firstDays;

    private RateTable(Anchor anchor, List<RatePeriod> periods) {
        this.anchor = anchor;
        this.periods = List.copyOf(periods);
        this.firstDays = periods.stream()
                .mapToLong(period -> period.first().toEpochDay())
                .toArray();
    }

    /** @param known of any indexes; for a day that several cover, the one checked last counts */
    public static RateTable of(RateRule rule, Collection<ReferenceRate> known) {
        requireNonNull(rule, "rule");
        if (rule.index().isEmpty()) {
            return new RateTable(
                    rule.anchor(),
                    List.of(new RatePeriod(
                            "",
                            FIRST_DAY,
                            LAST_DAY,
                            rule.points().value(),
                            rule.points().validated())));
        }
        List<ReferenceRate> own = known.stream()
                .filter(rate -> rate.index().equals(rule.index()))
                .sorted(Comparator.comparing(ReferenceRate::from))
                .toList();
        return new RateTable(
                rule.anchor(), rule.anchor() == Anchor.EACH_CHANGE ? changes(rule, own) : calendar(rule, own));
    }

    private static List<RatePeriod> changes(RateRule rule, List<ReferenceRate> known) {
        List<RatePeriod> periods = new ArrayList<>();
        for (ReferenceRate rate : known) {
            if (rate.figure().sourced()) {
                periods.add(period(rule, rate.from().toString(), rate.from(), rate.until(), rate));
            }
        }
        return periods;
    }

    private static List<RatePeriod> calendar(RateRule rule, List<ReferenceRate> known) {
        List<RatePeriod> periods = new ArrayList<>();
        if (known.isEmpty()) {
            return periods;
        }
        LocalDate end = known.stream()
                .map(ReferenceRate::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Period at = Period.of(rule.anchor(), known.get(0).from());
        for (; !at.referenceDay(rule.referenceDay()).isAfter(end); at = at.next()) {
            Period asked = at;
            known.stream()
                    .filter(rate -> rate.covers(rule.index(), asked.referenceDay(rule.referenceDay())))
                    .max(Comparator.comparing(rate -> rate.figure().checked()))
                    .ifPresent(rate -> periods.add(period(rule, asked.toString(), asked.first(), asked.last(), rate)));
        }
        return periods;
    }

    private static RatePeriod period(
            RateRule rule, String name, LocalDate first, LocalDate last, ReferenceRate reference) {
        return new RatePeriod(
                name,
                first,
                last,
                rule.rate(reference.figure().value()),
                reference.figure().validated() && rule.points().validated());
    }

    /** The period a day lies in; empty where no rate is known for it. */
    public Optional<RatePeriod> on(LocalDate day) {
        long epochDay = day.toEpochDay();
        int low = 0;
        int high = firstDays.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstDays[middle] <= epochDay) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (high < 0 || firstDays[low] > epochDay) {
            return Optional.empty();
        }
        RatePeriod found = periods.get(low);
        return day.isAfter(found.last()) ? Optional.empty() : Optional.of(found);
    }

    /** What an error calls the period of a day: {@code 2027-S1}, {@code 2027}, or the day itself. */
    public String nameOf(LocalDate day) {
        return anchor == Anchor.EACH_CHANGE
                ? day.toString()
                : Period.of(anchor, day).toString();
    }

    /** In order of time; there may be gaps. */
    public List<RatePeriod> periods() {
        return periods;
    }
}
