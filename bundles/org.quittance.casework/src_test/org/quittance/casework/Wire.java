package org.quittance.casework;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;

/**
 * A way out of the house that outlives the process: each message is a line «key debtor» of a file. A line that breaks off after
 * its key may or may not have left, and nobody can say. Does not itself notice a key it has seen: a second line is the fault
 * the tests look for.
 */
final class Wire implements ReminderChannel {

    private final Path file;
    private final boolean reconciles;
    private final Consumer<String> points;

    Wire(Path file, boolean reconciles, Consumer<String> points) throws IOException {
        this.file = file;
        this.reconciles = reconciles;
        this.points = points;
        if (Files.exists(file)
                && !Files.readString(file).isEmpty()
                && !Files.readString(file).endsWith("\n")) {
            append("?\n");
        }
    }

    @Override
    public String id() {
        return "wire";
    }

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public Optional<String> unreachable(Debtor debtor) {
        return Optional.empty();
    }

    @Override
    public SendOutcome send(OutboundMessage message) throws ChannelException {
        try {
            points.accept("dispatch.before-wire");
            append(message.key() + " ");
            points.accept("dispatch.half-on-wire");
            append(message.debtor().id() + "\n");
            points.accept("dispatch.after-wire");
        } catch (IOException e) {
            throw ChannelException.passing("the wire is cut", e);
        }
        return SendOutcome.sent("wire-" + message.key());
    }

    @Override
    public SendOutcome reconcile(OutboundMessage message) throws ChannelException {
        if (!reconciles) {
            return ReminderChannel.super.reconcile(message);
        }
        try {
            String debtor = lines(file).getOrDefault(message.key().value(), "");
            if (debtor.isEmpty()) {
                return SendOutcome.deferred("it never left", java.time.Duration.ZERO);
            }
            return debtor.equals("?")
                    ? SendOutcome.unknown("the line broke off")
                    : SendOutcome.sent("wire-" + message.key());
        } catch (IOException e) {
            throw ChannelException.passing("the wire is cut", e);
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Debtors by key; fails where a key is on the wire twice. */
    static Map<String, String> lines(Path file) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (String line : all) {
            int blank = line.indexOf(' ');
            String debtor = line.substring(blank + 1);
            if (lines.containsKey(line.substring(0, blank))) {
                throw new AssertionError("sent twice: " + line);
            }
            lines.put(line.substring(0, blank), debtor.isEmpty() ? "?" : debtor);
        }
        return lines;
    }
}
