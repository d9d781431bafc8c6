package org.quittance.cli.command;

import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService;
import org.quittance.service.agreement.Verdict;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that makes or decides about a promise, plan or settlement. */
abstract class CommitmentCommand extends DebtorCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--with", paramLabel = "PERSON", descriptionKey = "record.with")
    private String person;

    @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "record.note")
    private String note;

    @Option(names = "--replace", descriptionKey = "record.replace")
    private boolean replace;

    @Option(names = "--approve", paramLabel = "ID", descriptionKey = "record.approve")
    private String approve;

    @Option(names = "--refuse", paramLabel = "ID", descriptionKey = "record.refuse")
    private String refuse;

    @Option(names = "--cancel", paramLabel = "ID", descriptionKey = "record.cancel")
    private String cancel;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "record.reason")
    private String reason;

    CommitmentCommand(Environment environment) {
        super(environment);
    }

    abstract Agreement make(Desk desk, CommitmentService service) throws Exception;

    /** What else the command can do; empty where it was asked to make one. */
    Optional<Integer> other(Desk desk) throws Exception {
        return Optional.empty();
    }

    @Override
    final Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    final String person() {
        return or(person, "");
    }

    final String note() {
        return or(note, "");
    }

    final String reason() {
        return or(reason, "");
    }

    final boolean isReplacing() {
        return replace;
    }

    /** What is to be decided, about what. */
    record Decided(Verdict verdict, String id) {}

    Optional<Decided> decided(Session session) throws CommandFailure {
        Optional<Decided> decided = Optional.empty();
        int count = 0;
        for (Verdict verdict : Verdict.values()) {
            String id = id(verdict);
            if (id != null) {
                count++;
                decided = Optional.of(new Decided(verdict, id));
            }
        }
        if (count > 1) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("record.one-verdict"));
        }
        return decided;
    }

    String id(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> approve;
            case REFUSE -> refuse;
            case CANCEL -> cancel;
            case BOOK -> null;
        };
    }

    @Override
    final int record(Desk desk) throws Exception {
        Optional<Integer> other = other(desk);
        if (other.isPresent()) {
            return other.get();
        }
        CommitmentService service = desk.session().service(CommitmentService.class);
        Optional<Decided> decided = decided(desk.session());
        Agreement agreement = decided.isPresent()
                ? service.decide(
                        desk.creditor(),
                        desk.debtor(),
                        decided.get().id(),
                        decided.get().verdict(),
                        reason(),
                        desk.recording())
                : make(desk, service);
        AgreementRows.show(desk, agreement);
        return ExitCode.DONE;
    }
}
