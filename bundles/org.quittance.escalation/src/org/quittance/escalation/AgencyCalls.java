package org.quittance.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.HandOver.State;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Selection;

/** Calls agencies, with what is wanted committed before and what they answer after. To be used with the creditor's turn taken. */
final class AgencyCalls {

    private static final Set<MessageState> NOT_LEFT =
            Set.of(MessageState.PREPARED, MessageState.APPROVED, MessageState.DEFERRED);

    private final CaseLedger ledger;
    private final CaseService cases;
    private final RunService runs;
    private final BusinessClock clock;
    private final Agencies agencies;

    AgencyCalls(CaseLedger ledger, CaseService cases, RunService runs, BusinessClock clock, Agencies agencies) {
        this.ledger = ledger;
        this.cases = cases;
        this.runs = runs;
        this.clock = clock;
        this.agencies = agencies;
    }

    /** What was intended is committed; commits the answer. */
    HandOver transmit(Creditor creditor, DebtorId debtor, HandOver intended, CasePackage file, Actor actor)
            throws CaseworkException, LedgerException {
        HandOverOutcome outcome;
        try {
            outcome = agencies.named(intended.agency()).handOver(file);
        } catch (AgencyException e) {
            throw new CaseworkException(
                    Kind.UNAVAILABLE,
                    Failures.said("handover.unreachable", intended.agency(), Failures.message(e), debtor),
                    e);
        }
        HandOver after = outcome.fold(new HandOverOutcome.Cases<>() {
            @Override
            public HandOver acknowledged(String reference) {
                return intended.become(State.ACKNOWLEDGED, reference);
            }

            @Override
            public HandOver pending(String where) {
                return intended.become(State.PENDING, where);
            }

            @Override
            public HandOver refused(String reason) {
                return intended.become(State.REFUSED, reason);
            }
        });
        ledger.write(creditor.id(), actor, batch -> AgencyReports.put(batch, debtor, after));
        if (after.isAway()) {
            quieten(creditor, debtor, actor);
        }
        return after;
    }

    /** What was prepared is taken back and the task to decide on it is done. A crash before leaves this to the next recheck. */
    private void quieten(Creditor creditor, DebtorId debtor, Actor actor) throws CaseworkException {
        LocalDate today = clock.today(creditor.zone());
        List<MessageRecord> all =
                cases.view(creditor.id(), debtor, today, Locale.ENGLISH).messages();
        Set<MessageId> decided = all.stream()
                .filter(record -> record.message().kind() == DocumentKind.HANDOVER_PROPOSAL
                        && record.state() == MessageState.AWAITING_CONFIRMATION)
                .map(record -> record.message().id())
                .collect(Collectors.toSet());
        Set<MessageId> waiting = all.stream()
                .filter(record -> NOT_LEFT.contains(record.state()))
                .map(record -> record.message().id())
                .collect(Collectors.toSet());
        RunListener silent = new RunListener() {};
        if (!waiting.isEmpty()) {
            runs.withdraw(creditor.id(), Selection.of(waiting), "handed over to an agency", actor, silent);
        }
        if (!decided.isEmpty()) {
            runs.resolve(creditor.id(), Selection.of(decided), MessageState.SENT, today, actor, silent);
        }
    }

    /** Commits the wish, asks the agency, commits its answer. */
    HandOver recall(Creditor creditor, DebtorId debtor, HandOver away, String reason, Actor actor)
            throws CaseworkException, LedgerException {
        CollectionAgencyConnector agency = agencies.named(away.agency());
        // Of what was intended nobody knows whether it arrived: it stays so until the agency says.
        boolean isThere = away.state() != State.INTENDED;
        HandOver asked = isThere ? away.become(State.RECALL_ASKED, away.answer()) : away;
        if (away.state() != State.RECALL_ASKED) {
            note(creditor, debtor, asked, "handover.recall-asked", reason, actor);
        }
        HandOverOutcome outcome = ask(agency, asked, debtor, reason);
        if (isThere && outcome instanceof HandOverOutcome.Refused refused) {
            note(creditor, debtor, away, "handover.recall-refused", refused.reason(), actor);
            throw Failures.refusal(Kind.UNAVAILABLE, "handover.recall-refused", agency.id(), debtor, refused.reason());
        }
        HandOver after = outcome.fold(new HandOverOutcome.Cases<>() {
            @Override
            public HandOver acknowledged(String reference) {
                return asked.become(State.RECALLED, reference);
            }

            @Override
            public HandOver pending(String where) {
                return asked.become(State.RECALL_ASKED, asked.answer());
            }

            @Override
            public HandOver refused(String because) {
                return asked.become(State.REFUSED, because);
            }
        });
        if (!after.equals(asked)) {
            ledger.write(creditor.id(), actor, batch -> AgencyReports.put(batch, debtor, after));
        }
        return after;
    }

    private void note(Creditor creditor, DebtorId debtor, HandOver handOver, String kind, String text, Actor actor)
            throws LedgerException {
        ledger.write(creditor.id(), actor, batch -> {
            batch.record(debtor, handOver);
            batch.journal(HandOverJournal.said(debtor, kind, handOver, text));
        });
    }

    private static HandOverOutcome ask(CollectionAgencyConnector agency, HandOver asked, DebtorId debtor, String reason)
            throws CaseworkException {
        try {
            return agency.recall(new HandOverKey(asked.id()), reason);
        } catch (AgencyException e) {
            throw new CaseworkException(
                    Kind.UNAVAILABLE,
                    Failures.said("handover.recall-unreachable", agency.id(), Failures.message(e), debtor),
                    e);
        }
    }
}
