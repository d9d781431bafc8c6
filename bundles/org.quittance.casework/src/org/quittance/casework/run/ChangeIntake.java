package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.Imputed;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.StoreException;
import org.quittance.casework.send.MessageJournal;
import org.quittance.casework.send.MessageLife;
import org.quittance.service.casework.RunAction;
import org.quittance.service.policy.Policy;

/**
 * Takes in what the ledger reports as settled, cancelled or open again: the only way in which items leave dunning. Messages about
 * a settled item that have not left are withdrawn, holds on it lifted, thanks prepared in the same commit, so that no crash comes
 * between. Changes dated after the day decided for wait.
 */
final class ChangeIntake {

    /** A page is one transaction; some thousands of small rows. */
    private static final int PAGE = 5_000;

    private static final Set<MessageState> NOT_LEFT =
            Set.of(MessageState.PREPARED, MessageState.APPROVED, MessageState.DEFERRED);

    /** A call or a hand-over nobody did yet lies in the outbox for a person: nothing of it has left either. */
    private static final Set<MessageState> NOT_DONE = Set.of(
            MessageState.PREPARED, MessageState.APPROVED, MessageState.DEFERRED, MessageState.AWAITING_CONFIRMATION);

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final InvoiceStore store;
    private final CreditorId creditor;
    private final LocalDate asOf;
    private final Settlements settlements;
    private final Thanks thanks;
    private final List<RunAction> thanked = new ArrayList<>();
    private Optional<RunId> run = Optional.empty();

    ChangeIntake(
            CaseLedger ledger,
            SendLedger messages,
            InvoiceStore store,
            CreditorId creditor,
            LocalDate asOf,
            Settlements settlements,
            Thanks thanks) {
        this.ledger = ledger;
        this.messages = messages;
        this.store = store;
        this.creditor = creditor;
        this.asOf = asOf;
        this.settlements = settlements;
        this.thanks = thanks;
    }

    /** The run that thanks were prepared in, if any were; not complete. */
    Optional<RunId> run() {
        return run;
    }

    /** The messages of thanks that were prepared, or would be, in the order of their numbers from 1. */
    List<RunAction> thanked() {
        return thanked;
    }

    /** Commits page by page, and the place reached with each. */
    void takeIn(Actor actor) throws StoreException, LedgerException {
        read((changes, mark) -> {
            Effects effects = effects(changes, new HistoryOverlay());
            if (!effects.isEmpty() || mark.isNew()) {
                ledger.write(creditor, actor, batch -> {
                    write(batch, effects);
                    batch.cursor(store.id(), mark.cursor());
                });
            }
        });
    }

    /** Writes nothing; what would be written is laid over the histories. */
    void foresee(HistoryOverlay overlay) throws StoreException, LedgerException {
        read((changes, mark) -> {
            for (Thanks.Letter letter : effects(changes, overlay).thanks) {
                thanked.add(thanks.action(Optional.empty(), letter, "DRY_RUN"));
            }
        });
    }

    /** Receives the changes of one page that count now, and the place to remember. */
    @FunctionalInterface
    private interface Page {

        void take(List<ItemChange> changes, Place place) throws StoreException, LedgerException;
    }

    private record Place(ChangeCursor cursor, boolean isNew) {}

    private void read(Page taker) throws StoreException, LedgerException {
        ChangeCursor stored = ledger.cursor(creditor, store.id()).orElse(ChangeCursor.BEGINNING);
        CursorMark known = CursorMark.of(Optional.of(stored));
        ChangeCursor cursor = known.from();
        Reading reading = new Reading(known, asOf);
        boolean more = true;
        while (more) {
            ItemChanges page = store.changesSince(creditor, cursor, PAGE);
            List<ItemChange> due = reading.due(page, cursor);
            ChangeCursor place = reading.mark(page.next()).toCursor();
            taker.take(due, new Place(place, !place.equals(stored)));
            more = page.more() && !page.next().equals(cursor);
            cursor = page.next();
        }
    }

    /** @param overlay receives what is about to be written */
    private Effects effects(List<ItemChange> changes, HistoryOverlay overlay) throws LedgerException {
        Effects effects = new Effects(changes);
        List<ItemKey> gone = new ArrayList<>();
        List<ItemKey> unpaid = new ArrayList<>();
        Set<DebtorId> debtors = new HashSet<>();
        Map<DebtorId, Set<ItemKey>> paid = new LinkedHashMap<>();
        for (ItemChange change : changes) {
            Set<ItemKey> ofDebtor = paid.computeIfAbsent(change.debtor(), id -> new LinkedHashSet<>());
            if (change.kind() == ItemChange.Kind.SETTLED) {
                ofDebtor.add(change.item());
            } else {
                ofDebtor.remove(change.item());
                unpaid.add(change.item());
            }
            if (change.kind() == ItemChange.Kind.REOPENED) {
                overlay.reopened(change.debtor(), change.item());
            } else {
                overlay.settled(change.debtor(), change.item(), change.on(), change.kind() == ItemChange.Kind.SETTLED);
                if (change.kind() == ItemChange.Kind.CANCELLED) {
                    overlay.takenBack(change.debtor(), change.item());
                }
                gone.add(change.item());
                debtors.add(change.debtor());
            }
        }
        withdraw(effects, gone, false);
        withdraw(effects, unpaid, true);
        effects.withdrawn.forEach(message -> overlay.dropped(message.message().id()));
        if (!gone.isEmpty()) {
            effects.histories.putAll(ledger.histories(creditor, debtors));
            effects.thanks.addAll(thanks.due(effects.histories, overlay, paid));
        }
        return effects;
    }

    /** What is gone is not asked for any more, what was not paid is not thanked for. */
    private void withdraw(Effects effects, List<ItemKey> items, boolean isThanks) throws LedgerException {
        if (items.isEmpty()) {
            return;
        }
        for (MessageRecord message : messages.liveAbout(creditor, items)) {
            if (notLeft(message).contains(message.state())
                    && isThanks == Policy.isThanks(message.message().step())) {
                effects.withdrawn.add(message);
            }
        }
    }

    private static Set<MessageState> notLeft(MessageRecord message) {
        return MessageLife.isTask(message) ? NOT_DONE : NOT_LEFT;
    }

    private void write(LedgerBatch batch, Effects effects) throws LedgerException {
        Set<MessageId> done = new HashSet<>();
        for (MessageRecord message : effects.withdrawn) {
            if (done.add(message.message().id())) {
                MessageJournal.change(
                        batch,
                        message.message().debtor(),
                        StateChange.to(MessageState.WITHDRAWN, message.message().id(), notLeft(message))
                                .because("the ledger reports an item of it as settled, cancelled or open again"));
            }
        }
        for (ItemChange change : effects.changes) {
            if (change.kind() == ItemChange.Kind.REOPENED) {
                batch.reopened(change.debtor(), change.item());
                Settlements.noteReopened(batch, change);
            } else {
                batch.settled(change.debtor(), change.item(), change.on(), change.kind() == ItemChange.Kind.SETTLED);
                CaseHistory history = effects.histories.get(change.debtor());
                if (history != null) {
                    lift(batch, history, change.item());
                    if (change.kind() == ItemChange.Kind.CANCELLED) {
                        takeBack(batch, history, change.item());
                    }
                    settlements.note(batch, history, change);
                }
            }
        }
        for (Thanks.Letter letter : effects.thanks) {
            thank(batch, letter, effects);
        }
    }

    private void thank(LedgerBatch batch, Thanks.Letter letter, Effects effects) throws LedgerException {
        if (run.isEmpty()) {
            run = Optional.of(batch.beginRun(asOf, store.id()));
        }
        RunId id = run.get();
        CaseHistory history = effects.histories.get(letter.debtor().id());
        PreparedMessage message = thanks.message(
                MessageId.of(id, thanked.size() + 1), id, letter, history == null ? 0 : history.revision());
        Optional<Exception> duplicate = batch.forDebtor(letter.debtor().id(), () -> {
            batch.prepare(message);
            batch.journal(thanks.journal(message));
        });
        if (duplicate.isEmpty()) {
            thanked.add(thanks.action(Optional.of(message.id()), letter, MessageState.PREPARED.name()));
        }
    }

    /** What a payment had paid beside the principal is owed again once the money went back. */
    private static void takeBack(LedgerBatch batch, CaseHistory history, ItemKey credit) throws LedgerException {
        List<Imputed> imputed = new ArrayList<>(history.imputed());
        imputed.addAll(history.paidCharges());
        for (Imputed one : imputed) {
            if (one.credit().equals(credit)) {
                batch.record(history.debtor(), one.takenBack());
                batch.journal(FoundRecord.journal(history.debtor(), one.takenBack()));
            }
        }
    }

    private static void lift(LedgerBatch batch, CaseHistory history, ItemKey item) throws LedgerException {
        for (Hold hold : history.holds()) {
            if (hold.item().isPresent() && hold.item().get().equals(item)) {
                batch.lift(history.debtor(), hold.id());
            }
        }
    }

    /** What a page of changes entails. */
    private static final class Effects {

        private final List<ItemChange> changes;
        private final List<MessageRecord> withdrawn = new ArrayList<>();
        private final List<Thanks.Letter> thanks = new ArrayList<>();
        private final Map<DebtorId, @Nullable CaseHistory> histories = new HashMap<>();

        Effects(List<ItemChange> changes) {
            this.changes = changes;
        }

        boolean isEmpty() {
            return changes.isEmpty();
        }
    }

    /** Tells what is due now from what was taken in before and what waits. */
    private static final class Reading {

        private final CursorMark known;
        private final LocalDate asOf;
        private long index;
        private @Nullable ChangeCursor waitsFrom;
        private long waitsAt;

        Reading(CursorMark known, LocalDate asOf) {
            this.known = known;
            this.asOf = asOf;
        }

        List<ItemChange> due(ItemChanges page, ChangeCursor begin) {
            List<ItemChange> due = new ArrayList<>();
            long pageAt = index;
            for (ItemChange change : page.changes()) {
                index++;
                if (change.kind() == ItemChange.Kind.CHANGED) {
                    continue;
                }
                if (change.on().isAfter(asOf)) {
                    if (waitsFrom == null) {
                        waitsFrom = begin;
                        waitsAt = pageAt;
                    }
                } else if (index > known.readBeyond() || change.on().isAfter(known.asOf())) {
                    due.add(change);
                }
            }
            return due;
        }

        CursorMark mark(ChangeCursor next) {
            ChangeCursor waiting = waitsFrom;
            if (waiting == null && index >= known.readBeyond()) {
                return CursorMark.at(next);
            }
            return waiting == null ? known : new CursorMark(waiting, index - waitsAt, asOf);
        }
    }
}
