package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** The words a person types, and those that answer what was typed wrongly. */
class CommandWordsTest {

    private static final List<String> COMMANDS = List.of(
            "demo",
            "import",
            "run",
            "approve",
            "dispatch",
            "posted",
            "withdraw",
            "resolve",
            "stop",
            "explain",
            "ageing",
            "case",
            "services",
            "journal",
            "backup",
            "restore",
            "policy",
            "match",
            "freshness",
            "bench");

    private final CommandLineSession english;
    private final CommandLineSession french;
    private final Path folder;

    CommandWordsTest(@TempDir Path folder) {
        this.folder = folder;
        english = new CommandLineSession(folder);
        french = new CommandLineSession(folder, Locale.FRENCH);
    }

    @Test
    void aWordThatIsNoCommandIsWrongEvenWhenHelpIsAskedFor() {
        Result result = english.typeExactly("unknowncmd", "--help").mustExit(2);
        assertTrue(result.err().contains("unknowncmd"), result::err);
        english.typeExactly("journal", "unknown", "--help").mustExit(2);
        english.typeExactly("journal", "--help").mustExit(0);
    }

    @Test
    void commonOptionsMayStandBeforeTheCommand() {
        String missing = folder.resolve("nowhere").toString();
        for (String[] words : new String[][] {
            {"--workspace", missing, "ageing"},
            {"ageing", "--workspace", missing},
            {"--workspace", missing, "journal", "verify"},
            {"journal", "--workspace", missing, "verify"},
            {"--workspace", "elsewhere", "ageing", "--workspace", missing}
        }) {
            Result result = english.typeExactly(words).mustExit(3);
            assertTrue(result.err().contains(missing), result::err);
        }
    }

    @Test
    void everyCommandShowsAnExampleInBothLanguages() {
        for (String command : COMMANDS) {
            Result help = english.typeExactly(command, "--help").mustExit(0);
            assertTrue(help.out().contains("Example: quittance " + command), help::out);
            assertTrue(french.typeExactly(command, "--help").out().contains("Exemple\u00a0: quittance " + command));
        }
    }

    @Test
    void theHelpListsEveryCommandOnceInAGroup() {
        Result help = english.typeExactly("--help").mustExit(0);
        assertTrue(help.out().contains("Remind:") && help.out().contains("Look and understand:"), help::out);
        for (String command : COMMANDS) {
            assertEquals(
                    1,
                    help.out()
                            .lines()
                            .filter(line -> line.startsWith("  " + command + " "))
                            .count(),
                    command);
        }
    }

    @Test
    void frenchSpeakersReadFrenchWhenTheyTypeWrongly() {
        assertEquals("quittance: il manque\u00a0: --on DATE", first(french.typeExactly("posted", "20261121-1")));
        assertEquals("quittance: il manque\u00a0: INVOICE", first(french.typeExactly("explain")));
        assertEquals("quittance: option inconnue\u00a0: --as-off", first(french.typeExactly("run", "--as-off")));
        assertEquals("quittance: commande inconnue\u00a0: backp", first(french.typeExactly("backp")));
        assertEquals("quittance: mots en trop\u00a0: F2", first(french.typeExactly("explain", "F1", "F2")));
        assertEquals(
                "quittance: --on demande une valeur\u00a0: DATE", first(french.typeExactly("posted", "x", "--on")));
        assertEquals(
                "quittance: --as-of\u00a0: «\u00a0demain\u00a0» n’est pas une date comme 2026-11-21 ou 21/11/2026",
                first(french.typeExactly("ageing", "--as-of", "demain")));
        assertEquals(
                "quittance: --invoices\u00a0: «\u00a0dix\u00a0» n’est pas un nombre",
                first(french.typeExactly("bench", "--invoices", "dix")));
        assertEquals("quittance: --json est donné deux fois", first(french.typeExactly("ageing", "--json", "--json")));
    }

    private static String first(Result result) {
        return result.mustExit(2).err().lines().findFirst().orElse("");
    }

    @Test
    void theHelpInFrenchHasNoEnglishHeading() {
        for (String command : COMMANDS) {
            String help = french.typeExactly(command, "--help").mustExit(0).out();
            assertTrue(help.startsWith("Utilisation\u00a0: quittance " + command), help);
            assertFalse(help.contains("Usage:") || help.contains("Options:\n") || help.contains("COMMAND "), help);
        }
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheOneMeant() {
        Result result = english.typeExactly("backp").mustExit(2);
        assertTrue(result.err().contains("Did you mean: backup"), result::err);
    }
}
