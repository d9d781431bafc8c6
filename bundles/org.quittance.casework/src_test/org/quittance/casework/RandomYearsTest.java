package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a firm, nobody is reminded who must not be, and nothing leaves twice. */
class RandomYearsTest {

    private final Path folder;

    RandomYearsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> live(String run, long seed, int days, Set<String> reached) throws Exception {
        try (RandomFirm firm = new RandomFirm(folder.resolve(run), seed)) {
            firm.live(days);
            reached.addAll(firm.reached());
            return firm.diary();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingLeavesThatMustNot(long seed) throws Exception {
        Set<String> reached = new HashSet<>();
        List<String> diary = live("firm", seed, 150, reached);
        assertFalse(diary.isEmpty());
        // the sample is worth something only when it reaches what it is about
        assertTrue(
                reached.containsAll(Set.of(
                        "courteous", "firm", "last", "restart", "WITHDRAWN", "UNKNOWN", "AWAITING_CONFIRMATION")),
                reached.toString());
    }

    @Test
    void theSameSeedGivesTheSameMessages() throws Exception {
        assertEquals(live("one", 7, 80, new HashSet<>()), live("other", 7, 80, new HashSet<>()));
    }

    @Test
    @Tag("long")
    void nothingLeavesThatMustNotInManyYears() throws Exception {
        for (long seed = 100; seed < 130; seed++) {
            live("firm" + seed, seed, 730, new HashSet<>());
        }
    }
}
