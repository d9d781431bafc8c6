package org.quittance.plugins;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are on the disk, complete, before anything says so. */
final class DurableFile {

    private DurableFile() {}

    /** Writes beside the file and puts it in its place. */
    static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, content);
        publish(next, file);
    }

    /** Gives a complete file its name. */
    static void publish(Path complete, Path file) throws IOException {
        force(complete, StandardOpenOption.WRITE);
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // A name is only durable once its folder is; Windows has no such call and journals renames itself.
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(file.getParent(), StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
