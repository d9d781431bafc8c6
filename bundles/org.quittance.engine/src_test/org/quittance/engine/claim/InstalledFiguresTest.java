package org.quittance.engine.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.service.claim.LegalFigures;

/** A vendor's regime takes the place of the shipped one of its name. */
class InstalledFiguresTest {

    @Test
    void ofTwoRegimesWithOneNameTheHigherRankedCounts() {
        MadeRegime shipped = MadeRegime.floating();
        MadeRegime own = MadeRegime.frozen();
        LegalFigures figures = new InstalledFigures(List.of(shipped, own), List.of(), List.of());
        assertEquals(1, figures.regimes().size());
        assertSame(own, figures.regime("made").orElseThrow());
        assertEquals(Optional.empty(), figures.regime("other"));
    }
}
