package org.quittance.product.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A fictitious firm with as many debtors as wished, each late with one invoice, in the tables and mappings of the demo company. */
final class Firm {

    /** A Friday, and the day until which the demo's payments are known. */
    static final String TODAY = "2026-11-20";

    private static final String DEMO = "bundles/org.quittance.cli/src/org/quittance/cli/demo";

    private Firm() {}

    /** Makes a simulated workspace in which a message to each debtor is prepared. */
    static void prepare(Product product, int debtors) throws Exception {
        table(
                product,
                "debtors",
                debtors,
                i -> "C-" + i + ";Boulangerie Modèle " + i + ";entreprise;fr;FR;" + i
                        + " rue de l’Exemple;69999;Villefictive;;;;;;");
        table(product, "invoices", debtors, i -> "F-" + i + ";C-" + i + ";24/09/2026;24/10/2026;120,00;EUR;;;;;");
        table(product, "evidence", debtors, i -> "F-" + i + ";24/09/2026;remise;plateforme");
        table(product, "payments", 0, i -> "");
        for (String table : List.of("debtors", "invoices", "evidence", "payments")) {
            product.type("import", table + ".csv", "--mapping", demo(table + ".mapping.json"), "--simulated")
                    .mustExit(0);
        }
        product.type("run", "--as-of", TODAY).mustExit(0);
    }

    private static void table(Product product, String name, int rows, IntFunction<String> row) throws IOException {
        String heading = Files.readAllLines(Path.of(demo(name + ".csv"))).get(0);
        String text = IntStream.rangeClosed(1, rows).mapToObj(row).collect(Collectors.joining("\n"));
        Files.writeString(product.folder().resolve(name + ".csv"), heading + "\n" + text + "\n");
    }

    private static String demo(String file) {
        return Path.of(System.getProperty("quittance.root"), DEMO, file).toString();
    }
}
