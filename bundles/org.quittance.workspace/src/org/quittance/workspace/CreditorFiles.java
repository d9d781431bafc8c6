package org.quittance.workspace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/**
 * {@code etc/creditors/<id>.json}, one file per creditor. A new workspace gets a draft that shows what to fill in. A file that
 * cannot be used costs its own creditor only.
 */
final class CreditorFiles {

    /** Stands in the draft for the name of the firm, which is in the language of whoever begins. */
    private static final String DRAFT_NAME = "NAME";

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final String DRAFT = "main.json";

    private CreditorFiles() {}

    static FixedCreditors readOrDraft(Path folder) throws WorkspaceException {
        try {
            List<Path> files = list(folder);
            if (files.isEmpty()) {
                writeDraft(folder.resolve(DRAFT));
                files = list(folder);
            }
            List<Creditor> creditors = new ArrayList<>();
            SortedMap<String, Sentence> broken = new TreeMap<>();
            for (Path file : files) {
                try {
                    creditors.add(read(file));
                } catch (WorkspaceException e) {
                    broken.put(name(file), e.sentence());
                }
            }
            return new FixedCreditors(creditors, broken);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION,
                    Sentence.of(WorkspaceLayout.class, "file.unreadable", folder, WorkspaceLayout.message(e)),
                    e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void writeDraft(Path file) throws IOException {
        try (InputStream draft = CreditorFiles.class.getResourceAsStream("draft-creditor.json")) {
            String name = Sentence.of(CreditorFiles.class, "draft.name").in(Locale.getDefault());
            Files.writeString(file, new String(draft.readAllBytes(), StandardCharsets.UTF_8).replace(DRAFT_NAME, name));
        }
    }

    private static String name(Path file) {
        String fileName = file.getFileName().toString();
        return fileName.substring(0, fileName.length() - ".json".length());
    }

    private static Creditor read(Path file) throws WorkspaceException {
        try {
            CreditorId id = CreditorId.of(name(file));
            JsonNode root = JSON.readTree(Files.readString(file));
            return new CreditorReader(root).read(id);
        } catch (JsonProcessingException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION,
                    Sentence.of(
                            WorkspaceLayout.class,
                            "file.no-json",
                            file,
                            e.getLocation().getLineNr(),
                            WorkspaceLayout.message(e)),
                    e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION,
                    Sentence.of(WorkspaceLayout.class, "file.unreadable", file, WorkspaceLayout.message(e)),
                    e);
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION, Sentence.of(WorkspaceLayout.class, "file.wrong", file, e), e);
        }
    }
}
