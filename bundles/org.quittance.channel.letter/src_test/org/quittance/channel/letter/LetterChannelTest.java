package org.quittance.channel.letter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;
import org.quittance.tck.channel.ChannelSamples;
import org.quittance.tck.channel.OutboxChannelContract;

class LetterChannelTest extends OutboxChannelContract {

    LetterChannelTest() {
        super(".pdf");
    }

    @Override
    protected ReminderChannel channel() {
        return new LetterChannel();
    }

    @Test
    void theFileIsTheLetterAndWaitsToBeConfirmed() throws Exception {
        OutboundMessage message = message("letter-name-1");
        assertEquals(
                SendOutcome.awaitingConfirmation(file(message).toString()),
                channel().send(message));
        assertArrayEquals(message.content().letter().bytes(), Files.readAllBytes(file(message)));
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
