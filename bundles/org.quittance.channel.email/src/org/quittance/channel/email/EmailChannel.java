package org.quittance.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.OutboxFiles;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;
import org.quittance.api.time.BusinessClock;

/**
 * Builds complete e-mails and, for a simulated message, writes them to the outbox as {@code .eml} files, which counts as
 * sent. Others it submits by SMTP; without a server in its configuration it is unusable outside a simulated workspace, so that
 * another medium is chosen, and refuses what it is given all the same. Safe for any thread.
 */
@Component(configurationPid = "org.quittance.channel.email", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EmailAccount.class, factory = true)
public final class EmailChannel implements ReminderChannel {

    private static final String NO_TRANSMISSION = "no SMTP server is configured for this account (host): "
            + "it writes messages to files in a simulated workspace only; use another medium";

    private final String id;
    private final Optional<String> sender;
    private final boolean simulated;
    private final Set<String> creditors;
    private final Optional<SmtpSubmission> submission;
    private final OutboxFiles outbox = new OutboxFiles(".eml");

    /** @throws IllegalArgumentException where a value of the account cannot be, which it names */
    @Activate
    public EmailChannel(EmailAccount account, @Reference BusinessClock clock) {
        this(
                account.id(),
                account.from$_$address(),
                clock.isSimulated(),
                Set.of(account.creditors()),
                MailServer.smtp(account)
                        .map(server -> new SmtpSubmission(
                                account.id(),
                                server,
                                account.connections(),
                                new RateLimit(account.rate$_$per$_$minute(), System::nanoTime))));
    }

    /** One that transmits nothing. */
    EmailChannel(String id, String fromAddress, boolean simulated) {
        this(id, fromAddress, simulated, Set.of(), Optional.empty());
    }

    /** @param creditors whom it sends for; empty for all */
    EmailChannel(
            String id,
            String fromAddress,
            boolean simulated,
            Set<String> creditors,
            Optional<SmtpSubmission> submission) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of the e-mail account is blank");
        }
        if (!fromAddress.isBlank() && !isAddress(fromAddress)) {
            throw new IllegalArgumentException("from-address «" + fromAddress + "» is not an e-mail address");
        }
        this.id = id;
        this.sender = fromAddress.isBlank() ? Optional.empty() : Optional.of(fromAddress);
        this.simulated = simulated;
        this.creditors = Set.copyOf(creditors);
        this.submission = submission;
    }

    @Deactivate
    public void close() {
        submission.ifPresent(SmtpSubmission::close);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public Optional<String> unusable(Creditor creditor) {
        if (!creditors.isEmpty() && !creditors.contains(creditor.id().value())) {
            return Optional.of("creditors: this account does not send for " + creditor.id());
        }
        if (!simulated && submission.isEmpty()) {
            return Optional.of(NO_TRANSMISSION);
        }
        return sender(creditor).isPresent() ? Optional.empty() : Optional.of(withoutSender(creditor));
    }

    @Override
    public Optional<String> unreachable(Debtor debtor) {
        if (debtor.optOuts().contains(Medium.EMAIL)) {
            return Optional.of("optOuts: the debtor does not want e-mail");
        }
        if (debtor.email().isEmpty()) {
            return Optional.of("email: the debtor has none");
        }
        return isAddress(debtor.email().get())
                ? Optional.empty()
                : Optional.of("email: «" + debtor.email().get() + "» is not an address");
    }

    @Override
    public SendOutcome send(OutboundMessage message) throws ChannelException {
        if (!message.isSimulated() && submission.isEmpty()) {
            return SendOutcome.refused(NO_TRANSMISSION);
        }
        Optional<String> obstacle = unreachable(message.debtor());
        if (obstacle.isPresent()) {
            return SendOutcome.refused(obstacle.get());
        }
        Optional<String> from = sender(message.creditor());
        if (from.isEmpty()) {
            return SendOutcome.refused(withoutSender(message.creditor()));
        }
        byte[] bytes = Mail.WRITER.bytes(message, from.get());
        if (!message.isSimulated()) {
            return submission.orElseThrow().submit(message, from.get(), bytes);
        }
        return outbox.write(message, bytes, file -> SendOutcome.sent(file.toString()));
    }

    @Override
    public SendOutcome reconcile(OutboundMessage message) throws ChannelException {
        if (!message.isSimulated() && submission.isPresent()) {
            return submission.get().reconcile(message);
        }
        return outbox.find(message)
                .map(file -> SendOutcome.sent(file.toString()))
                .orElseGet(() -> SendOutcome.deferred(
                        "no file for " + message.key() + " in " + message.outbox()
                                + ", and this account transmits nothing",
                        Duration.ZERO));
    }

    private Optional<String> sender(Creditor creditor) {
        return sender.or(creditor::email).filter(EmailChannel::isAddress);
    }

    private static String withoutSender(Creditor creditor) {
        return "email: creditor " + creditor.id() + " has no usable e-mail address and this account no from-address";
    }

    /** One plain address with a domain: no display name, no list, no route, no line break. */
    private static boolean isAddress(String text) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            boolean plain = parsed.length == 1 && text.equals(parsed[0].getAddress());
            if (plain) {
                parsed[0].validate();
            }
            return plain && text.indexOf('@') > 0 && text.chars().noneMatch(character -> character <= ' ');
        } catch (AddressException e) {
            return false;
        }
    }

    /** Loaded with the first message: starting the mail library takes a fifth of a second, which most commands can spare. */
    private static final class Mail {

        static final MimeWriter WRITER = new MimeWriter();
    }
}
