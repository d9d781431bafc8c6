package org.quittance.casework.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that lie in the inbox, and the folders they are moved to. For the one who holds its lock. */
final class DropFolder implements AutoCloseable {

    static final String PROCESSED = "processed";
    static final String REFUSED = "refused";
    static final String REASON = ".reason.txt";
    static final String MAPPING = ".mapping.json";

    private static final String LOCK = ".lock";
    private static final List<String> UNFINISHED = List.of(
            ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".lock", "~");
    /** Who writes a file slowly pauses less than this. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Path folder;
    private final FileChannel channel;
    private final Instant now;

    private DropFolder(Path folder, FileChannel channel, Instant now) {
        this.folder = folder;
        this.channel = channel;
        this.now = now;
    }

    /** What a file was when it was looked at. */
    record Look(long size, Instant changed) {

        static Look at(Path file) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Look(attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }

    /** Empty while another pass is under way, in this process or another one. */
    static Optional<DropFolder> lock(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(PROCESSED));
        Files.createDirectories(folder.resolve(REFUSED));
        Path file = folder.resolve(LOCK);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
            if (!locked) {
                return Optional.empty();
            }
            // The file system's own clock, by which the ages of the files are judged.
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
            channel.force(true);
            return Optional.of(new DropFolder(folder, channel, Look.at(file).changed()));
        } catch (OverlappingFileLockException heldHere) {
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Files to import, by name; not those of other programs at work, nor mappings. */
    List<Path> files() throws IOException {
        return files(folder);
    }

    /** The same for anyone who only looks. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isLeftAlone(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isLeftAlone(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || lower.endsWith(MAPPING)
                || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** Whether nobody has written to it for a while. What lies in the future was dated by another machine. */
    boolean isQuiet(Look look) {
        return look.size() > 0 && Duration.between(look.changed(), now).abs().compareTo(QUIET) >= 0;
    }

    /** {@code invoices.csv} is read with {@code invoices.mapping.json} or {@code invoices.csv.mapping.json} beside it. */
    Optional<Path> mappingBeside(Path file) {
        String name = file.getFileName().toString();
        int point = name.lastIndexOf('.');
        return Stream.of(name, point > 0 ? name.substring(0, point) : name)
                .map(stem -> folder.resolve(stem + MAPPING))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Moves a file, its bytes untouched, under a name that nothing there has yet. What is said of it is written first: without the file it is
     * written again.
     *
     * @param to {@link #PROCESSED} or {@link #REFUSED}
     * @param reason for people; empty text for none
     */
    Path move(Path file, String to, String reason) throws IOException {
        Path target = free(folder.resolve(to), file.getFileName().toString());
        if (!reason.isEmpty()) {
            Path told = target.resolveSibling(target.getFileName() + REASON);
            Files.writeString(told, reason, StandardCharsets.UTF_8);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    /** A mapping that was for one file goes with it. */
    void moveMapping(Path mapping, Path moved) throws IOException {
        Path target = free(moved.getParent(), moved.getFileName() + MAPPING);
        try {
            Files.move(mapping, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    private static Path free(Path folder, String name) {
        int point = name.lastIndexOf('.');
        String stem = point > 0 ? name.substring(0, point) : name;
        String ending = point > 0 ? name.substring(point) : "";
        Path target = folder.resolve(name);
        for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            target = folder.resolve(stem + "-" + number + ending);
        }
        return target;
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
