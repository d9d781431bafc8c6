package org.quittance.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.HandOver.State;
import org.quittance.api.ledger.HandOverLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Sha256;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.escalation.HandOvers.Filed;

/**
 * Files what agencies report. Each report and what follows from it is one commit, and the cursor is moved after all of a page: what
 * is read again after a crash is in the journal already.
 */
final class AgencyReports {

    private static final int NAME_LENGTH = 12;
    private static final int DISPUTE_DAYS = 14;

    private final CaseLedger ledger;
    private final HandOverLedger handOvers;
    private final CaseJournal journal;
    private final CreditorDirectory creditors;

    AgencyReports(CaseLedger ledger, HandOverLedger handOvers, CaseJournal journal, CreditorDirectory creditors) {
        this.ledger = ledger;
        this.handOvers = handOvers;
        this.journal = journal;
        this.creditors = creditors;
    }

    /** Reads one agency to the end of what it has to say. */
    void read(
            CollectionAgencyConnector agency,
            Creditor creditor,
            LocalDate today,
            Actor actor,
            List<Filed> filed,
            List<Sentence> refused)
            throws AgencyException, LedgerException {
        // How far an agency was read is kept as how far a store was: both are read after a cursor, each under a name of
        // its own.
        StoreId place = new StoreId("agency:" + Sha256.hex(agency.id()));
        String cursor = ledger.cursor(creditor.id(), place)
                .orElse(ChangeCursor.BEGINNING)
                .value();
        Set<String> unreadable = new LinkedHashSet<>();
        boolean isLast = false;
        while (!isLast) {
            AgencyFeedback page = agency.feedback(cursor);
            for (AgencyEvent event : page.events()) {
                file(agency.id(), event, creditor.id(), today, actor, filed, refused);
            }
            unreadable.addAll(page.refused());
            isLast = page.next().equals(cursor);
            if (!isLast) {
                ledger.write(creditor.id(), actor, batch -> batch.cursor(place, new ChangeCursor(page.next())));
            }
            cursor = page.next();
        }
        unreadable.forEach(sentence -> refused.add(Failures.said("handover.report-unreadable", agency.id(), sentence)));
    }

    private record Known(DebtorId debtor, HandOver handOver) {}

    private void file(
            String agency,
            AgencyEvent event,
            CreditorId creditor,
            LocalDate today,
            Actor actor,
            List<Filed> filed,
            List<Sentence> refused)
            throws LedgerException {
        Optional<Known> found = known(creditor, agency, event);
        if (found.isEmpty()) {
            // One agency may work for several creditors of this installation; each reads what is its own.
            for (Creditor other : creditors.creditors()) {
                if (!other.id().equals(creditor)
                        && known(other.id(), agency, event).isPresent()) {
                    return;
                }
            }
            refused.add(Failures.said("handover.report-unknown", agency, event.key(), event.text()));
            return;
        }
        Known known = found.get();
        DebtorId debtor = known.debtor();
        if (HandOverJournal.holds(journal.entries(creditor, Optional.of(debtor), Integer.MAX_VALUE), agency, event)) {
            return;
        }
        Set<ItemKey> disputed = ledger
                .histories(creditor, List.of(debtor))
                .getOrDefault(debtor, CaseHistory.of(debtor).build())
                .disputes()
                .stream()
                .map(Dispute::item)
                .collect(Collectors.toSet());
        ledger.write(creditor, actor, batch -> {
            batch.journal(HandOverJournal.report(debtor, agency, event));
            switch (event.kind()) {
                case ACKNOWLEDGED -> acknowledge(batch, known, event);
                case PAYMENT -> waitForAPerson(batch, known, event, "agency-payment");
                case PROPOSAL -> waitForAPerson(batch, known, event, "agency-proposal");
                case DISPUTE -> dispute(batch, known, event, disputed, actor, today);
                case RECALLED -> home(batch, known, State.RECALLED, event);
                case CLOSED -> home(batch, known, State.CLOSED, event);
                case CONTACT, COST, OTHER -> {
                    // The journal is all that is needed; costs of recovery are the creditor's (CPCE L111-8).
                }
            }
        });
        filed.add(new Filed(debtor, agency, event));
    }

    private Optional<Known> known(CreditorId creditor, String agency, AgencyEvent event) throws LedgerException {
        for (Map.Entry<DebtorId, List<HandOver>> entry :
                handOvers.handOvers(creditor).entrySet()) {
            for (HandOver handOver : entry.getValue()) {
                if (handOver.id().equals(event.key().value())
                        && handOver.agency().equals(agency)) {
                    return Optional.of(new Known(entry.getKey(), handOver));
                }
            }
        }
        return Optional.empty();
    }

    private static void acknowledge(LedgerBatch batch, Known known, AgencyEvent event) throws LedgerException {
        State state = known.handOver().state();
        if (state == State.INTENDED || state == State.PENDING) {
            put(batch, known.debtor(), known.handOver().become(State.ACKNOWLEDGED, event.text()));
        }
    }

    /**
     * Also after the case is home: nobody is dunned for money an agency has, or while an offer lies unanswered. The money itself is
     * booked when the bank shows it.
     */
    private static void waitForAPerson(LedgerBatch batch, Known known, AgencyEvent event, String reason)
            throws LedgerException {
        batch.putUnlessKnown(
                known.debtor(), new Hold(name(known, event), Optional.empty(), reason, event.on(), Optional.empty()));
    }

    private static void dispute(
            LedgerBatch batch, Known known, AgencyEvent event, Set<ItemKey> disputed, Actor actor, LocalDate today)
            throws LedgerException {
        List<ItemKey> items = new ArrayList<>(known.handOver().items());
        items.removeAll(disputed);
        items.sort((one, other) -> one.toString().compareTo(other.toString()));
        int number = 0;
        for (ItemKey item : items) {
            number++;
            batch.put(
                    known.debtor(),
                    new Dispute(
                            name(known, event) + "-" + number,
                            item,
                            Optional.empty(),
                            event.text().isBlank() ? "agency-dispute" : event.text(),
                            event.on(),
                            Optional.of(today.plusDays(DISPUTE_DAYS)),
                            Optional.empty(),
                            actor.name(),
                            Optional.empty()));
        }
    }

    private static void home(LedgerBatch batch, Known known, State state, AgencyEvent event) throws LedgerException {
        if (known.handOver().isAway()) {
            put(batch, known.debtor(), known.handOver().become(state, event.text()));
        }
    }

    /** The record, the stop to own dunning that goes with it, and the journal. */
    static void put(LedgerBatch batch, DebtorId debtor, HandOver handOver) throws LedgerException {
        put(batch, debtor, handOver, false);
    }

    static void put(LedgerBatch batch, DebtorId debtor, HandOver handOver, boolean figuresAcknowledged)
            throws LedgerException {
        batch.record(debtor, handOver);
        batch.awayAt(debtor, handOver.isAway() ? Optional.of(handOver.agency()) : Optional.empty());
        batch.journal(HandOverJournal.state(debtor, handOver, figuresAcknowledged));
    }

    private static String name(Known known, AgencyEvent event) {
        return "agency-"
                + Sha256.hex(known.handOver().agency() + "\n" + event.id()).substring(0, NAME_LENGTH);
    }
}
