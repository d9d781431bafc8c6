package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.model.Creditor;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

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
        List<Creditor> creditors = CreditorFiles.readOrDraft(folder);
        assertEquals("main", creditors.get(0).id().value());
        assertTrue(creditors.get(0).isDraft());
    }

    @Test
    void readsWhatIsConfigured() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD);
        Creditor creditor = CreditorFiles.readOrDraft(folder).get(0);
        assertEquals("Atelier Exemple SARL", creditor.name());
        assertFalse(creditor.isDraft());
        assertEquals(
                "FR7630006000011234567890189",
                creditor.account("EUR").orElseThrow().iban());
    }

    @Test
    void aWrongIbanIsNamedWithFileAndField() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD.replace("7890 189", "7890 188"));
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> CreditorFiles.readOrDraft(folder));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains("lyon.json"), refused.getMessage());
        assertTrue(refused.getMessage().contains("accounts.EUR"), refused.getMessage());
    }

    @Test
    void anUnknownFieldIsRefused() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD.replace("\"email\"", "\"mail\""));
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> CreditorFiles.readOrDraft(folder));
        assertTrue(refused.getMessage().contains("«mail»"), refused.getMessage());
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("lyon.json"), GOOD.replace("\"address\": {", "\"address\": {{"));
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> CreditorFiles.readOrDraft(folder));
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }
}
