package org.quittance.interest.fr;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Yearly rates in percent by semester. A semester that is absent, or whose figure no source supports, has no rate.
 * Immutable, safe for any thread.
 */
final class SemesterRates {

    private final Map<Semester, BigDecimal> rates;

    private SemesterRates(Map<Semester, BigDecimal> rates) {
        this.rates = rates;
    }

    static SemesterRates in(DataFile file) {
        Map<Semester, BigDecimal> rates = new TreeMap<>();
        for (JsonNode node : file.at("rates")) {
            String period = file.text(node, "period", "rates");
            DataFile.Figure figure = file.figure(node, period);
            Semester semester = Semester.parse(period);
            if (rates.containsKey(semester)) {
                throw new IllegalStateException("two rates are given for " + period);
            }
            if (figure.sourced()) {
                rates.put(semester, figure.value());
            }
        }
        return new SemesterRates(Collections.unmodifiableMap(rates));
    }

    /** The same semesters with a margin in percentage points on top. */
    SemesterRates plus(BigDecimal margin) {
        Map<Semester, BigDecimal> raised = new TreeMap<>();
        rates.forEach((semester, rate) -> raised.put(semester, rate.add(margin)));
        return new SemesterRates(Collections.unmodifiableMap(raised));
    }

    Optional<BigDecimal> in(Semester semester) {
        return Optional.ofNullable(rates.get(semester));
    }
}
