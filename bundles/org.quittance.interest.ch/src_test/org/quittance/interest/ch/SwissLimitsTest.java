package org.quittance.interest.ch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.LimitationPeriod;

/** Limitation as the statute counts it. */
class SwissLimitsTest {

    @Test
    void theOrdinaryPeriodHas10Years() {
        LimitationPeriod period = new SwissLimits()
                .limitations().stream()
                        .filter(one -> one.id().equals("ordinary"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(LocalDate.of(2036, 3, 10), period.lastDay(LocalDate.of(2026, 3, 10), List.of()));
    }
}
