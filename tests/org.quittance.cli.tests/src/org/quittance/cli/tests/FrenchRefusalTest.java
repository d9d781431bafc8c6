package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** What is refused below the command line is told in the language of whoever typed the command. */
class FrenchRefusalTest {

    private static final String DEBTORS =
            "debtor,name,kind,street,postal code,town,country\nD1,Exemple SARL,business,1 rue Modèle,75001,Paris,FR\n";
    private static final String HEADER = "invoice,debtor,issue date,due date,amount,currency\n";

    private final Path folder;
    private final CommandLineSession french;

    FrenchRefusalTest(@TempDir Path folder) {
        this.folder = folder;
        this.french = new CommandLineSession(folder.resolve("workspace"), Locale.FRANCE);
    }

    @BeforeEach
    void importGood() throws IOException {
        french.type("import", file("debtors.csv", DEBTORS)).mustExit(0);
        french.type("import", file("invoices.csv", HEADER + "F1,D1,2026-01-05,2026-02-05,100.00,EUR\n"))
                .mustExit(0);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void refused(int exit, String expected, String... words) {
        Result result = french.type(words).mustExit(exit);
        assertTrue(result.err().contains(expected), result::err);
    }

    @Test
    void recordsOfAFileAreRefusedInFrenchWithACode() throws IOException {
        String bad = file(
                "bad.csv",
                HEADER + "F2,D1,2026-01-05,2026-02-31,10.00,EUR\nF3,D1,2026-01-05,2026-02-05,dix,EUR\n"
                        + "F1,D1,2026-01-05,2026-02-05,999.00,EUR\nF4,D1,2026-01-05,2026-02-05,10.00,XXQ\n");
        JsonNode rejected = french.json(1, "import", bad).get("rejected");
        List<String> reasons = rejected.findValuesAsText("reason");
        assertEquals(
                List.of(
                        "la date «\u00a02026-02-31\u00a0» n’existe pas au calendrier\u00a0; un jour de la forme"
                                + " yyyy-MM-dd est attendu",
                        "«\u00a0dix\u00a0» n’est pas un montant\u00a0; un nombre comme 1234.56 est attendu",
                        "est «\u00a0XXQ\u00a0»\u00a0; un code de devise ISO 4217 comme EUR est attendu",
                        "le numéro F1 est déjà connu avec un autre contenu\u00a0; une correction demande un avoir"),
                reasons.stream().sorted(FrenchRefusalTest::byLanguage).toList());
        assertTrue(rejected.findValuesAsText("code").contains("date.absent"), rejected::toString);
    }

    /** The store's own refusals come when it takes a page of invoices in. */
    private static int byLanguage(String left, String right) {
        return Integer.compare(rank(left), rank(right));
    }

    private static int rank(String reason) {
        List<String> order = List.of("la date", "«", "est", "le numéro");
        return order.indexOf(
                order.stream().filter(reason::startsWith).findFirst().orElse(""));
    }

    @Test
    void theSameIsToldInEnglishToWhoeverReadsEnglish() throws IOException {
        String bad = file("bad.csv", HEADER + "F2,D1,2026-01-05,2026-02-31,10.00,EUR\n");
        CommandLineSession english = new CommandLineSession(folder.resolve("workspace"), Locale.ENGLISH);
        JsonNode rejected = english.json(1, "import", bad).get("rejected").get(0);
        assertTrue(rejected.get("reason").asText().contains("does not exist in the calendar"), rejected::toString);
        assertEquals("date.absent", rejected.get("code").asText());
    }

    @Test
    void filesThatCannotBeReadAreToldInFrench() throws IOException {
        refused(3, "ce fichier n’existe pas", "import", "nulle-part.csv");
        refused(3, "est vide", "import", file("vide.csv", ""));
        String mapping = file("faux.mapping.json", "{\"records\": {\"invoice\": {\"number\": \"Rechnung\"}}}");
        refused(3, "n’a pas «\u00a0", "import", file("f.csv", HEADER), "--mapping", mapping);
        refused(
                3,
                "n’est pas du JSON",
                "import",
                file("f.csv", HEADER),
                "--mapping",
                file("x.mapping.json", "{ pas du json"));
    }

    @Test
    void peopleAndNumbersThatAreUnknownAreToldInFrench() {
        refused(2, "aucun débiteur", "case", "Inconnu");
        refused(2, "ne connaît aucune facture", "explain", "F404");
        refused(2, "rien n’est ouvert sous", "promise", "D1", "--by", "2099-01-31", "--invoice", "F404");
        refused(2, "il n’y a pas de campagne", "approve", "20260101-1");
    }

    @Test
    void aWorkspaceThatCannotBeUsedIsToldInFrench() throws IOException {
        Path descriptor = folder.resolve("workspace/workspace.json");
        String sound = Files.readString(descriptor);
        Files.writeString(descriptor, sound.replaceAll("\"format\" : [0-9]+", "\"format\" : 99"));
        refused(4, "cette version connaît au plus le format 1", "ageing");
        Files.writeString(descriptor, sound);
    }
}
