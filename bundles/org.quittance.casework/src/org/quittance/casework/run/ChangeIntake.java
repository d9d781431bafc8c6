package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
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

/**
 * Takes in what the ledger reports as settled, cancelled or open again: the only way in which items leave dunning. Messages about
 * a settled item that have not left are withdrawn, holds on it lifted, thanks noted. Changes dated after the day decided for wait.
 */
final class ChangeIntake {

    /** A page is one transaction; some thousands of small rows. */
    private static final int PAGE = 5_000;

    private static final Set<MessageState> NOT_LEFT =
            Set.of(MessageState.PREPARED, MessageState.APPROVED, MessageState.DEFERRED);

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final InvoiceStore store;
    private final CreditorId creditor;
    private final LocalDate asOf;
    private final Settlements settlements;

    ChangeIntake(
            CaseLedger ledger,
            SendLedger messages,
            InvoiceStore store,
            CreditorId creditor,
            LocalDate asOf,
            Settlements settlements) {
        this.ledger = ledger;
        this.messages = messages;
        this.store = store;
        this.creditor = creditor;
        this.asOf = asOf;
        this.settlements = settlements;
    }

    /** Commits page by page, and the place reached with each. */
    void takeIn(Actor actor) throws StoreException, LedgerException {
        read((changes, mark) -> {
            Effects effects = effects(changes);
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
            for (ItemChange change : changes) {
                if (change.kind() == ItemChange.Kind.REOPENED) {
                    overlay.reopened(change.debtor(), change.item());
                } else {
                    overlay.settled(change.debtor(), change.item(), change.on());
                }
            }
            for (MessageRecord message : effects(changes).withdrawn) {
                overlay.dropped(message.message().id());
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

    private Effects effects(List<ItemChange> changes) throws LedgerException {
        Effects effects = new Effects(changes);
        List<ItemKey> gone = new ArrayList<>();
        Set<DebtorId> debtors = new HashSet<>();
        for (ItemChange change : changes) {
            if (change.kind() != ItemChange.Kind.REOPENED) {
                gone.add(change.item());
                debtors.add(change.debtor());
            }
        }
        if (!gone.isEmpty()) {
            for (MessageRecord message : messages.liveAbout(creditor, gone)) {
                if (NOT_LEFT.contains(message.state())) {
                    effects.withdrawn.add(message);
                }
            }
            effects.histories.putAll(ledger.histories(creditor, debtors));
        }
        return effects;
    }

    private void write(LedgerBatch batch, Effects effects) throws LedgerException {
        Set<MessageId> done = new HashSet<>();
        for (MessageRecord message : effects.withdrawn) {
            if (done.add(message.message().id())) {
                MessageJournal.change(
                        batch,
                        message.message().debtor(),
                        StateChange.to(MessageState.WITHDRAWN, message.message().id(), NOT_LEFT)
                                .because("the ledger reports an item of it as settled or cancelled"));
            }
        }
        for (ItemChange change : effects.changes) {
            if (change.kind() == ItemChange.Kind.REOPENED) {
                batch.reopened(change.debtor(), change.item());
                Settlements.noteReopened(batch, change);
            } else {
                batch.settled(change.debtor(), change.item(), change.on());
                CaseHistory history = effects.histories.get(change.debtor());
                if (history != null) {
                    lift(batch, history, change.item());
                    settlements.note(batch, history, change);
                }
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
