package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.model.Creditor;

class CreditorFilesTest {

    private static final String GOOD = """
        {"name": "Atelier Exemple SARL",
         "address": {"lines": ["1 rue du Modèle"], "postalCode": "69001", "town": "Lyon", "country": "FR"},
         "accounts": {"EUR": {"holder": "Atelier Exemple", "iban": "FR76 3000 6000 0112 3456 7890 189"}},
         "email": "compta@exemple.invalid"}
        """;

    private final Path folder;

    CreditorFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aNewWorkspaceGetsADraftThatIsMarkedAsOne() throws Exception {
        List<Creditor> creditors = CreditorFiles.readOrDraft(folder).creditors();
        assertEquals("main", creditors.get(0).id().value());
        assertTrue(creditors.get(0).isDraft());
    }

    @Test
    void readsWhatIsConfigured() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD);
        Creditor creditor = CreditorFiles.readOrDraft(folder).creditors().get(0);
        assertEquals("Atelier Exemple SARL", creditor.name());
        assertFalse(creditor.isDraft());
        assertEquals(
                "FR7630006000011234567890189",
                creditor.account("EUR").orElseThrow().iban());
    }

    private String problem() throws Exception {
        FixedCreditors found = CreditorFiles.readOrDraft(folder);
        assertEquals(List.of(), found.creditors());
        return String.valueOf(found.broken().get("lyon"));
    }

    @Test
    void aWrongIbanIsNamedWithFileAndField() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD.replace("7890 189", "7890 188"));
        assertTrue(problem().contains("lyon.json"), problem());
        assertTrue(problem().contains("accounts.EUR"), problem());
    }

    @Test
    void anUnknownFieldIsRefused() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD.replace("\"email\"", "\"mail\""));
        assertTrue(problem().contains("«mail»"), problem());
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD.replace("\"address\": {", "\"address\": {{"));
        assertTrue(problem().contains("line 2"), problem());
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws Exception {
        Files.write(folder.resolve("lyon.json"), new byte[] {(byte) 0xff, 0, 1});
        assertTrue(problem().contains("lyon.json"), problem());
        assertTrue(problem().endsWith("it is not UTF-8 text"), problem());
    }

    @Test
    void aBrokenFileCostsItsOwnCreditorOnly() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), "{}");
        Files.writeString(folder.resolve("paris.json"), GOOD);
        FixedCreditors found = CreditorFiles.readOrDraft(folder);
        assertEquals(
                List.of("paris"),
                found.creditors().stream().map(one -> one.id().value()).toList());
        assertEquals(Set.of("lyon"), found.broken().keySet());
    }
}
