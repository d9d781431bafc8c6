package org.quittance.channel.email;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.channel.SendKey;

/**
 * What an account handed to its server, by send key, in a file that is only ever added to: {@code ? key} before the end of a
 * message goes out, {@code - key} where the server refused it, {@code + key answer} where it took it, on the disk before the
 * channel says so. Without it a key seen again would be sent again. One process writes; safe for any thread.
 */
final class SubmissionLog {

    private final Path file;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Object flushing = new Object();
    private @Nullable FileChannel out;
    private long written;
    private long flushed;

    /**
     * What is known of a key.
     *
     * @param reference what the server said when it took it; empty where nobody knows whether it did
     */
    record Entry(Optional<String> reference) {}

    SubmissionLog(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                lines.forEach(this::read);
            }
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2) {
            return;
        }
        switch (parts[0]) {
            case "?" -> entries.put(parts[1], new Entry(Optional.empty()));
            case "+" -> entries.put(parts[1], new Entry(Optional.of(parts.length == 3 ? parts[2] : "")));
            case "-" -> entries.remove(parts[1]);
            default -> {
                // A line torn by a crash; what it was about was begun by a whole one.
            }
        }
    }

    Optional<Entry> find(SendKey key) {
        return Optional.ofNullable(entries.get(key.value()));
    }

    /** The end of the message goes out next. */
    void begins(SendKey key) throws IOException {
        append("? " + key);
        entries.put(key.value(), new Entry(Optional.empty()));
    }

    /** The server certainly did not take it. */
    void refused(SendKey key) throws IOException {
        append("- " + key);
        entries.remove(key.value());
    }

    void taken(SendKey key, String reference) throws IOException {
        entries.put(key.value(), new Entry(Optional.of(reference)));
        flush(append("+ " + key + " " + reference));
    }

    private synchronized long append(String line) throws IOException {
        FileChannel channel = out;
        if (channel == null || !channel.isOpen()) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            out = channel;
            line = "\n" + line; // What a crash tore off must not swallow the next line.
        }
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return ++written;
    }

    /** One flush does for everything that was written when it began. */
    private void flush(long upTo) throws IOException {
        synchronized (flushing) {
            if (flushed < upTo) {
                long now;
                FileChannel channel;
                synchronized (this) {
                    now = written;
                    channel = out;
                }
                if (channel != null) {
                    channel.force(false);
                }
                flushed = now;
            }
        }
    }

    synchronized void close() throws IOException {
        FileChannel channel = out;
        out = null;
        if (channel != null) {
            channel.close();
        }
    }
}
