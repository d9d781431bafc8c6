package org.quittance.casework.run;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.DuplicateMessageException;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.StoreId;
import org.quittance.casework.facts.Answers;
import org.quittance.casework.live.Failures;
import org.quittance.casework.send.MessageJournal;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;

/**
 * Writes what was decided, one commit per batch with a savepoint per debtor, and tells the listener afterwards. A run record is
 * made with the first message, so that a day on which nothing is new leaves none behind.
 */
final class RunWriter {

    private static final Set<MessageState> NOT_APPROVED = Set.of(MessageState.PREPARED);
    private static final Set<MessageState> TASK_STATES =
            Set.of(MessageState.APPROVED, MessageState.DEFERRED, MessageState.AWAITING_CONFIRMATION);

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final Creditor creditor;
    private final Actor actor;
    private final LocalDate asOf;
    private final StoreId store;
    private final Optional<RunId> standing;
    private final boolean dryRun;
    private final Tally tally;
    private final Drafts drafts;
    private final Set<MessageId> kept = new HashSet<>();
    private Optional<RunId> run = Optional.empty();
    private long number;

    /** @param standing a finished run of the same day, whose messages stand where they say what would be said now */
    RunWriter(
            CaseLedger ledger,
            SendLedger messages,
            Creditor creditor,
            Actor actor,
            LocalDate asOf,
            StoreId store,
            Optional<RunId> standing,
            boolean dryRun,
            Tally tally) {
        this.ledger = ledger;
        this.messages = messages;
        this.creditor = creditor;
        this.actor = actor;
        this.asOf = asOf;
        this.store = store;
        this.standing = standing;
        this.dryRun = dryRun;
        this.tally = tally;
        this.drafts = new Drafts(creditor, asOf);
    }

    /** The run, once something was prepared in it. */
    Optional<RunId> run() {
        return run;
    }

    /** Messages of an earlier run of the same day that stand, because they say what this run would. */
    Set<MessageId> kept() {
        return kept;
    }

    void write(List<Decided> decisions) throws LedgerException {
        Map<DebtorId, Long> revisions = decideCommitments(decisions);
        List<Change> changes = new ArrayList<>();
        for (Decided decided : decisions) {
            Change change = change(decided, revisions);
            if (change.isNeeded()) {
                changes.add(change);
            }
        }
        if (!changes.isEmpty() && !dryRun) {
            commit(changes);
        }
        Map<DebtorId, Change> byDebtor = new HashMap<>();
        changes.forEach(change -> byDebtor.put(change.decided.group().debtor(), change));
        for (Decided decided : decisions) {
            tell(decided, byDebtor);
        }
    }

    /**
     * Commitments found kept or broken are written first, on their own: that raises the revision of the case, and a message
     * must be tied to the revision it will be sent under.
     */
    private Map<DebtorId, Long> decideCommitments(List<Decided> decisions) throws LedgerException {
        List<Decided.Plan> concerned = decisions.stream()
                .flatMap(decided -> decided.plan().stream())
                .filter(plan -> !plan.commitments().isEmpty())
                .toList();
        if (concerned.isEmpty() || dryRun) {
            return Map.of();
        }
        ledger.write(creditor.id(), actor, batch -> {
            for (Decided.Plan plan : concerned) {
                for (Commitment commitment : plan.commitments()) {
                    batch.put(plan.debtor().id(), commitment);
                    batch.journal(JournalDraft.about(
                            plan.debtor().id(),
                            "commitment." + commitment.state().name().toLowerCase(Locale.ROOT),
                            "{\"v\":1,\"id\":" + TextNode.valueOf(commitment.id()) + ",\"on\":\"" + asOf + "\"}"));
                }
            }
        });
        Map<DebtorId, Long> revisions = new HashMap<>();
        List<DebtorId> debtors =
                concerned.stream().map(plan -> plan.debtor().id()).toList();
        for (CaseHistory history : ledger.histories(creditor.id(), debtors).values()) {
            revisions.put(history.debtor(), history.revision());
        }
        return revisions;
    }

    private Change change(Decided decided, Map<DebtorId, Long> revisions) throws LedgerException {
        Change change = new Change(decided);
        change.superseded.addAll(decided.group().again() ? allPrepared(decided) : decided.prepared());
        if (decided instanceof Decided.Plan plan) {
            change.revision =
                    revisions.getOrDefault(plan.debtor().id(), plan.history().revision());
            for (Decided.Letter letter : plan.letters()) {
                Optional<MessageRecord> same = change.superseded.stream()
                        .filter(record ->
                                standing.equals(Optional.of(record.message().run())))
                        .filter(record -> drafts.isSame(record, plan.debtor(), letter, change.revision))
                        .findFirst();
                if (same.isPresent()) {
                    change.superseded.remove(same.get());
                    kept.add(same.get().message().id());
                } else {
                    change.letters.add(letter);
                }
            }
            change.digest = Answers.digest(plan.answers());
            change.answersDiffer = !change.digest.equals(plan.history().answers());
            change.pinDiffers = !plan.history().pin().equals(Optional.of(pin(plan))) && !isUnmapped(plan);
        }
        return change;
    }

    /** Of a debtor that came in pieces everything is taken back, also what this run prepared on the first piece. */
    private List<MessageRecord> allPrepared(Decided decided) throws LedgerException {
        return messages.messages(
                creditor.id(),
                MessageQuery.inStates(NOT_APPROVED, Integer.MAX_VALUE)
                        .of(decided.group().debtor()));
    }

    private static PolicyPin pin(Decided.Plan plan) {
        return new PolicyPin(plan.policy().id(), plan.policy().hash());
    }

    /** A case whose steps the new policy does not know stays pinned to the old one until a person maps it. */
    private static boolean isUnmapped(Decided.Plan plan) {
        for (Answer answer : plan.answers()) {
            if (answer.reason() == Reason.POLICY_UNMAPPED) {
                return true;
            }
        }
        return false;
    }

    private void commit(List<Change> changes) throws LedgerException {
        ledger.write(creditor.id(), actor, batch -> {
            for (Change change : changes) {
                if (!change.letters.isEmpty() && run.isEmpty()) {
                    run = Optional.of(batch.beginRun(asOf, store));
                }
                change.failure = batch.forDebtor(change.decided.group().debtor(), () -> write(batch, change))
                        .map(Failures::message);
            }
        });
    }

    private void write(LedgerBatch batch, Change change) throws LedgerException, DuplicateMessageException {
        change.prepared.clear();
        for (MessageRecord record : change.superseded) {
            supersede(batch, record, change);
        }
        if (change.decided instanceof Decided.Plan plan) {
            for (MessageId task : plan.expired()) {
                MessageJournal.change(
                        batch,
                        plan.debtor().id(),
                        StateChange.to(MessageState.EXPIRED, task, TASK_STATES)
                                .on(asOf)
                                .because("nobody did it in its days"));
            }
            for (Decided.Letter letter : change.letters) {
                PreparedMessage message = drafts.message(
                        MessageId.of(run.orElseThrow(), ++number),
                        run.orElseThrow(),
                        plan.debtor(),
                        letter,
                        change.revision);
                batch.prepare(message);
                change.prepared.add(message);
            }
            answer(batch, plan, change);
        }
    }

    private static void supersede(LedgerBatch batch, MessageRecord record, Change change) throws LedgerException {
        StateChange back = StateChange.to(
                        MessageState.WITHDRAWN, record.message().id(), NOT_APPROVED)
                .because(change.decided instanceof Decided.Failed ? "the debtor could not be decided" : "superseded");
        if (!MessageJournal.change(batch, record.message().debtor(), back)) {
            throw new IllegalStateException(
                    "message " + record.message().id() + " was approved meanwhile; the next run looks again");
        }
    }

    private void answer(LedgerBatch batch, Decided.Plan plan, Change change) throws LedgerException {
        if (change.answersDiffer || !change.prepared.isEmpty()) {
            batch.journal(JournalDraft.about(
                    plan.debtor().id(),
                    "decided",
                    Answers.json(asOf, plan.policy().id(), plan.answers(), change.prepared)));
        }
        if (change.answersDiffer || change.pinDiffers) {
            PolicyPin pin = isUnmapped(plan) ? plan.history().pin().orElse(pin(plan)) : pin(plan);
            batch.answered(plan.debtor().id(), change.digest, pin);
        }
    }

    private void tell(Decided decided, Map<DebtorId, Change> changes) {
        DebtorId debtor = decided.group().debtor();
        Change change = changes.getOrDefault(debtor, new Change(decided));
        if (decided instanceof Decided.Failed failed) {
            tally.superseded(change.superseded.size());
            tally.answers(debtor, failed.answers());
            tally.failed(debtor, failed.because());
            return;
        }
        if (change.failure.isPresent()) {
            String because = change.failure.get();
            tally.answers(debtor, Decider.answers(decided.group(), Reason.DATA_BROKEN, because));
            tally.failed(debtor, because);
            return;
        }
        tally.decided();
        tally.superseded(change.superseded.size());
        tally.answers(debtor, decided.answers());
        decided.plan().ifPresent(plan -> tellActions(plan, change));
    }

    private void tellActions(Decided.Plan plan, Change change) {
        for (int i = 0; i < change.letters.size(); i++) {
            Optional<MessageId> id = dryRun
                    ? Optional.empty()
                    : Optional.of(change.prepared.get(i).id());
            tally.message();
            tally.listener()
                    .action(drafts.action(
                            id,
                            plan.debtor(),
                            change.letters.get(i).plan(),
                            dryRun ? "DRY_RUN" : MessageState.PREPARED.name()));
        }
    }

    /** What has to be written about one debtor. */
    private static final class Change {

        private final Decided decided;
        private final List<Decided.Letter> letters = new ArrayList<>();
        private final List<MessageRecord> superseded = new ArrayList<>();
        private final List<PreparedMessage> prepared = new ArrayList<>();
        private long revision;
        private String digest = "";
        private boolean answersDiffer;
        private boolean pinDiffers;
        private Optional<String> failure = Optional.empty();

        Change(Decided decided) {
            this.decided = decided;
        }

        boolean isNeeded() {
            return !letters.isEmpty()
                    || !superseded.isEmpty()
                    || answersDiffer
                    || pinDiffers
                    || decided.plan().map(plan -> !plan.expired().isEmpty()).orElse(false);
        }
    }
}
