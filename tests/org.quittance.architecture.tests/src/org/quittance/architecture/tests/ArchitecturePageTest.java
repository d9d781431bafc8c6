package org.quittance.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for newcomers says of the suite's own bundles what the rules say. */
class ArchitecturePageTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.*]+)` \\| [^|]+ \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    @Test
    void everyRuleHasARowThatNamesTheSameBundles() throws IOException {
        String page = Files.readString(Suite.root().resolve("releng/docs/architecture.md"));
        Map<String, Set<String>> told = new TreeMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            told.put(row.group(1), names(row.group(2)));
        }
        Map<String, Set<String>> ruled = new TreeMap<>();
        Rule.TABLE.forEach(rule -> ruled.put(rule.family(), new TreeSet<>(rule.siblings())));
        assertEquals(ruled, told);
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
