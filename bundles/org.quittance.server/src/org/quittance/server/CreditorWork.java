package org.quittance.server;

import static org.quittance.api.ledger.MessageState.APPROVED;
import static org.quittance.api.ledger.MessageState.DEFERRED;
import static org.quittance.api.ledger.MessageState.SENDING;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.FeedbackService;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.casework.Selection;
import org.quittance.service.proof.HeadArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server does for one creditor by itself. Looked at again and again, on one thread; what fails is logged, without personal
 * data, and tried again at its next time, while the other work goes on.
 */
final class CreditorWork implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CreditorWork.class);

    private static final Set<MessageState> READY = Set.of(APPROVED, DEFERRED);

    private final Creditor creditor;
    private final Timetable timetable;
    private final Desk desk;
    private final Actor actor;
    private final BooleanSupplier stopping;
    private final Since fetched = new Since();
    private final Since dispatched = new Since();
    private final Since prepareFailed = new Since();
    private Optional<LocalDate> preparedOn = Optional.empty();

    /**
     * The services that do the work.
     *
     * @param approves whether the server approves what it prepared itself
     */
    record Desk(
            RunService runs,
            FeedbackService feedback,
            SendLedger messages,
            HeadArchive heads,
            BusinessClock clock,
            Holidays holidays,
            boolean approves) {}

    CreditorWork(Creditor creditor, Timetable timetable, Desk desk, Actor actor, BooleanSupplier stopping) {
        this.creditor = creditor;
        this.timetable = timetable;
        this.desk = desk;
        this.actor = actor;
        this.stopping = stopping;
    }

    /** A piece of work; its name stands in the log. */
    @FunctionalInterface
    private interface Work {

        void run() throws CaseworkException, LedgerException;
    }

    @Override
    public void run() {
        attempt("fetch", this::fetchWhenDue);
        attempt("prepare", this::prepareWhenDue);
        attempt("dispatch", this::dispatchWhenDue);
    }

    private void attempt(String name, Work work) {
        if (stopping.getAsBoolean()) {
            return;
        }
        try {
            work.run();
        } catch (CaseworkException e) {
            LOG.warn("{} creditor={} outcome=failed kind={}", name, creditor.id(), e.kind());
            LOG.debug("{} creditor={}", name, creditor.id(), e);
        } catch (LedgerException | RuntimeException e) {
            LOG.warn(
                    "{} creditor={} outcome=failed kind={}",
                    name,
                    creditor.id(),
                    e.getClass().getSimpleName());
            LOG.debug("{} creditor={}", name, creditor.id(), e);
        }
    }

    /** In a simulated workspace nothing has left, so nothing comes back. */
    private void fetchWhenDue() throws CaseworkException {
        if (desk.clock().isSimulated() || !Timetable.isDue(fetched.passed(), timetable.mailEvery())) {
            return;
        }
        fetched.now();
        FeedbackService.Feedback feedback = desk.feedback().fetch(creditor.id(), actor);
        if (!feedback.filed().isEmpty() || !feedback.failures().isEmpty()) {
            LOG.info(
                    "fetch creditor={} filed={} unrelated={} failures={}",
                    creditor.id(),
                    feedback.filed().size(),
                    feedback.unrelated(),
                    feedback.failures().size());
        }
    }

    private void prepareWhenDue() throws CaseworkException {
        LocalDate today = desk.clock().today(creditor.zone());
        LocalDateTime now = desk.clock().isSimulated()
                ? today.atTime(timetable.prepareAt())
                : LocalDateTime.ofInstant(desk.clock().now(), creditor.zone());
        boolean businessDay = desk.holidays().isBusinessDay(creditor.address().country(), today);
        if (!timetable.isPrepareDue(now, businessDay, preparedOn)
                || !Timetable.isDue(prepareFailed.passed(), timetable.dispatchEvery())) {
            return;
        }
        prepareFailed.now();
        Counting counting = new Counting(stopping);
        RunSummary summary =
                desk.runs().prepare(creditor.id(), new RunRequest(today, false, Optional.empty()), actor, counting);
        LOG.info(
                "prepare creditor={} asOf={} debtors={} messages={} standing={} failed={}",
                creditor.id(),
                today,
                summary.debtors(),
                summary.messages(),
                summary.standing(),
                summary.failed());
        if (stopping.getAsBoolean()) {
            return;
        }
        approve();
        preparedOn = Optional.of(today);
        prepareFailed.never();
        dispatched.never();
    }

    /** What claims figures no lawyer has validated still waits for a person, and everything where four eyes are asked for. */
    private void approve() throws CaseworkException {
        if (desk.approves() && !creditor.fourEyes()) {
            MessageSummary summary =
                    desk.runs().approve(creditor.id(), Selection.everything(), actor, new Counting(stopping));
            LOG.info("approve creditor={} states={} failed={}", creditor.id(), summary.states(), summary.failed());
        }
    }

    private void dispatchWhenDue() throws CaseworkException, LedgerException {
        if (!Timetable.isDue(dispatched.passed(), timetable.dispatchEvery())) {
            return;
        }
        dispatched.now();
        desk.heads().keepDue();
        boolean mayLeave = !creditor.isDraft() || desk.clock().isSimulated();
        if (!isAny(Set.of(SENDING)) && !(mayLeave && isAny(READY))) {
            return;
        }
        MessageSummary summary = desk.runs()
                .dispatch(
                        creditor.id(),
                        Selection.everything(),
                        desk.clock().today(creditor.zone()),
                        actor,
                        new Counting(stopping));
        LOG.info("dispatch creditor={} states={} failed={}", creditor.id(), summary.states(), summary.failed());
    }

    private boolean isAny(Set<MessageState> states) throws LedgerException {
        return !desk.messages()
                .messages(creditor.id(), MessageQuery.inStates(states, 1))
                .isEmpty();
    }

    /** Names of debtors are for the journal, not for a log. */
    private record Counting(BooleanSupplier stopping) implements RunListener {

        @Override
        public boolean isCancelled() {
            return stopping.getAsBoolean();
        }
    }

    /** How long ago something was done, by a clock that is never set. */
    private static final class Since {

        private Optional<Long> at = Optional.empty();

        void now() {
            at = Optional.of(System.nanoTime());
        }

        void never() {
            at = Optional.empty();
        }

        Optional<Duration> passed() {
            return at.map(nanos -> Duration.ofNanos(System.nanoTime() - nanos));
        }
    }
}
