package org.quittance.channel.letter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.OutboxFiles;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;
import org.quittance.tck.channel.ChannelSamples;
import org.quittance.tck.channel.ReminderChannelContract;

class LetterChannelTest extends ReminderChannelContract {

    @Override
    protected ReminderChannel channel() {
        return new LetterChannel();
    }

    @Override
    protected int deliveries(OutboundMessage message) {
        try (Stream<Path> files = Files.list(outbox())) {
            return (int) files.filter(file ->
                            file.getFileName().toString().endsWith("_" + OutboxFiles.mark(message.key()) + ".pdf"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void breakMedium() {
        move(outbox(), aside());
    }

    @Override
    protected void mendMedium() {
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

    @Test
    void theFileIsTheLetterUnderDateDebtorAndKey() throws Exception {
        OutboundMessage message = message("letter-name-1");
        SendOutcome outcome = channel().send(message);
        Path file = outbox().resolve("2026-11-21_C-042-_letter-name-1.pdf");
        assertEquals(SendOutcome.awaitingConfirmation(file.toString()), outcome);
        assertArrayEquals(message.content().letter().bytes(), Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(outbox())) {
            assertEquals(1, files.count(), "no part is left behind");
        }
    }

    @Test
    void theNameOfTheLedgerIsNotSpelledOutInTheNameOfTheFile() throws Exception {
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
                assertTrue(name.matches("2026-11-21_C-042-_20261121-1-17-[0-9a-f]{8}[.]pdf"), name);
            }
        }
    }

    @Test
    void aLetterOfAnEarlierVersionIsFoundByItsWholeKey() throws Exception {
        OutboundMessage message = message("q-0123456789abcdef0123456789abcdef-20261121-1-18");
        Path earlier = outbox().resolve("2026-11-20_C-042-_" + message.key() + ".pdf");
        Files.write(earlier, message.content().letter().bytes());
        assertEquals(
                SendOutcome.awaitingConfirmation(earlier.toString()), channel().send(message));
        assertEquals(0, deliveries(message));
    }

    @Test
    void aKeyIsFoundAgainUnderAnotherDate() throws Exception {
        SendOutcome first = channel().send(message("letter-date-1"));
        OutboundMessage nextDay = ChannelSamples.message("letter-date-1", outbox())
                .dated(LocalDate.of(2026, 11, 23), Instant.parse("2026-11-23T08:00:00Z"))
                .build();
        assertEquals(first, channel().send(nextDay));
        assertEquals(1, deliveries(nextDay));
    }

    @Test
    void anUnfinishedPartIsNoLetter() throws Exception {
        OutboundMessage message = message("letter-part-1");
        Files.writeString(outbox().resolve(".2026-11-21_C-042-_letter-part-1.pdf.part"), "half");
        assertEquals(Outcome.DEFERRED, Outcome.of(channel().reconcile(message)));
        assertEquals(Outcome.AWAITING_CONFIRMATION, Outcome.of(channel().send(message)));
        assertArrayEquals(
                message.content().letter().bytes(),
                Files.readAllBytes(outbox().resolve("2026-11-21_C-042-_letter-part-1.pdf")));
    }

    @Test
    void aLetterThatWasTakenAwayIsNotWrittenAgain() throws Exception {
        ReminderChannel channel = channel();
        OutboundMessage message = message("letter-taken-1");
        SendOutcome first = channel.send(message);
        Files.delete(outbox().resolve("2026-11-21_C-042-_letter-taken-1.pdf"));
        assertEquals(first, channel.send(message));
        assertEquals(0, deliveries(message));
    }

    @Test
    void anOptOutIsRespected() {
        Debtor debtor = Debtor.named(ChannelSamples.reachableDebtor().key(), "Exemple")
                .address(ChannelSamples.reachableDebtor().address().orElseThrow())
                .optOuts(Set.of(Medium.LETTER))
                .build();
        assertTrue(channel().unreachable(debtor).orElseThrow().startsWith("optOuts"));
    }
}
