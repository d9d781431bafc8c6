package org.quittance.agency.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writing that survives a crash: bytes reach the disk before a name points at them. */
final class DurableFiles {

    private DurableFiles() {}

    /** A name beside the target that no reader takes for a finished file. */
    static Path partOf(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Writes a new file and forces it to the disk. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes a file appear under its name, complete. */
    static void publish(Path file, byte[] bytes) throws IOException {
        Path part = partOf(file);
        try {
            write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(part, e);
            throw e;
        }
        forceFolder(file.getParent());
    }

    /** Makes a folder that was written completely appear under its name; fails where the name is taken. */
    static void publishFolder(Path part, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(part)) {
            List<Path> folders = all.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path inner : folders) {
                forceFolder(inner);
            }
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder.getParent());
    }

    /** Removes what a failed attempt left; where that fails too, the reason goes with the first failure. */
    static void discard(Path path, IOException failure) {
        try {
            delete(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Removes a file or a folder with all it holds; links are removed, not followed. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** A renamed entry is only durable once its folder is; Windows has no such call and journals renames itself. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
