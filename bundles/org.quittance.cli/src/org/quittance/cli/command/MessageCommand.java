package org.quittance.cli.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Selection;

/** A command that moves messages from one state to another and lists them. */
abstract class MessageCommand extends WorkspaceCommand {

    MessageCommand(Environment environment) {
        super(environment);
    }

    abstract MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener)
            throws Exception;

    @Override
    final int execute(Session session) throws Exception {
        Moved moved = new Moved(session, waiting());
        MessageSummary summary = move(session, session.service(RunService.class), session.creditor(), moved);
        moved.progress.end();
        if (session.json()) {
            writeJson(session, moved, summary);
        } else {
            print(session, moved, summary);
        }
        return summary.failed() == 0 ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static void writeJson(Session session, Moved moved, MessageSummary summary) throws Exception {
        try (JsonOutput json = session.jsonOutput()) {
            json.array("messages", () -> {
                for (RunAction action : moved.actions) {
                    json.element(() -> ActionRows.write(json, action));
                }
            });
            json.object("counts", () -> {
                for (var entry : summary.states().entrySet()) {
                    json.number(entry.getKey(), entry.getValue());
                }
            });
            json.array("failed", () -> {
                for (String line : moved.failed) {
                    json.generator().writeString(line);
                }
            });
        }
    }

    private void print(Session session, Moved moved, MessageSummary summary) throws Exception {
        ActionRows.print(session, moved.actions);
        if (summary.states().isEmpty()) {
            session.print(session.texts().text(nothing(session)));
        }
        Map<String, Long> staying = moved.staying();
        summary.states().forEach((state, count) -> {
            long stay = staying.getOrDefault(state, 0L);
            if (count > stay) {
                session.print(counted(session, "messages.count", count - stay, state));
            }
            if (stay > 0) {
                session.print(counted(session, "messages.stay", stay, state));
            }
        });
        moved.failed.forEach(line -> session.warn(session.texts().text("run.failed", line)));
    }

    private static String counted(Session session, String key, long count, String state) {
        Texts texts = session.texts();
        return texts.text(key, texts.count(count), texts.word("state", state));
    }

    /** The key of the sentence that says why there was nothing to do, and what to type next. */
    String nothing(Session session) throws Exception {
        return "messages.none";
    }

    /** Whether the creditor has a message in one of these states. */
    static boolean isAny(Session session, Set<MessageState> states) throws Exception {
        return !session.service(SendLedger.class)
                .messages(session.creditor().id(), MessageQuery.inStates(states, 1))
                .isEmpty();
    }

    /** What a message waits for that this command leaves as it is. */
    Set<String> waiting() {
        return Set.of();
    }

    /** Messages and runs by their names; nothing named means everything in the right state. */
    static Selection selection(Session session, List<String> names) throws CommandFailure {
        if (names == null || names.isEmpty()) {
            return Selection.everything();
        }
        Set<MessageId> messages = new HashSet<>();
        Optional<RunId> run = Optional.empty();
        for (String name : names) {
            try {
                if (name.matches("[0-9]{8}-[0-9]+-[0-9]+")) {
                    messages.add(new MessageId(name));
                } else if (run.isEmpty()) {
                    run = Optional.of(new RunId(name));
                } else {
                    throw new CommandFailure(ExitCode.USAGE, session.texts().text("messages.one-run"));
                }
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(ExitCode.USAGE, session.texts().text("messages.bad-name", name));
            }
        }
        if (run.isPresent() && !messages.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("messages.one-run"));
        }
        return new Selection(run, messages);
    }

    private static final class Moved implements RunListener {

        private final Session session;
        private final Texts texts;
        private final Progress progress;
        private final List<RunAction> actions = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        private final Set<String> waiting;

        private Moved(Session session, Set<String> waiting) {
            this.session = session;
            this.texts = session.texts();
            this.progress = session.progress("progress.messages");
            this.waiting = waiting;
        }

        /** How many messages wait as they did before, by state. */
        private Map<String, Long> staying() {
            return actions.stream()
                    .map(RunAction::status)
                    .filter(waiting::contains)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        @Override
        public void action(RunAction action) {
            actions.add(action);
        }

        @Override
        public void failed(DebtorId debtor, Sentence reason) {
            failed(debtor, texts.text(reason));
        }

        @Override
        public void failed(DebtorId debtor, String reason) {
            failed.add(debtor + ": " + reason);
        }

        @Override
        public void progress(long done) {
            progress.done(done);
        }

        @Override
        public boolean isCancelled() {
            return session.isCancelled();
        }
    }
}
