package org.quittance.workspace;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.quittance.api.ledger.DatabaseCopy;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/** One ZIP file with everything of a workspace: database, descriptor, configuration, produced files, plug-ins. */
final class BackupArchive {

    private static final String DATABASE = "quittance.db";

    private BackupArchive() {}

    static void pack(WorkspaceLayout layout, DatabaseCopy database, Path archive)
            throws IOException, LedgerException, WorkspaceException {
        if (Files.exists(archive)) {
            throw new WorkspaceException(
                    Kind.USAGE, Sentence.of(WorkspaceLayout.class, "backup.exists", archive), null);
        }
        if (!Files.isDirectory(archive.toAbsolutePath().getParent())) {
            throw new WorkspaceException(
                    Kind.INPUT,
                    Sentence.of(
                            WorkspaceLayout.class,
                            "backup.no-folder",
                            archive.toAbsolutePath().getParent()),
                    null);
        }
        Path copy = layout.directory().resolve(DATABASE + ".backup");
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(copy);
            database.copyTo(copy);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                add(zip, DATABASE, copy);
                add(zip, layout.descriptor().getFileName().toString(), layout.descriptor());
                addFolder(zip, layout.directory(), layout.etc());
                addFolder(zip, layout.directory(), layout.outbox());
                addFolder(zip, layout.directory(), layout.plugins());
            }
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(unfinished);
        }
    }

    private static void addFolder(ZipOutputStream zip, Path root, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            add(zip, root.relativize(file).toString().replace('\\', '/'), file);
        }
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** Unpacks beside the target and renames, so that a bad archive leaves nothing behind. */
    static void unpack(Path archive, Path directory) throws WorkspaceException {
        Path target = directory.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling(target.getFileName() + ".restoring");
        if (!Files.isRegularFile(archive)) {
            throw new WorkspaceException(
                    Kind.INPUT,
                    Sentence.of(
                            WorkspaceLayout.class,
                            Files.isDirectory(archive) ? "backup.is-folder" : "backup.absent",
                            archive),
                    null);
        }
        try {
            refuseOccupied(target);
            deleteTree(unfinished);
            Files.createDirectories(unfinished);
            extract(archive, unfinished);
            if (!Files.exists(unfinished.resolve(DATABASE))) {
                throw new WorkspaceException(
                        Kind.INPUT, Sentence.of(WorkspaceLayout.class, "backup.no-database", archive, DATABASE), null);
            }
            Files.deleteIfExists(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (ZipException | EOFException e) {
            throw new WorkspaceException(
                    Kind.INPUT,
                    Sentence.of(WorkspaceLayout.class, "backup.damaged", archive, WorkspaceLayout.message(e)),
                    e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(
                            WorkspaceLayout.class, "backup.not-restored", archive, target, WorkspaceLayout.message(e)),
                    e);
        } finally {
            deleteTreeQuietly(unfinished);
        }
    }

    private static void refuseOccupied(Path target) throws IOException, WorkspaceException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new WorkspaceException(
                        Kind.USAGE, Sentence.of(WorkspaceLayout.class, "restore.occupied", target), null);
            }
        }
    }

    private static void extract(Path archive, Path folder) throws IOException, WorkspaceException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder) || entry.isDirectory()) {
                    throw new WorkspaceException(
                            Kind.INPUT,
                            Sentence.of(WorkspaceLayout.class, "backup.entry", archive, entry.getName()),
                            null);
                }
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    zip.transferTo(out);
                }
            }
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static void deleteTreeQuietly(Path folder) throws WorkspaceException {
        try {
            deleteTree(folder);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "folder.left", folder), e);
        }
    }
}
