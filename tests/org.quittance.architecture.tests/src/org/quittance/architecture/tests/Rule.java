package org.quittance.architecture.tests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the bundles of one name, or of one family (a name ending in ".*"), may be wired to. */
record Rule(String family, Set<String> siblings, Set<String> libraries) {

    static final String PREFIX = "org.quittance.";

    private static final Set<String> JACKSON = Set.of("com.fasterxml.jackson.");
    private static final Set<String> PDF_AND_TEMPLATES = Set.of(
            "org.apache.pdfbox",
            "org.apache.commons.commons-logging",
            "com.google.zxing.core",
            "wrapped.liberation.fonts",
            "com.samskivert.jmustache");
    private static final Set<String> MAIL = Set.of("jakarta.mail-api", "jakarta.activation-api", "org.eclipse.angus.");

    static final List<Rule> TABLE = List.of(
            new Rule("api", Set.of(), Set.of()),
            new Rule("service", Set.of("api"), Set.of()),
            new Rule("tck", Set.of("api"), Set.of("junit-", "org.opentest4j", "org.apiguardian.api")),
            new Rule("engine", Set.of("api", "service"), JACKSON),
            new Rule("casework", Set.of("api", "service"), JACKSON),
            new Rule("proof", Set.of("api", "service"), JACKSON),
            new Rule("prevention", Set.of("api", "service"), JACKSON),
            new Rule("escalation", Set.of("api", "service"), JACKSON),
            new Rule("workspace", Set.of("api", "service"), with(JACKSON, "org.apache.felix.configadmin")),
            new Rule("calendar", Set.of("api", "service"), JACKSON),
            new Rule("tone", Set.of("api", "service"), JACKSON),
            new Rule("bench", Set.of("api", "service"), Set.of()),
            new Rule("matching", Set.of("api", "service"), JACKSON),
            new Rule("document", Set.of("api", "service"), PDF_AND_TEMPLATES),
            new Rule("store.jdbc", Set.of("api"), Set.of()),
            new Rule("store.*", Set.of("api", "store.jdbc"), Set.of("org.xerial.sqlite-jdbc", "org.postgresql.")),
            new Rule("channel.email", Set.of("api"), MAIL),
            new Rule("channel.*", Set.of("api"), Set.of()),
            new Rule("legal.*", Set.of("api"), Set.of()),
            new Rule("interest.*", Set.of("api"), Set.of()),
            new Rule("agency.*", Set.of("api"), with(JACKSON, "de.siegmar.fastcsv")),
            new Rule(
                    "importer.einvoice",
                    Set.of("api"),
                    Set.of("org.apache.pdfbox", "org.apache.commons.commons-logging")),
            new Rule("importer.*", Set.of("api"), with(JACKSON, "de.siegmar.fastcsv")),
            new Rule("server", Set.of("api", "service"), JACKSON),
            new Rule("plugins", Set.of("api", "service"), JACKSON),
            new Rule("cli", Set.of("api", "service"), with(JACKSON, "picocli")));

    private static final Set<String> WITHOUT_LOGGING = Set.of("api", "service", "engine");

    static Optional<Rule> of(String shortName) {
        return TABLE.stream().filter(rule -> rule.covers(shortName)).findFirst();
    }

    private boolean covers(String shortName) {
        return family.endsWith(".*")
                ? shortName.startsWith(family.substring(0, family.length() - 1))
                : shortName.equals(family);
    }

    boolean allows(String provider) {
        if (provider.startsWith(PREFIX)) {
            return siblings.contains(provider.substring(PREFIX.length()));
        }
        return libraries.stream().anyMatch(provider::startsWith)
                || !WITHOUT_LOGGING.contains(family) && isPlatform(provider);
    }

    private static boolean isPlatform(String provider) {
        return provider.equals("slf4j.api") || provider.equals("org.eclipse.osgi") || provider.startsWith("org.osgi.");
    }

    private static Set<String> with(Set<String> libraries, String more) {
        return Set.copyOf(Stream.concat(libraries.stream(), Stream.of(more)).toList());
    }
}
