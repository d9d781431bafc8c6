package org.quittance.channel.email;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.tck.channel.ChannelSamples;
import org.quittance.tck.channel.ReminderChannelContract;

/** The channel keeps the contract against a real server over TLS with a login. */
final class SmtpChannelContractTest extends ReminderChannelContract {

    private final MailHouse house;

    SmtpChannelContractTest(@TempDir Path folder) {
        house = MailHouse.withTls(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Override
    protected ReminderChannel channel() {
        return MailHouse.channel(house.account());
    }

    @Override
    protected OutboundMessage message(String key) {
        return ChannelSamples.message(key, outbox()).simulated(false).build();
    }

    @Override
    protected int deliveries(OutboundMessage message) {
        return house.arrived(message.key().value());
    }

    @Override
    protected void breakMedium() {
        house.password("wrong");
    }

    @Override
    protected void mendMedium() {
        house.password(MailHouse.PASSWORD);
    }
}
