package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.ledger.Contact;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.ContactService;
import org.quittance.service.agreement.ContactService.Spoken;
import org.quittance.service.agreement.ReasonCatalogue.DebtorReason;
import org.quittance.service.agreement.ReasonCatalogue.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records a call with the reason the debtor gave, or lists the reasons with what to say. */
@Command(name = "call")
final class CallCommand extends ContactCommand {

    @Parameters(paramLabel = "DEBTOR", arity = "0..1", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--reason", paramLabel = "CODE", descriptionKey = "call.reason")
    private String reason;

    @Option(names = "--list-reasons", descriptionKey = "call.list-reasons")
    private boolean listReasons;

    @Option(names = "--not-reached", descriptionKey = "call.not-reached")
    private boolean notReached;

    @Option(names = "--no-effect", descriptionKey = "call.no-effect")
    private boolean noEffect;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "call.until")
    private LocalDate until;

    @Option(names = "--with", paramLabel = "PERSON", descriptionKey = "record.with")
    private String person;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "call.text")
    private String text;

    CallCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int execute(Session session) throws Exception {
        if (!listReasons) {
            return super.execute(session);
        }
        list(session);
        return ExitCode.DONE;
    }

    @Override
    Spoken spoken(Session session) throws Exception {
        boolean reached = !notReached && !"unreachable".equals(reason);
        return new Spoken(
                Contact.Kind.CALL,
                scope(session),
                Optional.ofNullable(reason),
                reached,
                reached,
                !noEffect,
                Optional.ofNullable(until),
                or(person, ""),
                or(text, ""));
    }

    private static void list(Session session) throws Exception {
        Creditor creditor = session.creditor();
        ContactService service = session.service(ContactService.class);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("reasons", () -> {
                    for (DebtorReason reason : service.reasons()) {
                        json.element(() -> write(json, reason, reason.words(session.language()), creditor));
                    }
                });
            }
            return;
        }
        for (DebtorReason reason : service.reasons()) {
            Words words = reason.words(session.language());
            session.print(reason.code() + " – " + words.title() + " ("
                    + session.texts().word("effect", reason.effect().name()) + ")");
            session.print("  " + words.answer());
            words.script().forEach(line -> session.print("  “" + named(line, creditor) + "”"));
        }
    }

    private static void write(JsonOutput json, DebtorReason reason, Words words, Creditor creditor)
            throws java.io.IOException {
        json.text("code", reason.code());
        json.text("title", words.title());
        json.text("answer", words.answer());
        json.text("effect", reason.effect().name());
        json.number("days", reason.days());
        json.array("script", () -> {
            for (String line : words.script()) {
                json.generator().writeString(named(line, creditor));
            }
        });
    }

    private static String named(String line, Creditor creditor) {
        return line.replace("{creditor}", creditor.name());
    }
}
