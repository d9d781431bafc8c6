package org.quittance.api.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.quittance.api.model.Sha256;

/**
 * Files of one kind in outbox folders, one per send key: what a channel needs that makes files instead of transmitting. A file appears under its name only when it is complete and on the
 * disk; a key is found again whatever the date in its name. One process writes to a folder; safe for any thread.
 */
public final class OutboxFiles {

    private static final int DEBTOR_LENGTH_MAX = 60;
    private static final int KEY_LENGTH_MAX = 24;
    private static final int DIGEST_LENGTH = 8;

    private final String suffix;
    /** Send keys and their files, per folder: read once, so that a run of many thousand messages lists no folder again. */
    private final Map<Path, Map<String, Path>> known = new ConcurrentHashMap<>();

    private final Object[] locks = new Object[64];

    /**
     * @param suffix with its dot, such as {@code .pdf}
     */
    public OutboxFiles(String suffix) {
        this.suffix = suffix;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
    }

    /** The file of this message's key, whenever it was written. */
    public Optional<Path> find(OutboundMessage message) throws ChannelException {
        Map<String, Path> files = files(message.outbox());
        String whole = message.key().value();
        return Optional.ofNullable(files.getOrDefault(mark(message.key()), files.get(whole)));
    }

    /**
     * Writes the file unless the key has one already.
     *
     * @param outcome what to answer for the file, written now or earlier
     * @throws ChannelException when there is no file with the key
     */
    public SendOutcome write(OutboundMessage message, byte[] bytes, Function<Path, SendOutcome> outcome)
            throws ChannelException {
        synchronized (locks[Math.floorMod(message.key().hashCode(), locks.length)]) {
            Optional<Path> earlier = find(message);
            if (earlier.isPresent()) {
                return outcome.apply(earlier.get());
            }
            Path file = message.outbox().resolve(name(message));
            writeComplete(file, bytes);
            files(message.outbox()).put(mark(message.key()), file);
            return flushed(message.outbox()) ? outcome.apply(file) : doubtful(file);
        }
    }

    private void writeComplete(Path file, byte[] bytes) throws ChannelException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw failure("cannot write " + file, discard(part, e));
        }
    }

    /** A part that stays behind does no harm: its name begins with a dot, and the next attempt overwrites it. */
    private static Exception discard(Path part, Exception failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException | ReadOnlyFileSystemException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Where folders cannot be opened (Windows) the move itself must do. */
    private static boolean flushed(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
            return true;
        } catch (AccessDeniedException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static SendOutcome doubtful(Path file) {
        return SendOutcome.unknown(
                file + " was written, but its folder could not be flushed to the disk; look whether it is there");
    }

    private Map<String, Path> files(Path folder) throws ChannelException {
        if (known.containsKey(folder)) {
            return known.get(folder);
        }
        Map<String, Path> found = new ConcurrentHashMap<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder, "[!.]*_*" + suffix)) {
            for (Path file : listed) {
                String name = file.getFileName().toString();
                found.put(name.substring(name.lastIndexOf('_') + 1, name.length() - suffix.length()), file);
            }
        } catch (IOException e) {
            throw failure("cannot read the outbox " + folder, e);
        }
        known.putIfAbsent(folder, found);
        return known.get(folder);
    }

    /** Date, debtor and the send key made short: no underscore in any of them, so that the key can be read back. */
    private String name(OutboundMessage message) {
        String debtor = message.debtor().id().value().replaceAll("[^A-Za-z0-9.-]+", "-");
        String shortened = debtor.substring(0, Math.min(debtor.length(), DEBTOR_LENGTH_MAX));
        return message.date() + "_" + shortened + "_" + mark(message.key()) + suffix;
    }

    /**
     * What stands for a key in the name of its file: the end of it, which is what people know a message by, and a digest of the whole: keys hold the name of the
     * ledger, which nobody can read. Files from before, named by the whole key, are found as well.
     */
    public static String mark(SendKey key) {
        String whole = key.value();
        if (whole.length() <= KEY_LENGTH_MAX) {
            return whole;
        }
        String end = whole.substring(whole.length() - KEY_LENGTH_MAX);
        String part = end.substring(end.indexOf('-') + 1);
        return part + "-" + Sha256.hex(whole).substring(0, DIGEST_LENGTH);
    }

    private static ChannelException failure(String what, Exception cause) {
        String why = what + ": " + cause;
        boolean lasting = cause instanceof AccessDeniedException
                || cause instanceof NoSuchFileException
                || cause instanceof NotDirectoryException
                || cause instanceof ReadOnlyFileSystemException;
        return lasting
                ? ChannelException.lasting(why + "; give this program a folder it may write to", cause)
                : ChannelException.passing(why + "; free space or mend the disk, then dispatch again", cause);
    }
}
