package org.quittance.cli.command;

import java.util.Optional;
import org.quittance.api.ledger.Contact;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.ContactService.Spoken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what a debtor said or wrote, or anything worth knowing. */
@Command(name = "note")
final class NoteCommand extends ContactCommand {

    @Parameters(index = "0", paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Parameters(index = "1", paramLabel = "TEXT", descriptionKey = "note.text")
    private String text;

    @Option(names = "--answer", descriptionKey = "note.answer")
    private boolean answer;

    @Option(names = "--internal", descriptionKey = "note.internal")
    private boolean internal;

    @Option(names = "--reason", paramLabel = "CODE", descriptionKey = "call.reason")
    private String reason;

    @Option(names = "--no-effect", descriptionKey = "call.no-effect")
    private boolean noEffect;

    @Option(names = "--with", paramLabel = "PERSON", descriptionKey = "record.with")
    private String person;

    NoteCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    Spoken spoken(Session session) throws Exception {
        if (answer && internal) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("note.contradiction"));
        }
        return new Spoken(
                answer ? Contact.Kind.ANSWER : Contact.Kind.NOTE,
                scope(session),
                Optional.ofNullable(reason),
                !internal,
                !internal,
                !noEffect,
                Optional.empty(),
                or(person, ""),
                text);
    }
}
