package org.quittance.cli.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.ServiceReference;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendKey;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Medium;
import org.quittance.api.time.BusinessClock;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.FeedbackService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends a message to oneself by every e-mail account of the creditor, or by one. */
@Command(name = "test")
final class MailTestCommand extends WorkspaceCommand {

    @Option(names = "--to", paramLabel = "ADDRESS", required = true, descriptionKey = "mail.to")
    private String to;

    @Option(names = "--account", paramLabel = "ID", descriptionKey = "mail.account")
    private String account;

    MailTestCommand(Environment environment) {
        super(environment);
    }

    /** What a channel answered, in words. */
    private record Answer(String account, String outcome, String text) {}

    @Override
    int execute(Session session) throws Exception {
        session.service(FeedbackService.class); // Accounts are up once what asks them is.
        List<Answer> answers = new ArrayList<>();
        for (ReminderChannel channel : accounts(session)) {
            answers.add(answer(session, channel));
        }
        if (answers.isEmpty()) {
            throw new CommandFailure(ExitCode.INPUT, session.texts().text("mail.none"));
        }
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("accounts", () -> {
                    for (Answer answer : answers) {
                        json.element(() -> {
                            json.text("account", answer.account);
                            json.text("outcome", answer.outcome);
                            json.text("text", answer.text);
                        });
                    }
                });
            }
        } else {
            answers.forEach(answer -> session.print(session.texts()
                    .text(
                            "mail.tested",
                            answer.account,
                            session.texts().word("mail.outcome", answer.outcome),
                            answer.text)));
        }
        return answers.stream().allMatch(answer -> answer.outcome.equals("SENT")) ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private List<ReminderChannel> accounts(Session session) throws Exception {
        session.service(ReminderChannel.class);
        var context = session.environment().services().context();
        List<ReminderChannel> found = new ArrayList<>();
        for (ServiceReference<ReminderChannel> reference : context.getServiceReferences(ReminderChannel.class, null)) {
            ReminderChannel channel = context.getService(reference);
            if (channel != null
                    && channel.medium().equals(Medium.EMAIL)
                    && (account == null || account.equals(channel.id()))) {
                found.add(channel);
            }
        }
        return found;
    }

    private Answer answer(Session session, ReminderChannel channel) throws Exception {
        Creditor creditor = session.creditor();
        Optional<String> obstacle = channel.unusable(creditor);
        if (obstacle.isPresent()) {
            return new Answer(channel.id(), "REFUSED", obstacle.get());
        }
        try {
            return channel.send(message(session, creditor, channel)).fold(new Words(channel.id()));
        } catch (ChannelException e) {
            return new Answer(channel.id(), "FAILED", String.valueOf(e.getMessage()));
        }
    }

    private OutboundMessage message(Session session, Creditor creditor, ReminderChannel channel) throws Exception {
        Texts texts = session.texts();
        BusinessClock clock = session.service(BusinessClock.class);
        String subject = texts.text("mail.test.subject", creditor.name());
        String text = texts.text("mail.test.text", channel.id());
        DebtorKey oneself = new DebtorKey(creditor.id(), DebtorId.of("test"));
        return OutboundMessage.keyed(new SendKey("test-" + Instant.now().toEpochMilli()))
                .from(creditor)
                .to(Debtor.named(oneself, to).email(to).build())
                .content(
                        new RenderedMessage(
                                subject,
                                text,
                                "<!DOCTYPE html>\n<html><body><p>" + text + "</p></body></html>\n",
                                DocumentFile.of("test.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8))),
                        session.language())
                .dated(clock.today(creditor.zone()), clock.now())
                .outbox(session.workspace().outbox())
                .simulated(clock.isSimulated())
                .build();
    }

    /** What each outcome is called. */
    private record Words(String account) implements SendOutcome.Cases<Answer> {

        @Override
        public Answer sent(String reference) {
            return new Answer(account, "SENT", reference);
        }

        @Override
        public Answer awaitingConfirmation(String output) {
            return new Answer(account, "SENT", output);
        }

        @Override
        public Answer refused(String reason) {
            return new Answer(account, "REFUSED", reason);
        }

        @Override
        public Answer deferred(String reason, Duration after) {
            return new Answer(account, "DEFERRED", reason);
        }

        @Override
        public Answer unknown(String reason) {
            return new Answer(account, "UNKNOWN", reason);
        }
    }
}
