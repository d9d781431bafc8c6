package org.quittance.cli.command;

import org.quittance.api.channel.ChannelReport;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.FeedbackService;
import org.quittance.service.casework.FeedbackService.Feedback;
import org.quittance.service.casework.FeedbackService.Filed;
import picocli.CommandLine.Command;

/** Reads bounces and answers once and files them. */
@Command(name = "fetch")
final class MailFetchCommand extends WorkspaceCommand {

    MailFetchCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Feedback feedback =
                session.service(FeedbackService.class).fetch(session.creditor().id(), session.actor());
        feedback.failures().forEach(session::warn);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("filed", () -> {
                    for (Filed filed : feedback.filed()) {
                        json.element(() -> {
                            json.text("message", filed.message().value());
                            json.text("debtor", filed.debtor().value());
                            json.text("kind", filed.kind().name());
                            json.text("from", filed.from());
                        });
                    }
                });
                json.number("unrelated", feedback.unrelated());
                json.array("failures", () -> {
                    for (String failure : feedback.failures()) {
                        json.generator().writeString(failure);
                    }
                });
            }
        } else {
            show(session, feedback);
        }
        return feedback.failures().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static void show(Session session, Feedback feedback) {
        Texts texts = session.texts();
        for (Filed filed : feedback.filed()) {
            session.print(texts.text(
                    "mail.filed",
                    filed.message().value(),
                    filed.debtor().value(),
                    texts.word("mail.kind", filed.kind().name()),
                    filed.from()));
        }
        session.print(texts.text("mail.fetched", feedback.filed().size(), feedback.unrelated()));
        if (feedback.filed().stream().anyMatch(filed -> filed.kind() == ChannelReport.Kind.ANSWERED)) {
            session.print(texts.text("mail.answered"));
        }
    }
}
