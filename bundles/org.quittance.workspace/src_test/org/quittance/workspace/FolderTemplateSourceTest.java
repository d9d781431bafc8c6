package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.TemplateText;
import org.quittance.service.workspace.Workspace;

class FolderTemplateSourceTest {

    private final Path folder;

    FolderTemplateSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aWorkspaceWithoutTheFolderHasNoTemplates() throws Exception {
        assertEquals(List.of(), source().templates());
    }

    @Test
    void filesAreReadEachTimeAndEditorsLeftoversAreNot() throws Exception {
        Path templates = Files.createDirectories(folder.resolve("etc/templates"));
        FolderTemplateSource source = source();
        Files.writeString(templates.resolve("firm.fr.sms"), "un");
        Files.writeString(templates.resolve("firm.fr.sms~"), "vieux");
        Files.writeString(templates.resolve(".firm.fr.sms.swp"), "vieux");
        assertEquals(List.of(new TemplateText("firm.fr.sms", "etc/templates/firm.fr.sms", "un")), source.templates());
        Files.writeString(templates.resolve("firm.fr.sms"), "deux");
        assertEquals("deux", source.templates().get(0).text());
    }

    @Test
    void aFileThatIsNoTemplateByItsSizeIsNamed() throws Exception {
        Path templates = Files.createDirectories(folder.resolve("etc/templates"));
        Files.write(templates.resolve("firm.fr.letter"), new byte[1 << 19]);
        DocumentException refused = assertThrows(DocumentException.class, () -> source().templates());
        assertTrue(refused.getMessage().contains("firm.fr.letter"), refused::getMessage);
    }

    private FolderTemplateSource source() {
        return new FolderTemplateSource((Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(),
                new Class<?>[] {Workspace.class},
                (proxy, method, arguments) -> folder));
    }
}
