package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.quittance.cli.tests.CommandLineSession.Result;

/** A connector nobody here has written comes and goes, in a workspace that is opened anew by each command. */
class PlugInTest {

    private static final String DEBTORS =
            "debtor,name,kind,street,postal code,town,country\nD1,Exemple SARL,business,1 rue Modèle,75001,Paris,FR\n";
    private static final String MISSING = ",com.example.absent;version=\"[1.2,2)\"";

    @TempDir
    private static Path shared;

    private static PlugInAuthor author;
    private static PlugInAuthor stranger;

    @TempDir
    private Path folder;

    private Path workspace;
    private CommandLineSession session;

    @BeforeAll
    static void writeConnectors() throws Exception {
        author = new PlugInAuthor(shared.resolve("author"), "Example Connectors");
        stranger = new PlugInAuthor(shared.resolve("stranger"), "Stranger");
    }

    @BeforeEach
    void trustTheAuthor() throws IOException {
        workspace = folder.resolve("workspace");
        session = new CommandLineSession(workspace);
        session.type(
                        "import",
                        Files.writeString(folder.resolve("debtors.csv"), DEBTORS)
                                .toString())
                .mustExit(0);
        Path trusted = Files.createDirectories(workspace.resolve("etc/trusted-signers"));
        Files.copy(author.certificate(), trusted.resolve("author.pem"));
    }

    private JsonNode install(Path jar) throws IOException {
        return session.json(0, "install", jar.toString()).get("installed").get(0);
    }

    private Result refused(Path jar, String... more) {
        List<String> words = Stream.concat(Stream.of("install", jar.toString()), Stream.of(more))
                .toList();
        return session.type(words.toArray(String[]::new)).mustExit(3);
    }

    private List<String> versions() throws IOException {
        return session.json(0, "install", "--list").get("installed").findValuesAsText("version");
    }

    /** What «services» says about the connector. */
    private List<String> states() throws IOException {
        return StreamSupport.stream(session.json(0, "services").get("services").spliterator(), false)
                .filter(row -> row.get("bundle").asText().equals(PlugInAuthor.NAME))
                .map(row -> row.get("kind").asText() + " " + row.get("state").asText())
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(workspace.resolve("plugins"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static boolean frameworkHasIt() {
        return Stream.of(FrameworkUtil.getBundle(PlugInTest.class)
                        .getBundleContext()
                        .getBundles())
                .map(Bundle::getSymbolicName)
                .anyMatch(PlugInAuthor.NAME::equals);
    }

    /** Every entry of the journal, as it is exported. */
    private String journal() throws IOException {
        Path out = folder.resolve("journal-" + System.nanoTime());
        JsonNode files = session.json(0, "journal", "export", "--out", out.toString(), "--entries")
                .get("files");
        return Files.readString(Path.of(files.get(files.size() - 1).asText()));
    }

    @Test
    void aSignedConnectorServesUntilItIsUninstalled() throws Exception {
        JsonNode installed = install(author.signed("1.0.0"));
        assertEquals("CN=Example Connectors", installed.get("signer").asText());
        assertEquals(
                "SATISFIED", installed.get("components").get(0).get("state").asText());
        assertEquals(List.of("CollectionAgencyConnector SATISFIED"), states());
        session.type("uninstall", PlugInAuthor.NAME).mustExit(0);
        assertEquals(List.of(), states());
        assertEquals(List.of("installed.json"), files());
        String entries = journal();
        String user = System.getProperty("user.name");
        assertTrue(entries.contains("plugin.installed") && entries.contains("plugin.removed"), entries);
        assertTrue(entries.contains(user), entries);
    }

    @Test
    void aPlugInIsThereOnlyWhileItsWorkspaceIsOpen() throws Exception {
        install(author.signed("1.0.0"));
        assertTrue(!frameworkHasIt());
    }

    @Test
    void whatNobodyTrustedHasSignedIsInstalledOnlyWhenItIsNamed() throws Exception {
        for (Path jar : List.of(author.unsigned("1.0.0"), stranger.signed("1.0.0"))) {
            Result refused = refused(jar);
            assertTrue(refused.err().contains("--allow-unsigned " + PlugInAuthor.NAME), refused::err);
            refused(jar, "--allow-unsigned", "com.example.other");
            assertEquals(List.of(), files());
            session.type("install", jar.toString(), "--allow-unsigned", PlugInAuthor.NAME)
                    .mustExit(0);
            assertTrue(Files.readString(workspace.resolve("plugins/installed.json"))
                    .contains("\"allowedBy\" : \"" + System.getProperty("user.name")));
            session.type("uninstall", PlugInAuthor.NAME).mustExit(0);
            Files.delete(workspace.resolve("plugins/installed.json"));
        }
    }

    @Test
    void whatWasChangedAfterItWasSignedIsRefusedWhateverIsAllowed() throws Exception {
        for (Path jar : List.of(
                PlugInAuthor.tamper(author.signed("1.0.0")),
                PlugInAuthor.extend(author.signed("1.0.0")),
                PlugInAuthor.shorten(author.signed("1.0.0")))) {
            refused(jar, "--allow-unsigned", PlugInAuthor.NAME);
            assertEquals(List.of(), files());
            assertEquals(List.of(), states());
        }
    }

    @Test
    void whatAPlugInLacksIsNamedAndNothingOfItIsLeft() throws Exception {
        Result refused = refused(author.signed("1.0.0", MISSING));
        assertTrue(refused.err().contains("com.example.absent") && refused.err().contains("1.2"), refused::err);
        assertEquals(List.of(), files());
        assertEquals(List.of(), versions());
        assertTrue(!journal().contains("plugin.installed"));
    }

    @Test
    void aNewerVersionTakesThePlaceOfAnOlderOneAndNotTheOtherWayRound() throws Exception {
        install(author.signed("1.0.0"));
        JsonNode updated = install(author.signed("1.1.0"));
        assertEquals("1.0.0", updated.get("replaced").asText());
        assertEquals(List.of("com.example.agency_1.1.0.jar", "installed.json"), files());
        Path older = author.signed("1.0.0");
        refused(older);
        assertEquals(List.of("1.1.0"), versions());
        session.type("install", older.toString(), "--downgrade").mustExit(0);
        assertEquals(List.of("1.0.0"), versions());
        assertEquals(List.of("CollectionAgencyConnector SATISFIED"), states());
    }

    @Test
    void anUpdateThatDoesNotComeUpLeavesTheOldOneServing() throws Exception {
        install(author.signed("1.0.0"));
        refused(author.signed("2.0.0", MISSING));
        assertEquals(List.of("1.0.0"), versions());
        assertEquals(List.of("com.example.agency_1.0.0.jar", "installed.json"), files());
        assertEquals(List.of("CollectionAgencyConnector SATISFIED"), states());
    }

    @Test
    void plugInsAreInTheBackup() throws Exception {
        install(author.signed("1.0.0"));
        Path backup = folder.resolve("all.zip");
        session.type("backup", backup.toString()).mustExit(0);
        CommandLineSession restored = new CommandLineSession(folder.resolve("restored"));
        restored.type("restore", backup.toString()).mustExit(0);
        assertEquals(
                "SATISFIED",
                restored.json(0, "install", "--list")
                        .at("/installed/0/components/0/state")
                        .asText());
    }

    @Test
    void aFileThatWasChangedOnTheDiskDoesNotRunAndIsShown() throws Exception {
        install(author.signed("1.0.0"));
        PlugInAuthor.tamper(workspace.resolve("plugins/com.example.agency_1.0.0.jar"));
        JsonNode listed = session.json(1, "install", "--list");
        assertTrue(listed.at("/installed/0/problem").asText().contains("is not the file"), listed::toString);
        assertEquals(List.of(), states());
        session.type("uninstall", PlugInAuthor.NAME).mustExit(0);
        assertEquals(List.of("installed.json"), files());
    }

    @Test
    void aPartOfQuittanceIsNotReplacedAndAFileThatIsNoBundleIsRefused() throws Exception {
        Path api = Files.writeString(folder.resolve("text.jar"), "no bundle");
        assertTrue(refused(api).err().contains("is no bundle"));
        assertTrue(refused(folder.resolve("nowhere.jar")).err().contains("does not exist"));
        session.type("uninstall", "org.quittance.casework").mustExit(2);
    }

    @Test
    void bothCommandsExplainThemselves() {
        CommandLineSession french = new CommandLineSession(workspace, Locale.FRENCH);
        for (String command : List.of("install", "uninstall")) {
            assertTrue(
                    session.typeExactly(command, "--help").mustExit(0).out().contains("Example: quittance " + command));
            assertTrue(french.typeExactly(command, "--help").out().contains("Exemple\u00a0: quittance " + command));
        }
        session.type("install").mustExit(2);
    }
}
