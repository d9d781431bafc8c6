package org.quittance.interest.uk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.LimitationPeriod;

/** Limitation as the statute counts it. */
class BritishLimitsTest {

    @Test
    void theOrdinaryPeriodHas6Years() {
        LimitationPeriod period = new BritishLimits()
                .limitations().stream()
                        .filter(one -> one.id().equals("simple-contract"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(LocalDate.of(2032, 3, 10), period.lastDay(LocalDate.of(2026, 3, 10), List.of()));
    }
}
