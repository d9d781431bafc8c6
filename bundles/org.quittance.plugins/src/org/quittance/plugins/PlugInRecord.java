package org.quittance.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.quittance.service.casework.CaseworkException;

/** {@code plugins/installed.json}: which plug-ins the workspace has. The framework is made to agree with it, never the other way round. */
final class PlugInRecord {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;
    private static final String LIST = "plugIns";

    private final Path file;

    PlugInRecord(Path file) {
        this.file = file;
    }

    /**
     * @param signer see {@link org.quittance.service.plugin.PlugIn#signer}
     * @param allowedBy who let it in though nobody trusted had signed it
     */
    record Entry(String name, Version version, String sha256, Optional<String> signer, Optional<String> allowedBy) {

        String fileName() {
            return new BundleFile(name, version).fileName();
        }
    }

    /** By name. */
    SortedMap<String, Entry> read() throws CaseworkException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        if (!Files.exists(file)) {
            return entries;
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            if (root.path("format").asInt() != FORMAT) {
                throw new IOException("format " + root.path("format"));
            }
            for (JsonNode each : root.path(LIST)) {
                String name = required(each, "name");
                entries.put(
                        name,
                        new Entry(
                                name,
                                Version.parseVersion(required(each, "version")),
                                required(each, "sha256"),
                                optional(each, "signer"),
                                optional(each, "allowedBy")));
            }
            return entries;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusals.workspace(e, "file.unreadable", file, e);
        }
    }

    private static String required(JsonNode entry, String field) throws IOException {
        return optional(entry, field).orElseThrow(() -> new IOException("«" + field + "»"));
    }

    private static Optional<String> optional(JsonNode entry, String field) {
        String text = entry.path(field).asText();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** On the disk when this returns. */
    void write(Collection<Entry> entries) throws CaseworkException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode list = root.putArray(LIST);
        for (Entry entry : entries) {
            ObjectNode each = list.addObject()
                    .put("name", entry.name)
                    .put("version", entry.version.toString())
                    .put("sha256", entry.sha256);
            entry.signer.ifPresent(signer -> each.put("signer", signer));
            entry.allowedBy.ifPresent(actor -> each.put("allowedBy", actor));
        }
        try {
            DurableFile.replace(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Refusals.workspace(e, "file.unwritable", file, e);
        }
    }
}
