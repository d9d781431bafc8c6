package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentConfigurationsTest {

    @Test
    void aFileThatCannotBeUsedCostsItsOwnServiceOnlyAndIsNamedWithItsLine(@TempDir Path etc) throws Exception {
        Files.writeString(etc.resolve("org.example.good.json"), "{\"count\": 3}");
        Files.writeString(etc.resolve("org.example.torn.json"), "{\n\"count\": \n}");
        Files.writeString(etc.resolve("org.example.list.json"), "[1]");
        Files.writeString(etc.resolve("org.example.deep.json"), "{\"a\": {\"b\": 1}}");
        Files.write(etc.resolve("org.example.bytes.json"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        var broken = ComponentConfigurations.read(etc, etc).broken();
        assertEquals(
                Set.of("org.example.torn", "org.example.list", "org.example.deep", "org.example.bytes"),
                broken.keySet());
        String torn = String.valueOf(broken.get("org.example.torn"));
        assertTrue(torn.contains("org.example.torn.json, line 3"), torn);
        String deep = String.valueOf(broken.get("org.example.deep"));
        assertTrue(deep.contains("org.example.deep.json") && deep.contains("«a»"), deep);
    }
}
