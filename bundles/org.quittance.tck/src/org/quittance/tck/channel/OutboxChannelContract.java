package org.quittance.tck.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.OutboxFiles;

/**
 * What a channel keeps that puts files into the outbox by {@link org.quittance.api.channel.OutboxFiles}: the outbox is its far
 * side, so the questions of the contract are answered here.
 */
public abstract class OutboxChannelContract extends ReminderChannelContract {

    private final String ending;

    /** @param ending of the files, with its dot */
    protected OutboxChannelContract(String ending) {
        this.ending = ending;
    }

    @Override
    protected final int deliveries(OutboundMessage message) {
        try (Stream<Path> files = Files.list(outbox())) {
            return (int) files.filter(file ->
                            file.getFileName().toString().endsWith("_" + OutboxFiles.mark(message.key()) + ending))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected final void breakMedium() {
        move(outbox(), aside());
    }

    @Override
    protected final void mendMedium() {
        move(aside(), outbox());
    }

    private Path aside() {
        return outbox().resolveSibling(outbox().getFileName() + "-aside");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a message of {@link ChannelSamples}. */
    protected final Path file(OutboundMessage message) {
        return outbox().resolve("2026-11-21_C-042-_" + OutboxFiles.mark(message.key()) + ending);
    }

    @Test
    final void theFileIsNamedByDateDebtorAndKeyAndNothingElseIsLeft() throws Exception {
        OutboundMessage message = message("outbox-name-1");
        assertTrue(Outcome.of(channel().send(message)).left());
        assertTrue(Files.isRegularFile(file(message)));
        try (Stream<Path> files = Files.list(outbox())) {
            assertEquals(1, files.count(), "no part is left behind");
        }
    }

    @Test
    final void theNameOfTheLedgerIsNotSpelledOutInTheNameOfTheFile() throws Exception {
        String number = "-20261121-1-17";
        OutboundMessage message = message("q-0123456789abcdef0123456789abcdef" + number);
        OutboundMessage otherLedger = message("q-0123456789abcdef0123456789abcde0" + number);
        channel().send(message);
        channel().send(otherLedger);
        try (Stream<Path> files = Files.list(outbox())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(2, names.size(), "two ledgers never share a file");
            for (String name : names) {
                assertTrue(name.startsWith("2026-11-21_C-042-_20261121-1-17-") && name.length() < 50, name);
            }
        }
    }

    @Test
    final void aFileOfAnEarlierVersionIsFoundByItsWholeKey() throws Exception {
        OutboundMessage message = message("q-0123456789abcdef0123456789abcdef-20261121-1-18");
        Files.writeString(outbox().resolve("2026-11-20_C-042-_" + message.key() + ending), "earlier");
        assertTrue(Outcome.of(channel().send(message)).left());
        assertEquals(0, deliveries(message));
    }

    @Test
    final void aKeyIsFoundAgainUnderAnotherDate() throws ChannelException {
        OutboundMessage first = message("outbox-date-1");
        OutboundMessage nextDay = ChannelSamples.message("outbox-date-1", outbox())
                .dated(LocalDate.of(2026, 11, 23), Instant.parse("2026-11-23T08:00:00Z"))
                .build();
        assertEquals(channel().send(first), channel().send(nextDay));
        assertEquals(1, deliveries(nextDay));
    }

    @Test
    final void anUnfinishedPartIsNoMessage() throws Exception {
        OutboundMessage message = message("outbox-part-1");
        Files.writeString(outbox().resolve("." + file(message).getFileName() + ".part"), "half");
        assertTrue(Outcome.of(channel().reconcile(message)).certainlyNot());
        assertTrue(Outcome.of(channel().send(message)).left());
        assertFalse(Files.readString(file(message), java.nio.charset.StandardCharsets.ISO_8859_1)
                .equals("half"));
    }

    @Test
    final void aFileThatWasTakenAwayIsNotWrittenAgain() throws Exception {
        var channel = channel();
        OutboundMessage message = message("outbox-taken-1");
        var first = channel.send(message);
        Files.delete(file(message));
        assertEquals(first, channel.send(message));
        assertEquals(0, deliveries(message));
    }
}
