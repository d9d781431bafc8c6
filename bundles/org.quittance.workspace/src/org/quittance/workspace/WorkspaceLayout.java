package org.quittance.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where things are in a workspace, and whether a folder may be one. */
record WorkspaceLayout(Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLayout.class);

    /** What the JSON parser adds about itself. */
    private static final Pattern PARSER_PLACE = Pattern.compile(" ?\\([^()]*\\[Source.*$", Pattern.DOTALL);

    /** File locks and SQLite's shared memory do not work reliably on these. */
    private static final Set<String> NETWORK_FILE_SYSTEMS =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "9p", "fuse.sshfs", "webdav", "afs");

    /** Whether the folder is one; touches nothing. */
    static boolean isWorkspace(Path folder) {
        return Files.exists(new WorkspaceLayout(folder.toAbsolutePath().normalize()).descriptor());
    }

    /** Takes an existing workspace, or an absent or empty folder that will become one. */
    static WorkspaceLayout claim(Path folder) throws WorkspaceException {
        WorkspaceLayout layout = new WorkspaceLayout(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(layout.directory);
            refuseForeignFolder(layout);
            refuseNetwork(layout);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "workspace.unusable", layout.directory, message(e)),
                    e);
        }
        if (!Files.isWritable(layout.directory)) {
            throw new WorkspaceException(
                    Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "workspace.read-only", layout.directory), null);
        }
        return layout;
    }

    private static void refuseForeignFolder(WorkspaceLayout layout) throws IOException, WorkspaceException {
        if (Files.exists(layout.descriptor())) {
            return;
        }
        try (Stream<Path> entries = Files.list(layout.directory)) {
            if (entries.anyMatch(entry -> !entry.equals(layout.lockFile()))) {
                throw new WorkspaceException(
                        Kind.USAGE,
                        Sentence.of(
                                WorkspaceLayout.class,
                                "workspace.foreign",
                                layout.directory,
                                layout.descriptor().getFileName()),
                        null);
            }
        }
    }

    private static void refuseNetwork(WorkspaceLayout layout) throws WorkspaceException {
        String type = fileSystem(layout.directory);
        if (NETWORK_FILE_SYSTEMS.contains(type.toLowerCase(Locale.ROOT))) {
            throw new WorkspaceException(
                    Kind.USAGE, Sentence.of(WorkspaceLayout.class, "workspace.network", layout.directory, type), null);
        }
    }

    /** Empty where it is not known, as in a chroot whose mount table does not list the folder. */
    static String fileSystem(Path folder) {
        try {
            return Files.getFileStore(folder).type();
        } catch (IOException e) {
            LOG.debug("The file system of {} is not known", folder, e);
            return "";
        }
    }

    Path descriptor() {
        return directory.resolve("workspace.json");
    }

    Path lockFile() {
        return directory.resolve("workspace.lock");
    }

    Path etc() {
        return directory.resolve("etc");
    }

    Path creditors() {
        return etc().resolve("creditors");
    }

    Path outbox() {
        return directory.resolve("out");
    }

    Path plugins() {
        return directory.resolve("plugins");
    }

    void createFolders() throws WorkspaceException {
        try {
            Files.createDirectories(creditors());
            Files.createDirectories(etc().resolve("policies"));
            Files.createDirectories(etc().resolve("templates"));
            Files.createDirectories(outbox());
            Files.createDirectories(plugins());
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "workspace.unusable", directory, message(e)), e);
        }
    }

    /**
     * Takes away everything of a workspace that holds nothing yet; to be called without its lock.
     *
     * @param keepsFolder whether the folder itself stays, because somebody else made it
     */
    void remove(boolean keepsFolder) {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (!keepsFolder || !path.equals(directory)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            LOG.warn("{} is left over and can be deleted by hand", directory, e);
        }
    }

    /** What went wrong, in words: the JDK's file exceptions often say only the path. */
    static Sentence message(Exception e) {

        if (e instanceof AccessDeniedException denied) {
            return Sentence.of(WorkspaceLayout.class, "system.denied", denied.getFile());
        }
        if (e instanceof JsonProcessingException json) {
            return Sentence.plain(
                    PARSER_PLACE.matcher(json.getOriginalMessage()).replaceFirst(""));
        }
        if (e instanceof EOFException) {
            return Sentence.of(WorkspaceLayout.class, "system.end");
        }
        if (e instanceof CharacterCodingException) {
            return Sentence.of(WorkspaceLayout.class, "system.encoding");
        }
        if (e instanceof NoSuchFileException missing) {
            return Sentence.of(WorkspaceLayout.class, "system.absent", missing.getFile());
        }
        if (e instanceof FileSystemException failed && failed.getReason() == null) {
            return Sentence.of(
                    WorkspaceLayout.class, "system.failed", e.getClass().getSimpleName(), failed.getFile());
        }
        return Sentence.from(e);
    }
}
