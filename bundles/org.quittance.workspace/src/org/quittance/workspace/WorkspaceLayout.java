package org.quittance.workspace;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/** Where things are in a workspace, and whether a folder may be one. */
record WorkspaceLayout(Path directory) {

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
                    Kind.DAMAGED, "workspace " + layout.directory + " cannot be used: " + message(e), e);
        }
        if (!Files.isWritable(layout.directory)) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    "workspace " + layout.directory
                            + " is read-only; make it writable or choose another by --workspace",
                    null);
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
                        layout.directory + " holds files and is not a workspace ("
                                + layout.descriptor().getFileName()
                                + " is missing); name an empty folder by --workspace",
                        null);
            }
        }
    }

    private static void refuseNetwork(WorkspaceLayout layout) throws IOException, WorkspaceException {
        String type = Files.getFileStore(layout.directory).type();
        if (NETWORK_FILE_SYSTEMS.contains(type.toLowerCase(Locale.ROOT))) {
            throw new WorkspaceException(
                    Kind.USAGE,
                    "workspace " + layout.directory + " is on a network file system (" + type
                            + "), where locks cannot be trusted; use a local disk",
                    null);
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
            throw new WorkspaceException(Kind.DAMAGED, "workspace " + directory + " cannot be used: " + message(e), e);
        }
    }

    /** What went wrong, in words: the JDK's file exceptions often say only the path. */
    static String message(Exception e) {
        String text = e.getMessage();
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof EOFException) {
            return "it ends too early";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        if (e instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (e instanceof FileSystemException failed && failed.getReason() == null) {
            return e.getClass().getSimpleName() + " for " + failed.getFile();
        }
        return text != null ? text : e.getClass().getSimpleName();
    }
}
