package org.quittance.channel.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.model.Medium;
import org.quittance.tck.channel.ChannelSamples;
import org.quittance.tck.channel.RecordingChannel;
import org.quittance.tck.channel.RecordingChannel.Act;
import org.quittance.tck.channel.ReminderChannelContract;

/** The fake that other tests trust keeps the contract of a real channel, and does what it is told. */
final class RecordingChannelContractTest extends ReminderChannelContract {

    private final RecordingChannel channel = RecordingChannel.of("recorded", Medium.EMAIL)
            .reaching(debtor -> debtor.email().isPresent());

    /** What it recorded is outside of it: the object stands for the far side. */
    @Override
    protected ReminderChannel channel() {
        return channel;
    }

    @Override
    protected int deliveries(OutboundMessage message) {
        return (int) channel.sent().stream()
                .filter(sent -> sent.key().equals(message.key()))
                .count();
    }

    @Override
    protected void breakMedium() {
        channel.then(Act.THROWS_PASSING);
    }

    /** The scripted failure happened; nothing is left of it. */
    @Override
    protected void mendMedium() {}

    @Test
    void everyActIsWhatItsNameSays() throws Exception {
        for (Act act : Act.values()) {
            OutboundMessage message = message("act-number-" + act.ordinal());
            channel.then(act);
            boolean left = true;
            switch (act) {
                case SENT, AWAITING_CONFIRMATION, REFUSED, DEFERRED -> {
                    Outcome outcome = Outcome.of(channel.send(message));
                    assertEquals(act.name(), outcome.name());
                    left = outcome.left();
                }
                case UNKNOWN, UNKNOWN_AFTER_EFFECT -> {
                    assertEquals(Outcome.UNKNOWN, Outcome.of(channel.send(message)));
                    left = act == Act.UNKNOWN_AFTER_EFFECT;
                }
                case THROWS_PASSING, THROWS_LASTING, DIES_BEFORE_EFFECT, DIES_AFTER_EFFECT -> {
                    assertThrows(Throwable.class, () -> channel.send(message));
                    left = act == Act.DIES_AFTER_EFFECT;
                }
            }
            assertEquals(left ? 1 : 0, deliveries(message), act::name);
            assertEquals(left, Outcome.of(channel.reconcile(message)).left(), act::name);
        }
    }

    @Test
    void whatIsToldOnceHappensBeforeWhatIsToldAlways() throws Exception {
        channel.always(Act.DEFERRED).then(Act.REFUSED);
        assertEquals(Outcome.REFUSED, Outcome.of(channel.send(message("told-once"))));
        assertEquals(Outcome.DEFERRED, Outcome.of(channel.send(message("told-always"))));
        assertEquals(2, channel.attempts().size());
    }

    @Test
    void servesNobodyButWhomItIsToldTo() {
        channel.serving(creditor -> false);
        assertTrue(channel.unusable(ChannelSamples.creditor()).isPresent());
    }
}
