package org.quittance.channel.letter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.OutboxFiles;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;

/**
 * Puts letters into the outbox as PDF files named by date, debtor and send key. Somebody prints and posts them, then
 * confirms; until then they wait. Finished files stay in the outbox until that is done: a file that is gone after a crash
 * was never finished. Safe for any thread.
 */
@Component(configurationPid = "org.quittance.channel.letter")
public final class LetterChannel implements ReminderChannel {

    private final OutboxFiles outbox = new OutboxFiles(".pdf");

    @Activate
    public LetterChannel() {}

    @Override
    public String id() {
        return "letter";
    }

    @Override
    public Medium medium() {
        return Medium.LETTER;
    }

    @Override
    public Optional<String> unreachable(Debtor debtor) {
        if (debtor.optOuts().contains(Medium.LETTER)) {
            return Optional.of("optOuts: the debtor does not want letters");
        }
        return debtor.address().isPresent() ? Optional.empty() : Optional.of("address: the debtor has none");
    }

    @Override
    public SendOutcome send(OutboundMessage message) throws ChannelException {
        Optional<String> obstacle = unreachable(message.debtor());
        if (obstacle.isPresent()) {
            return SendOutcome.refused(obstacle.get());
        }
        return outbox.write(message, message.content().letter().bytes(), LetterChannel::waiting);
    }

    @Override
    public SendOutcome reconcile(OutboundMessage message) throws ChannelException {
        return outbox.find(message)
                .map(LetterChannel::waiting)
                .orElseGet(() -> SendOutcome.deferred(
                        "no file for " + message.key() + " in " + message.outbox() + ": it was never finished",
                        Duration.ZERO));
    }

    private static SendOutcome waiting(Path file) {
        return SendOutcome.awaitingConfirmation(file.toString());
    }
}
