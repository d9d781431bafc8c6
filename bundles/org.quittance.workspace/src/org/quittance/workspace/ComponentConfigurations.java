package org.quittance.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configurations of components: {@code etc/<pid>.json}, or {@code etc/<factory pid>~<name>.json} where there may be several,
 * each a flat JSON object. A new workspace needs none: store, letters and e-mail have defaults. A file that cannot be used costs
 * its own service only, which gets no configuration; the store, without which there is nothing, its default one.
 */
final class ComponentConfigurations {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentConfigurations.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STORE = "org.quittance.store.sqlite";
    private static final String EMAIL = "org.quittance.channel.email";

    /** Beginnings of names: channels write files in a simulated workspace, and rates are data. */
    private static final List<String> HARMLESS = List.of("org.quittance.channel.", "org.quittance.interest.");

    private final Map<String, Map<String, Object>> byPid;
    private final SortedMap<String, Sentence> broken;
    private final List<Configuration> published = new ArrayList<>();

    private ComponentConfigurations(Map<String, Map<String, Object>> byPid, SortedMap<String, Sentence> broken) {
        this.byPid = byPid;
        this.broken = broken;
    }

    static ComponentConfigurations read(Path etc, Path workspace) throws WorkspaceException {
        Map<String, Map<String, Object>> byPid = new TreeMap<>();
        SortedMap<String, Sentence> broken = new TreeMap<>();
        try (Stream<Path> files = Files.list(etc)) {
            for (Path file :
                    files.filter(ComponentConfigurations::isConfiguration).toList()) {
                String name = file.getFileName().toString();
                String pid = name.substring(0, name.length() - ".json".length());
                try {
                    byPid.put(pid, properties(file));
                } catch (WorkspaceException e) {
                    broken.put(pid, e.sentence());
                }
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION,
                    Sentence.of(WorkspaceLayout.class, "file.unreadable", etc, WorkspaceLayout.message(e)),
                    e);
        }
        if (Stream.concat(byPid.keySet().stream(), broken.keySet().stream()).noneMatch(pid -> pid.startsWith(EMAIL))) {
            byPid.put(EMAIL + "~default", Map.of());
        }
        byPid.computeIfAbsent(STORE, pid -> new TreeMap<>()).put("directory", workspace.toString());
        byPid.replaceAll((pid, properties) -> pid.startsWith(EMAIL) ? inDirectory(properties, workspace) : properties);
        return new ComponentConfigurations(byPid, Collections.unmodifiableSortedMap(broken));
    }

    /** Files an e-mail account names, its password for one, are relative to the workspace. */
    private static Map<String, Object> inDirectory(Map<String, Object> properties, Path workspace) {
        Map<String, Object> more = new TreeMap<>(properties);
        more.put("directory", workspace.toAbsolutePath().toString());
        return more;
    }

    /** What is wrong, by the name of the configuration. */
    SortedMap<String, Sentence> broken() {
        return broken;
    }

    /** Deletes what may reach outside of the workspace, also of services nobody here has written. */
    static void keepHarmless(Path etc) throws WorkspaceException {
        try (Stream<Path> files = Files.list(etc)) {
            for (Path file :
                    files.filter(ComponentConfigurations::isConfiguration).toList()) {
                if (HARMLESS.stream().noneMatch(file.getFileName().toString()::startsWith)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION,
                    Sentence.of(WorkspaceLayout.class, "file.unreadable", etc, WorkspaceLayout.message(e)),
                    e);
        }
    }

    private static boolean isConfiguration(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(".json");
    }

    private static Map<String, Object> properties(Path file) throws IOException, WorkspaceException {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION,
                    Sentence.of(WorkspaceLayout.class, "file.unreadable", file, WorkspaceLayout.message(e)),
                    e);
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
        }
        if (!root.isObject()) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION, Sentence.of(WorkspaceLayout.class, "configuration.no-object", file), null);
        }
        Map<String, Object> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            properties.put(field.getKey(), value(file, field.getKey(), field.getValue()));
        }
        return properties;
    }

    private static Object value(Path file, String field, JsonNode node) throws WorkspaceException {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(element -> texts.add(element.asText()));
            return texts.toArray(String[]::new);
        }
        throw new WorkspaceException(
                Kind.CONFIGURATION, Sentence.of(WorkspaceLayout.class, "configuration.field", file, field, node), null);
    }

    void publish(ConfigurationAdmin admin) throws WorkspaceException {
        for (Map.Entry<String, Map<String, Object>> entry : byPid.entrySet()) {
            try {
                Configuration configuration = configuration(admin, entry.getKey());
                Dictionary<String, Object> properties = new Hashtable<>(entry.getValue());
                configuration.update(properties);
                published.add(configuration);
            } catch (IOException e) {
                throw new WorkspaceException(
                        Kind.CONFIGURATION,
                        Sentence.of(WorkspaceLayout.class, "configuration.not-taken", entry.getKey(), e),
                        e);
            }
        }
    }

    private static Configuration configuration(ConfigurationAdmin admin, String name) throws IOException {
        int separator = name.indexOf('~');
        return separator < 0
                ? admin.getConfiguration(name, "?")
                : admin.getFactoryConfiguration(name.substring(0, separator), name.substring(separator + 1), "?");
    }

    void withdraw() {
        for (Configuration configuration : published) {
            try {
                configuration.delete();
            } catch (IOException | IllegalStateException e) {
                LOG.warn("configuration {} could not be taken away", configuration.getPid(), e);
            }
        }
        published.clear();
    }
}
