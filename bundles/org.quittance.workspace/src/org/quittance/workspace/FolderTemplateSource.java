package org.quittance.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.TemplateSource;
import org.quittance.api.document.TemplateText;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.Workspace;

/** The files in {@code etc/templates} of the open workspace, read each time they are asked for. */
@Component
public final class FolderTemplateSource implements TemplateSource {

    /** A template is a page of text; anything longer is something else. */
    private static final long BYTES_MAX = 1 << 18;

    private final Path folder;

    @Activate
    public FolderTemplateSource(@Reference Workspace workspace) {
        this.folder = workspace.directory().resolve("etc").resolve("templates");
    }

    @Override
    public List<TemplateText> templates() throws DocumentException {
        List<TemplateText> texts = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(FolderTemplateSource::isMeant).sorted().toList()) {
                texts.add(read(file));
            }
        } catch (IOException e) {
            throw new DocumentException(
                    Sentence.of(FolderTemplateSource.class, "file.unreadable", folder, WorkspaceLayout.message(e)), e);
        }
        return texts;
    }

    /** Hidden files and the copies that editors leave behind are nobody's templates. */
    private static boolean isMeant(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith("~");
    }

    private static TemplateText read(Path file) throws DocumentException {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new DocumentException(
                        Sentence.of(FolderTemplateSource.class, "template.too-long", file, BYTES_MAX));
            }
            String name = file.getFileName().toString();
            return new TemplateText(
                    name, "etc/templates/" + name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DocumentException(
                    Sentence.of(FolderTemplateSource.class, "file.unreadable", file, WorkspaceLayout.message(e)), e);
        }
    }
}
