package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a firm, nobody is reminded who must not be, and nothing leaves twice. */
class RandomYearsTest {

    /**
     * Lives in which something was once found, played first and for ever: a seed that fails is added here, with as many days
     * as it needs.
     */
    private static final List<Life> KEPT = List.of();

    private static final List<Life> SAMPLE = List.of(new Life(1, 150), new Life(2, 150), new Life(3, 150));

    private final Path folder;

    RandomYearsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Life(long seed, int days) {}

    static Stream<Life> lives() {
        return Stream.concat(KEPT.stream(), SAMPLE.stream());
    }

    private List<String> live(String run, long seed, int days, Set<String> reached) throws Exception {
        try (RandomFirm firm = new RandomFirm(folder.resolve(run), seed)) {
            firm.live(days);
            reached.addAll(firm.reached());
            return firm.diary();
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void nothingLeavesThatMustNot(Life life) throws Exception {
        Set<String> reached = new HashSet<>();
        List<String> diary = live("firm", life.seed(), life.days(), reached);
        assertFalse(diary.isEmpty());
        // the sample is worth something only when it reaches what it is about
        assertTrue(
                !SAMPLE.contains(life)
                        || reached.containsAll(Set.of(
                                "courteous",
                                "firm",
                                "last",
                                "restart",
                                "WITHDRAWN",
                                "UNKNOWN",
                                "AWAITING_CONFIRMATION")),
                reached.toString());
    }

    /** In another process too: there the sets and maps of Java have another order. */
    @Test
    void theSameSeedGivesTheSameMessages() throws Exception {
        List<String> here = live("one", 7, 80, new HashSet<>());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RandomFirm.class.getName(),
                        folder.resolve("other").toString(),
                        "7",
                        "80")
                .redirectError(folder.resolve("other.err").toFile())
                .start();
        try (InputStream there = process.getInputStream()) {
            assertEquals(String.join("\n", here), new String(there.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        assertEquals(0, process.waitFor());
    }

    @Test
    @Tag("long")
    void nothingLeavesThatMustNotInManyYears() throws Exception {
        for (long seed = 100; seed < 130; seed++) {
            live("firm" + seed, seed, 730, new HashSet<>());
        }
    }
}
