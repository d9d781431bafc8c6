package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark ends in the running framework, where each bundle sees only what it imports; its figures are not looked at. */
class BenchTest {

    @TempDir
    private Path folder;

    @Test
    void everyPhaseIsMeasuredInTheFramework() throws Exception {
        Map<String, Integer> items = new TreeMap<>();
        new CommandLineSession(folder.resolve("bench"))
                .json(0, "bench", "--invoices", "200")
                .get("phases")
                .forEach(phase ->
                        items.put(phase.get("name").asText(), phase.get("items").asInt()));
        for (String phase : new String[] {"import", "floor", "dry-run", "run", "claims"}) {
            assertEquals(200, items.get(phase), phase + " in " + items);
        }
        for (String phase : new String[] {"matching", "letters", "read-facture.pdf", "read-facture-ubl.xml"}) {
            assertTrue(items.getOrDefault(phase, 0) > 0, phase + " in " + items);
        }
    }
}
