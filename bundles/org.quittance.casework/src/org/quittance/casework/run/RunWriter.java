package org.quittance.casework.run;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.DuplicateMessageException;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.casework.send.MessageJournal;
import org.quittance.service.casework.RunAction;
import org.quittance.service.decision.Reason;

/** Writes what was decided and composed, one commit per batch, and tells the listener afterwards. */
final class RunWriter {

    static final Set<MessageState> NOT_APPROVED = Set.of(MessageState.PREPARED);
    private static final Set<MessageState> TASK_STATES =
            Set.of(MessageState.APPROVED, MessageState.DEFERRED, MessageState.AWAITING_CONFIRMATION);

    private final CaseLedger ledger;
    private final Creditor creditor;
    private final Actor actor;
    private final LocalDate asOf;
    private final boolean dryRun;
    private final Composer composer;
    private final Tally tally;

    RunWriter(
            CaseLedger ledger,
            Creditor creditor,
            Actor actor,
            LocalDate asOf,
            boolean dryRun,
            Composer composer,
            Tally tally) {
        this.ledger = ledger;
        this.creditor = creditor;
        this.actor = actor;
        this.asOf = asOf;
        this.dryRun = dryRun;
        this.composer = composer;
        this.tally = tally;
    }

    void write(List<Change> composed) throws LedgerException {
        List<Change> changes = new ArrayList<>(composed.size());
        for (Change change : composed) {
            changes.add(change.decided.group().again() ? composer.again(change) : change);
        }
        List<Change> needed = changes.stream().filter(Change::isNeeded).toList();
        if (!needed.isEmpty() && !dryRun) {
            commit(needed);
        }
        changes.forEach(this::tell);
    }

    /** Nearly always all can be written; only where one cannot, each gets the savepoint behind which it fails alone. */
    private void commit(List<Change> changes) throws LedgerException {
        try {
            ledger.write(creditor.id(), actor, batch -> {
                for (Change change : changes) {
                    writeOrGiveUp(batch, change);
                }
            });
        } catch (RuntimeException e) {
            commitOneByOne(changes);
        }
    }

    private void writeOrGiveUp(LedgerBatch batch, Change change) throws LedgerException {
        try {
            write(batch, change);
        } catch (DuplicateMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commitOneByOne(List<Change> changes) throws LedgerException {
        ledger.write(creditor.id(), actor, batch -> {
            for (Change change : changes) {
                change.failure = batch.forDebtor(change.decided.group().debtor(), () -> write(batch, change))
                        .map(Sentence::from);
            }
        });
    }

    private void write(LedgerBatch batch, Change change) throws LedgerException, DuplicateMessageException {
        for (MessageRecord record : change.superseded) {
            supersede(batch, record, change);
        }
        if (change.decided instanceof Decided.Plan plan) {
            found(batch, plan);
            for (MessageId task : plan.expired()) {
                MessageJournal.change(
                        batch,
                        plan.debtor().id(),
                        StateChange.to(MessageState.EXPIRED, task, TASK_STATES)
                                .on(asOf)
                                .because("nobody did it in its days"));
            }
            for (PreparedMessage message : change.prepared) {
                batch.prepare(message);
            }
            answer(batch, plan, change);
        }
    }

    /** Commitments found kept or broken, and what follows from that. */
    private void found(LedgerBatch batch, Decided.Plan plan) throws LedgerException {
        DebtorId debtor = plan.debtor().id();
        for (Commitment commitment : plan.commitments()) {
            batch.put(debtor, commitment);
            batch.journal(JournalDraft.about(
                    debtor,
                    "commitment." + commitment.state().name().toLowerCase(Locale.ROOT),
                    "{\"v\":1,\"id\":" + TextNode.valueOf(commitment.id()) + ",\"on\":\"" + asOf + "\"}"));
        }
        for (CaseRecord record : plan.found()) {
            batch.record(debtor, FoundRecord.by(actor.name(), record));
            batch.journal(FoundRecord.journal(debtor, record));
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
        if (change.journal.isPresent()) {
            batch.journal(JournalDraft.about(plan.debtor().id(), "decided", change.journal.get()));
        }
        if (change.answersDiffer || change.pinDiffers) {
            PolicyPin pin =
                    Composer.isUnmapped(plan) ? plan.history().pin().orElse(Composer.pin(plan)) : Composer.pin(plan);
            batch.answered(plan.debtor().id(), change.digest, pin);
        }
    }

    private void tell(Change change) {
        Decided decided = change.decided;
        DebtorId debtor = decided.group().debtor();
        if (decided instanceof Decided.Failed failed) {
            tally.superseded(change.superseded.size());
            tally.answers(debtor, failed.answers());
            tally.failed(debtor, failed.because());
            return;
        }
        if (change.failure.isPresent()) {
            Sentence because = change.failure.get();
            tally.answers(debtor, Decider.answers(decided.group(), Reason.DATA_BROKEN, because.toString()));
            tally.failed(debtor, because);
            return;
        }
        tally.decided();
        tally.superseded(change.superseded.size());
        tally.answers(debtor, decided.answers());
        for (RunAction action : change.actions) {
            tally.message();
            tally.listener().action(action);
        }
    }
}
