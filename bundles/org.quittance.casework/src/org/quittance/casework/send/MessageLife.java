package org.quittance.casework.send;

import static org.quittance.api.ledger.MessageState.APPROVED;
import static org.quittance.api.ledger.MessageState.AWAITING_CONFIRMATION;
import static org.quittance.api.ledger.MessageState.BOUNCED;
import static org.quittance.api.ledger.MessageState.DEFERRED;
import static org.quittance.api.ledger.MessageState.DELIVERED;
import static org.quittance.api.ledger.MessageState.PREPARED;
import static org.quittance.api.ledger.MessageState.SENT;
import static org.quittance.api.ledger.MessageState.UNKNOWN;
import static org.quittance.api.ledger.MessageState.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.RunRecord;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.Selection;

/** What people decide about messages: approving, taking back, confirming what became of them. */
public final class MessageLife {

    private static final Set<MessageState> NOT_LEFT = Set.of(PREPARED, APPROVED, DEFERRED);
    private static final Set<MessageState> OPEN_QUESTION = Set.of(UNKNOWN, AWAITING_CONFIRMATION);
    private static final Set<MessageState> OPEN_TASK = Set.of(APPROVED, DEFERRED, AWAITING_CONFIRMATION, UNKNOWN);
    private static final Set<MessageState> MAY_BOUNCE = Set.of(UNKNOWN, AWAITING_CONFIRMATION, SENT, DELIVERED);

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final Installation installation;
    private final BusinessClock clock;
    private final Supplier<Set<String>> suspending;

    /** @param suspending steps that tell a debtor that its service is suspended, as policies are now */
    public MessageLife(
            CaseLedger ledger,
            SendLedger messages,
            Installation installation,
            BusinessClock clock,
            Supplier<Set<String>> suspending) {
        this.ledger = ledger;
        this.messages = messages;
        this.installation = installation;
        this.clock = clock;
        this.suspending = suspending;
    }

    public MessageSummary approve(
            Creditor creditor, Selection selection, boolean figuresAcknowledged, Actor actor, RunListener listener)
            throws CaseworkException {
        if (creditor.fourEyes()) {
            refuseOwnRuns(creditor, selection, actor);
        }
        Obsolescence obsolescence = new Obsolescence(
                ledger,
                new Recheck(messages, installation, creditor.id(), clock.today(creditor.zone())),
                creditor.id());
        return each(creditor, selection, Set.of(PREPARED), actor, listener, new Decision() {

            @Override
            public void look(List<MessageRecord> page) throws LedgerException {
                obsolescence.look(page);
            }

            @Override
            public Step of(MessageRecord record) {
                return approved(record, figuresAcknowledged).telling(obsolescence.of(record));
            }
        });
    }

    private Step approved(MessageRecord record, boolean figuresAcknowledged) {
        Step step = Step.to(record, APPROVED, Set.of(PREPARED));
        if (clock.isSimulated() || isTask(record) || !ClaimedFigures.needAcknowledgement(record.message())) {
            return step;
        }
        return figuresAcknowledged
                ? step.noting(ClaimedFigures.acknowledged(record.message()))
                : Step.refused("message.figures", record.message().id());
    }

    public MessageSummary withdraw(
            Creditor creditor, Selection selection, String reason, Actor actor, RunListener listener)
            throws CaseworkException {
        return each(
                creditor,
                selection,
                NOT_LEFT,
                actor,
                listener,
                record -> Step.to(record, WITHDRAWN, NOT_LEFT).with(change -> change.because(reason)));
    }

    public MessageSummary posted(
            Creditor creditor, Selection selection, LocalDate on, Actor actor, RunListener listener)
            throws CaseworkException {
        refuseFuture(creditor, on);
        Set<MessageState> awaiting = Set.of(AWAITING_CONFIRMATION);
        return each(creditor, selection, awaiting, actor, listener, record -> {
            LocalDate made = made(creditor, record);
            if (isTask(record)) {
                return selection.messages().isEmpty()
                        ? Step.skipped()
                        : Step.refused("message.task", record.message().id());
            }
            if (on.isBefore(made)) {
                return Step.refused("message.posted-early", record.message().id(), made, on);
            }
            return Step.to(record, SENT, awaiting).with(change -> change.on(on));
        });
    }

    public MessageSummary resolve(
            Creditor creditor,
            Selection selection,
            MessageState outcome,
            LocalDate on,
            Actor actor,
            RunListener listener)
            throws CaseworkException {
        if (outcome != SENT && outcome != BOUNCED && outcome != WITHDRAWN) {
            throw Failures.refusal(Kind.USAGE, "message.outcome", outcome);
        }
        refuseFuture(creditor, on);
        return each(creditor, selection, OPEN_QUESTION, actor, listener, record -> {
            if (on.isBefore(record.message().asOf())) {
                return Step.refused(
                        "message.resolved-early",
                        record.message().id(),
                        record.message().asOf(),
                        on);
            }
            Set<MessageState> expected = isTask(record) ? OPEN_TASK : outcome == BOUNCED ? MAY_BOUNCE : OPEN_QUESTION;
            return Step.to(record, outcome, expected)
                    .with(change -> (outcome == SENT ? change.on(on) : change)
                            .because("resolved by " + actor.name() + " for " + on));
        });
    }

    private void refuseOwnRuns(Creditor creditor, Selection selection, Actor actor) throws CaseworkException {
        Map<RunId, Optional<RunRecord>> runs = new HashMap<>();
        try {
            new Selector(messages, creditor.id()).each(selection, Set.of(PREPARED), page -> {
                for (MessageRecord record : page) {
                    RunId run = record.message().run();
                    if (!runs.containsKey(run)) {
                        runs.put(run, messages.run(creditor.id(), run));
                    }
                }
                return true;
            });
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
        List<RunId> own = runs.values().stream()
                .flatMap(Optional::stream)
                .filter(run -> run.preparedBy().equals(actor.name()))
                .map(RunRecord::id)
                .sorted()
                .toList();
        if (!own.isEmpty()) {
            throw Failures.refusal(Kind.FORBIDDEN, "eyes.prepared", actor, own);
        }
    }

    private void refuseFuture(Creditor creditor, LocalDate on) throws CaseworkException {
        LocalDate today = clock.today(creditor.zone());
        if (on.isAfter(today)) {
            throw Failures.refusal(Kind.USAGE, "date.future", on, today);
        }
    }

    private static LocalDate made(Creditor creditor, MessageRecord record) {
        return LocalDate.ofInstant(record.changedAt(), creditor.zone());
    }

    /** Whether it is something for a person to do, and nothing that is sent. */
    public static boolean isTask(MessageRecord record) {
        DocumentKind kind = record.message().kind();
        return kind == DocumentKind.CALL_SHEET || kind == DocumentKind.HANDOVER_PROPOSAL;
    }

    private MessageSummary each(
            Creditor creditor,
            Selection selection,
            Set<MessageState> states,
            Actor actor,
            RunListener listener,
            Decision decision)
            throws CaseworkException {
        Actions actions = new Actions(installation, creditor.id());
        MessageTally tally = new MessageTally(listener, actions);
        MessageJournal journal = new MessageJournal(suspending.get());
        try {
            new Selector(messages, creditor.id()).each(selection, states, page -> {
                actions.learn(page);
                take(creditor, page, actor, decision, journal, tally);
                return !tally.isCancelled();
            });
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
        return tally.summary();
    }

    /** One page in one commit; the listener hears of it afterwards. */
    private void take(
            Creditor creditor,
            List<MessageRecord> page,
            Actor actor,
            Decision decision,
            MessageJournal journal,
            MessageTally tally)
            throws LedgerException {
        List<Step> steps = new ArrayList<>(page.size());
        decision.look(page);
        page.forEach(record -> steps.add(decision.of(record)));
        boolean[] done = new boolean[steps.size()];
        if (steps.stream().anyMatch(step -> step.change.isPresent())) {
            ledger.write(creditor.id(), actor, batch -> {
                for (int i = 0; i < done.length; i++) {
                    Optional<StateChange> change = steps.get(i).change;
                    done[i] = change.isPresent() && journal.change(batch, page.get(i), change.get());
                    if (done[i] && steps.get(i).note.isPresent()) {
                        batch.journal(steps.get(i).note.get());
                    }
                }
            });
        }
        for (int i = 0; i < done.length; i++) {
            MessageRecord record = page.get(i);
            Step step = steps.get(i);
            if (done[i]) {
                tally.changed(record, step.change.orElseThrow(), step.told());
            } else if (step.change.isPresent() || step.refusal.isPresent()) {
                tally.failed(record.message().debtor(), step.refusal.orElseGet(() -> unexpected(record)));
            }
        }
    }

    private static Sentence unexpected(MessageRecord record) {
        MessageId id = record.message().id();
        return Failures.said("message.changed", id, record.state());
    }

    /** What to do about each of a page of messages. */
    @FunctionalInterface
    private interface Decision {

        /** Called before, with all of the page. */
        default void look(List<MessageRecord> page) throws LedgerException {}

        Step of(MessageRecord record);
    }

    /** What to do about one message: change it, say why not, or pass over it. */
    private record Step(
            Optional<StateChange> change,
            Optional<Sentence> refusal,
            Optional<JournalDraft> note,
            Optional<Sentence> warning) {

        static Step to(MessageRecord record, MessageState next, Set<MessageState> expected) {
            return new Step(
                    Optional.of(StateChange.to(next, record.message().id(), expected)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Step refused(String code, Object... values) {
            return new Step(
                    Optional.empty(), Optional.of(Failures.said(code, values)), Optional.empty(), Optional.empty());
        }

        static Step skipped() {
            return new Step(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Step with(Function<StateChange, StateChange> more) {
            return new Step(change.map(more), refusal, note, warning);
        }

        /** Writes something more into the journal when the change is done. */
        Step noting(JournalDraft more) {
            return new Step(change, refusal, Optional.of(more), warning);
        }

        Step telling(Optional<Sentence> more) {
            return new Step(change, refusal, note, more);
        }

        /** What people are to know beside the state it has now. */
        Optional<Sentence> told() {
            return warning.isPresent() ? warning : change.orElseThrow().reason().map(Sentence::plain);
        }
    }
}
