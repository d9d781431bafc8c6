package org.quittance.agency.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.agency.file.BoundedJson.UnreadableException;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;

/**
 * The folders of the cases, one per key. A folder under its key is complete; what a crash left has another name and is removed
 * when the same key comes again. Not for several threads.
 */
final class CaseFolders {

    static final String FEEDBACK = "feedback";

    private static final String ACKNOWLEDGEMENT = "acknowledgement.json";
    private static final String RECALL = "recall.json";

    /** The only name of this protocol that a key could take; file systems may not tell capitals. */
    private static final Set<String> RESERVED = Set.of(FEEDBACK);

    private final Path directory;

    CaseFolders(Path directory) {
        this.directory = directory;
    }

    static boolean isReserved(HandOverKey key) {
        return RESERVED.contains(key.value().toLowerCase(Locale.ROOT));
    }

    /** Whether the case was handed over; a folder of that name that is not its package stops with what to do. */
    boolean has(HandOverKey key) throws IOException, AgencyException {
        Path folder = folder(key);
        if (isReserved(key) || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String problem;
        try {
            String owner = BoundedJson.read(folder.resolve(PackageFiles.MANIFEST))
                    .path("key")
                    .asText();
            if (owner.equals(key.value())) {
                return true;
            }
            problem = "belongs to case «" + owner + "»";
        } catch (UnreadableException e) {
            problem = e.getMessage();
        }
        throw AgencyException.lasting(
                folder.resolve(PackageFiles.MANIFEST) + " " + problem
                        + "; look at the folder and move it away if it is no package",
                null);
    }

    void create(HandOverKey key, Map<String, byte[]> files) throws IOException, AgencyException {
        Path folder = folder(key);
        Files.createDirectories(directory.resolve(FEEDBACK));
        Path part = DurableFiles.partOf(folder);
        try {
            write(part, files);
            publish(part, folder, key);
        } catch (IOException e) {
            DurableFiles.discard(part, e);
            throw e;
        }
        removeLeftovers(key);
    }

    /** What the agency has said so far about a case that was handed over. */
    HandOverOutcome outcome(HandOverKey key) throws IOException {
        String waiting = folder(key) + ", until the agency puts " + ACKNOWLEDGEMENT + " there";
        try {
            Optional<Acknowledgement> acknowledgement = acknowledgement(key);
            return acknowledgement.map(Acknowledgement::outcome).orElseGet(() -> HandOverOutcome.pending(waiting));
        } catch (UnreadableException e) {
            return HandOverOutcome.pending(folder(key).resolve(ACKNOWLEDGEMENT) + " " + e.getMessage());
        }
    }

    Optional<Acknowledgement> acknowledgement(HandOverKey key) throws IOException, UnreadableException {
        Path file = folder(key).resolve(ACKNOWLEDGEMENT);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Acknowledgement.of(BoundedJson.read(file)))
                : Optional.empty();
    }

    /** Keys whose folder holds an acknowledgement, in order of key. */
    List<HandOverKey> acknowledged() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, "[A-Za-z0-9]*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(ACKNOWLEDGEMENT), LinkOption.NOFOLLOW_LINKS)) {
                    names.add(folder.getFileName().toString());
                }
            }
        }
        List<HandOverKey> keys = new ArrayList<>();
        names.stream()
                .filter(name -> name.matches("[A-Za-z0-9-]{8,80}"))
                .map(HandOverKey::new)
                .filter(key -> !isReserved(key))
                .forEach(keys::add);
        return keys;
    }

    /** Writes the recall once; the reason given first stays. */
    HandOverOutcome recall(HandOverKey key, String reason) throws IOException {
        Path file = folder(key).resolve(RECALL);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            ObjectNode recall = BoundedJson.newObject();
            recall.put("schema", "org.quittance.recall").put("version", 1);
            recall.put("key", key.value()).put("reason", reason);
            DurableFiles.publish(file, BoundedJson.bytes(recall));
        }
        return HandOverOutcome.pending(file + ", until the agency reports RECALLED or CLOSED");
    }

    private static void write(Path part, Map<String, byte[]> files) throws IOException {
        Files.createDirectory(part);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = part.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            DurableFiles.write(target, file.getValue());
        }
    }

    /** Another process may have been first with the same key; then its package is the one. */
    private void publish(Path part, Path folder, HandOverKey key) throws IOException, AgencyException {
        try {
            DurableFiles.publishFolder(part, folder);
        } catch (FileSystemException e) {
            if (!has(key)) {
                throw e;
            }
            DurableFiles.delete(part);
        }
    }

    private void removeLeftovers(HandOverKey key) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, "." + key + ".*.part")) {
            for (Path leftover : leftovers) {
                DurableFiles.delete(leftover);
            }
        }
    }

    private Path folder(HandOverKey key) {
        return directory.resolve(key.value());
    }
}
