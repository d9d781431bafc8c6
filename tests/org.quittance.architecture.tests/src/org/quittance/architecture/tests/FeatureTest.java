package org.quittance.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class FeatureTest {

    private static final Pattern PLUGIN = Pattern.compile("<plugin\\s+id=\"([^\"]+)\"");

    @Test
    void everyBundleBelongsToAFeature() throws IOException {
        Set<String> alone = Suite.folders();
        alone.removeAll(pluginsOfAllFeatures());
        assertEquals(Set.of(), alone);
    }

    @Test
    void everyBundleIsHereToBeChecked() {
        Set<String> absent = Suite.folders();
        absent.removeAll(Suite.bundles().stream().map(Bundle::getSymbolicName).collect(Collectors.toSet()));
        assertEquals(Set.of(), absent, "add them to Require-Bundle of this test");
    }

    private static Set<String> pluginsOfAllFeatures() throws IOException {
        Set<String> plugins = new TreeSet<>();
        try (Stream<Path> features = Files.list(Suite.root().resolve("features"))) {
            for (Path feature : features.map(f -> f.resolve("feature.xml"))
                    .filter(Files::exists)
                    .toList()) {
                PLUGIN.matcher(Files.readString(feature))
                        .results()
                        .map(MatchResult::group)
                        .map(m -> m.substring(m.indexOf('"') + 1, m.lastIndexOf('"')))
                        .forEach(plugins::add);
            }
        }
        return plugins;
    }
}
