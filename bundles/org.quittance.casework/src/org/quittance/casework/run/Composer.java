package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.store.StoreId;
import org.quittance.api.text.Sentence;
import org.quittance.casework.facts.Answers;
import org.quittance.casework.send.SendingHours;
import org.quittance.service.casework.RunAction;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.Policy;

/**
 * Finds out what has to be written about each debtor, and makes it ready to be written: messages with their facts, the journal's
 * entry. Apart from the writer, so that composing goes on while the batch before is being written. One thread composes; the
 * writer takes its part only for debtors that came in pieces.
 */
final class Composer {

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final Creditor creditor;
    private final Actor actor;
    private final LocalDate asOf;
    private final StoreId store;
    private final Optional<RunId> standing;
    private final boolean dryRun;
    private final Optional<SendingHours> hours;
    private final Drafts drafts;
    private final Set<MessageId> kept = new HashSet<>();
    private Optional<RunId> run = Optional.empty();
    private long number;

    /**
     * @param standing a finished run of the same day, whose messages stand where they say what would be said now
     * @param hours tells what would have to wait; empty where that is not to be told
     */
    Composer(
            CaseLedger ledger,
            SendLedger messages,
            Creditor creditor,
            Actor actor,
            LocalDate asOf,
            StoreId store,
            Optional<RunId> standing,
            boolean dryRun,
            Optional<SendingHours> hours) {
        this.ledger = ledger;
        this.messages = messages;
        this.creditor = creditor;
        this.actor = actor;
        this.asOf = asOf;
        this.store = store;
        this.standing = standing;
        this.dryRun = dryRun;
        this.hours = hours;
        this.drafts = new Drafts(creditor, asOf);
    }

    /** Goes on in a run that was begun, after so many messages of it. */
    synchronized void goOn(Optional<RunId> begun, long after) {
        run = begun;
        number = after;
    }

    /** The run, once something was prepared in it: a day on which nothing is new leaves no record behind. */
    synchronized Optional<RunId> run() {
        return run;
    }

    /** Messages of an earlier run of the same day that stand, because they say what this run would. */
    synchronized Set<MessageId> kept() {
        return Set.copyOf(kept);
    }

    /** What is to be written, one change per decision. A debtor that came in pieces is left to {@link #again}. */
    List<Change> compose(List<Decided> decisions) throws LedgerException {
        List<Change> changes = new ArrayList<>(decisions.size());
        for (Decided decided : decisions) {
            Change change = new Change(decided);
            if (!decided.group().again()) {
                change.superseded.addAll(decided.prepared());
                compose(change);
            }
            changes.add(change);
        }
        return changes;
    }

    /**
     * Composes for a debtor that came in pieces, of which everything is taken back, also what this run prepared on the first
     * piece. To be called once that is written.
     */
    Change again(Change left) throws LedgerException {
        Change change = new Change(left.decided);
        messages
                .messages(
                        creditor.id(),
                        MessageQuery.inStates(RunWriter.NOT_APPROVED, Integer.MAX_VALUE)
                                .of(left.decided.group().debtor()))
                .stream()
                .filter(record -> !Policy.isThanks(record.message().step()))
                .forEach(change.superseded::add);
        compose(change);
        return change;
    }

    /**
     * The revision the case will have: what the run finds about a debtor is written with its messages, and before them. Where
     * something else was recorded since the history was read, the message is of an older revision and will not be sent.
     */
    private static long revision(Decided.Plan plan) {
        return plan.history().revision()
                + plan.commitments().size()
                + plan.found().size();
    }

    private synchronized void compose(Change change) throws LedgerException {
        if (!(change.decided instanceof Decided.Plan plan)) {
            return;
        }
        long revision = revision(plan);
        for (Decided.Letter letter : plan.letters()) {
            Optional<MessageRecord> same = same(change, plan, letter, revision);
            if (same.isPresent()) {
                change.superseded.remove(same.get());
                kept.add(same.get().message().id());
            } else {
                add(change, plan, letter, revision);
            }
        }
        change.digest = Answers.digest(plan.answers());
        change.answersDiffer = !change.digest.equals(plan.history().answers());
        change.pinDiffers = !plan.history().pin().equals(Optional.of(pin(plan))) && !isUnmapped(plan);
        if (!dryRun && (change.answersDiffer || !change.prepared.isEmpty())) {
            change.journal = Optional.of(Answers.json(asOf, plan.policy().id(), plan.answers(), change.prepared));
        }
    }

    private void add(Change change, Decided.Plan plan, Decided.Letter letter, long revision) throws LedgerException {
        change.letters.add(letter);
        if (dryRun) {
            change.actions.add(action(plan, letter, Optional.empty()));
            return;
        }
        RunId id = begun();
        PreparedMessage message = drafts.message(MessageId.of(id, ++number), id, plan.debtor(), letter, revision);
        change.prepared.add(message);
        change.actions.add(action(plan, letter, Optional.of(message.id())));
    }

    private RunAction action(Decided.Plan plan, Decided.Letter letter, Optional<MessageId> id) {
        PlannedMessage message = letter.plan();
        Optional<Sentence> closed = message.media().isEmpty()
                        || !message.step().kind().reachesDebtor()
                ? Optional.empty()
                : hours.flatMap(open -> open.closed(
                        plan.policy(), plan.debtor().country(), message.media().get(0)));
        String status = dryRun ? "DRY_RUN" : MessageState.PREPARED.name();
        return drafts.action(id, plan.debtor(), message, status, closed);
    }

    private Optional<MessageRecord> same(Change change, Decided.Plan plan, Decided.Letter letter, long revision) {
        return change.superseded.stream()
                .filter(record -> standing.equals(Optional.of(record.message().run())))
                .filter(record -> drafts.isSame(record, plan.debtor(), letter, revision))
                .findFirst();
    }

    private RunId begun() throws LedgerException {
        if (run.isEmpty()) {
            ledger.write(creditor.id(), actor, batch -> run = Optional.of(batch.beginRun(asOf, store)));
        }
        return run.orElseThrow();
    }

    /** The policy the case is decided under from now on. */
    static PolicyPin pin(Decided.Plan plan) {
        return new PolicyPin(plan.policy().id(), plan.policy().hash());
    }

    /** A case whose steps the new policy does not know stays pinned to the old one until a person maps it. */
    static boolean isUnmapped(Decided.Plan plan) {
        for (Answer answer : plan.answers()) {
            if (answer.reason() == Reason.POLICY_UNMAPPED) {
                return true;
            }
        }
        return false;
    }
}
