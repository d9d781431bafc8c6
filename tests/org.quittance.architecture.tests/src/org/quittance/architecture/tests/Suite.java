package org.quittance.architecture.tests;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The suite as it stands on disk, and as it runs in this framework. */
final class Suite {

    private Suite() {}

    static Path root() {
        return Path.of(System.getProperty("quittance.root"));
    }

    /** Names of the folders under {@code bundles/}. */
    static Set<String> folders() {
        try (Stream<Path> children = Files.list(root().resolve("bundles"))) {
            Set<String> names = new TreeSet<>();
            children.filter(c -> Files.exists(c.resolve("pde.bnd"))
                            || Files.exists(c.resolve("META-INF").resolve("MANIFEST.MF")))
                    .forEach(c -> names.add(c.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The suite's bundles in this framework, without the tests. */
    static List<Bundle> bundles() {
        return Stream.of(FrameworkUtil.getBundle(Suite.class).getBundleContext().getBundles())
                .filter(b -> b.getSymbolicName().startsWith(Rule.PREFIX)
                        && !b.getSymbolicName().endsWith(".tests"))
                .sorted(Comparator.comparing(Bundle::getSymbolicName))
                .toList();
    }

    static String shortName(Bundle bundle) {
        return bundle.getSymbolicName().substring(Rule.PREFIX.length());
    }

    static List<ClassFile> classes(Bundle bundle) {
        Enumeration<URL> entries = bundle.findEntries("/", "*.class", true);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream().map(ClassFile::read).toList();
    }
}
