package org.quittance.casework.send;

import static org.quittance.api.ledger.MessageState.APPROVED;
import static org.quittance.api.ledger.MessageState.AWAITING_CONFIRMATION;
import static org.quittance.api.ledger.MessageState.DEFERRED;
import static org.quittance.api.ledger.MessageState.REFUSED;
import static org.quittance.api.ledger.MessageState.SENDING;
import static org.quittance.api.ledger.MessageState.WITHDRAWN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Medium;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.Selection;

/**
 * Sends approved messages in small groups: look, recheck, commit the intention of all, call for each, commit what became of all.
 *
 * <p>The residual race: money booked after the recheck of a group and before a message of it is on the wire is not seen. A group
 * is small and its calls are cut off after two seconds, the rest being rechecked again, so the race is at most that long. A crash
 * makes at most one group UNKNOWN.
 */
final class Dispatch {

    /** As many as a fast channel takes in the time below; one synced commit for so many costs each of them next to nothing. */
    private static final int GROUP = 50;

    private static final long CALLS_NANOS_MAX = 2_000_000_000L;
    private static final Set<MessageState> READY = Set.of(APPROVED, DEFERRED);

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final Creditor creditor;
    private final Actor actor;
    private final Readiness readiness;
    private final Recheck recheck;
    private final Delivery delivery;
    private final TaskSheets sheets;
    private final MessageJournal journal;
    private final Actions actions;
    private final MessageTally tally;
    private final long limit;
    private long begun;

    /** @param limit how many messages may be handed out in one go */
    Dispatch(
            CaseLedger ledger,
            SendLedger messages,
            Creditor creditor,
            Actor actor,
            Readiness readiness,
            Recheck recheck,
            Delivery delivery,
            TaskSheets sheets,
            MessageJournal journal,
            Actions actions,
            MessageTally tally,
            long limit) {
        this.ledger = ledger;
        this.messages = messages;
        this.creditor = creditor;
        this.actor = actor;
        this.readiness = readiness;
        this.recheck = recheck;
        this.delivery = delivery;
        this.sheets = sheets;
        this.journal = journal;
        this.actions = actions;
        this.tally = tally;
        this.limit = limit;
    }

    MessageSummary run(Selection selection) throws LedgerException, CaseworkException {
        refuseStopped();
        new Selector(messages, creditor.id()).each(selection, READY, page -> {
            actions.learn(page);
            Deque<MessageRecord> waiting = new ArrayDeque<>();
            for (MessageRecord record : page) {
                if (READY.contains(record.state())) {
                    waiting.add(record);
                } else {
                    tally.failed(
                            record.message().debtor(),
                            Failures.said(
                                    "message.not-approved", record.message().id(), record.state()));
                }
            }
            while (!waiting.isEmpty()) {
                if (tally.isCancelled()) {
                    return false;
                }
                refuseStopped();
                List<MessageRecord> unreached = group(take(waiting));
                for (int i = unreached.size() - 1; i >= 0; i--) {
                    waiting.addFirst(unreached.get(i));
                }
            }
            return true;
        });
        return tally.summary();
    }

    private void refuseStopped() throws LedgerException, CaseworkException {
        if (ledger.isStopped(creditor.id())) {
            throw Failures.refusal(Kind.STOPPED, "stop.up", creditor.id());
        }
    }

    private static List<MessageRecord> take(Deque<MessageRecord> waiting) {
        List<MessageRecord> group = new ArrayList<>(GROUP);
        while (group.size() < GROUP && !waiting.isEmpty()) {
            group.add(waiting.removeFirst());
        }
        return group;
    }

    /** Returns the messages whose turn did not come in time; they are approved as before. */
    private List<MessageRecord> group(List<MessageRecord> records) throws LedgerException {
        List<Attempt> attempts = new ArrayList<>();
        List<Outgoing> ready = new ArrayList<>();
        for (Readiness.Finding finding : readiness.look(records)) {
            finding.ready().ifPresent(ready::add);
            finding.withdraw()
                    .ifPresent(because -> attempts.add(Attempt.without(finding.record(), WITHDRAWN, because)));
            finding.refuse().ifPresent(because -> attempts.add(Attempt.without(finding.record(), REFUSED, because)));
            finding.stays().ifPresent(because -> tally.stays(finding.record(), because));
            finding.fails()
                    .ifPresent(
                            because -> tally.failed(finding.record().message().debtor(), because));
        }
        for (Outgoing outgoing : withinLimit(ready)) {
            attempts.add(Attempt.of(outgoing));
        }
        checkAgain(attempts);
        writeSheets(attempts);
        intend(attempts);
        List<MessageRecord> unreached = call(attempts);
        conclude(attempts);
        return unreached;
    }

    private List<Outgoing> withinLimit(List<Outgoing> ready) {
        List<Outgoing> within = new ArrayList<>(ready.size());
        for (Outgoing outgoing : ready) {
            if (begun < limit) {
                begun++;
                within.add(outgoing);
            } else {
                tally.stays(outgoing.record(), said("limit.reached", limit));
            }
        }
        return within;
    }

    private void checkAgain(List<Attempt> attempts) throws LedgerException {
        List<Outgoing> outgoing =
                attempts.stream().flatMap(attempt -> attempt.outgoing.stream()).toList();
        if (outgoing.isEmpty()) {
            return;
        }
        Recheck.Verdict verdict =
                recheck.of(outgoing.stream().map(Outgoing::record).toList());
        List<Attempt> unasked = new ArrayList<>();
        for (Attempt attempt : attempts) {
            attempt.outgoing.ifPresent(message -> {
                if (verdict.changed().containsKey(message.id())) {
                    attempt.decide(WITHDRAWN, verdict.changed().get(message.id()));
                } else if (verdict.unasked().containsKey(message.id())) {
                    unasked.add(attempt);
                    tally.failed(message.debtor().id(), verdict.unasked().get(message.id()));
                }
            });
        }
        attempts.removeAll(unasked);
    }

    private void writeSheets(List<Attempt> attempts) {
        List<Attempt> failed = new ArrayList<>();
        for (Attempt attempt : attempts) {
            if (attempt.isUndecided() && attempt.message().isTask()) {
                try {
                    attempt.decide(change(attempt.record, AWAITING_CONFIRMATION)
                            .through(Medium.CALL.name())
                            .output(sheets.write(attempt.message()).toString()));
                } catch (IOException e) {
                    failed.add(attempt);
                    tally.failed(
                            attempt.record.message().debtor(),
                            said("sheet.unwritable", attempt.record.message().id(), e));
                }
            }
        }
        attempts.removeAll(failed);
    }

    /** Commits what is decided already and, for the rest, that they are being sent, with the bytes that will be sent. */
    private void intend(List<Attempt> attempts) throws LedgerException {
        if (attempts.isEmpty()) {
            return;
        }
        List<Attempt> lost = new ArrayList<>();
        ledger.write(creditor.id(), actor, batch -> {
            lost.clear();
            for (Attempt attempt : attempts) {
                StateChange intention = attempt.change.orElseGet(() -> change(attempt.record, SENDING)
                        .through(attempt.message().channels().get(0).id()));
                if (!journal.change(batch, attempt.record, intention)) {
                    lost.add(attempt);
                } else if (attempt.outgoing.isPresent() && intention.next() != WITHDRAWN) {
                    keep(batch, attempt.message());
                }
            }
        });
        for (Attempt attempt : lost) {
            tally.failed(
                    attempt.record.message().debtor(),
                    said("message.changed", attempt.record.message().id()));
        }
        attempts.removeAll(lost);
        attempts.stream()
                .filter(attempt -> !attempt.isUndecided())
                .forEach(attempt -> tally.changed(attempt.record, attempt.change.orElseThrow(), attempt.because()));
        attempts.removeIf(attempt -> !attempt.isUndecided());
    }

    private static void keep(LedgerBatch batch, Outgoing outgoing) throws LedgerException {
        batch.keepContent(outgoing.id(), outgoing.content().letter());
        boolean onlyLetter = outgoing.isTask()
                || outgoing.channels().stream()
                        .allMatch(channel -> channel.medium().equals(Medium.LETTER));
        if (!onlyLetter) {
            String text =
                    outgoing.content().subject() + "\n\n" + outgoing.content().text();
            batch.keepContent(
                    outgoing.id(),
                    DocumentFile.of("message.txt", "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8)));
            batch.keepContent(
                    outgoing.id(),
                    DocumentFile.of(
                            "message.html",
                            "text/html;charset=UTF-8",
                            outgoing.content().html().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private List<MessageRecord> call(List<Attempt> attempts) throws LedgerException {
        long began = System.nanoTime();
        List<MessageRecord> unreached = new ArrayList<>();
        boolean first = true;
        for (Attempt attempt : attempts) {
            if (!first && (System.nanoTime() - began > CALLS_NANOS_MAX || ledger.isStopped(creditor.id()))) {
                attempt.release();
                unreached.add(attempt.record);
                begun--;
            } else {
                Delivery.Result result = delivery.deliver(attempt.message());
                attempt.decide(result.change());
                attempt.failed = result.failed();
            }
            first = false;
        }
        return unreached;
    }

    private void conclude(List<Attempt> attempts) throws LedgerException {
        if (attempts.isEmpty()) {
            return;
        }
        ledger.write(creditor.id(), actor, batch -> {
            for (Attempt attempt : attempts) {
                journal.change(batch, attempt.record, attempt.change.orElseThrow());
            }
        });
        for (Attempt attempt : attempts) {
            if (attempt.released) {
                continue;
            }
            StateChange change = attempt.change.orElseThrow();
            tally.changed(attempt.record, change);
            if (attempt.failed) {
                tally.failed(
                        attempt.record.message().debtor(),
                        Sentence.plain(change.reason().orElse(change.next().name())));
            }
        }
    }

    private static StateChange change(MessageRecord record, MessageState next) {
        return StateChange.to(next, record.message().id(), READY);
    }

    private static Sentence said(String code, Object... values) {
        return Sentence.of(Dispatch.class, code, values);
    }

    /** One message on its way through a group. */
    private static final class Attempt {

        private final MessageRecord record;
        private final Optional<Outgoing> outgoing;
        private Optional<StateChange> change = Optional.empty();
        private Optional<Sentence> told = Optional.empty();
        private boolean failed;
        private boolean released;

        private Attempt(MessageRecord record, Optional<Outgoing> outgoing) {
            this.record = record;
            this.outgoing = outgoing;
        }

        static Attempt of(Outgoing outgoing) {
            return new Attempt(outgoing.record(), Optional.of(outgoing));
        }

        static Attempt without(MessageRecord record, MessageState next, Sentence because) {
            Attempt attempt = new Attempt(record, Optional.empty());
            attempt.decide(next, because);
            return attempt;
        }

        Outgoing message() {
            return outgoing.orElseThrow();
        }

        boolean isUndecided() {
            return change.isEmpty();
        }

        void decide(StateChange decided) {
            change = Optional.of(decided);
        }

        void decide(MessageState next, Sentence because) {
            told = Optional.of(because);
            decide(Dispatch.change(record, next).because(because.toString()));
        }

        /** In words for people, where it was decided here; a channel says it in its own. */
        Optional<Sentence> because() {
            return told.isPresent() ? told : change.orElseThrow().reason().map(Sentence::plain);
        }

        /** Its call did not begin: it is as approved as before. */
        void release() {
            released = true;
            decide(StateChange.to(APPROVED, record.message().id(), Set.of(SENDING))
                    .because("its turn did not come; it is rechecked again"));
        }
    }
}
