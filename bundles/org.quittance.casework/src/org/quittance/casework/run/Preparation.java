package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.RunRecord;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.ahead.ReadAhead;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.casework.send.MessageJournal;
import org.quittance.casework.send.SendingHours;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;

/** Prepares runs. The order of the whole is here; each part is a class of this package. */
public final class Preparation {

    /** Debtors decided and committed together: a synced commit costs as much as deciding about a few of them. */
    private static final int BATCH = 400;

    private static final int PAGE = 500;

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final DunningEngine engine;
    private final PolicyLibrary library;
    private final Installation installation;
    private final Renderers renderers;
    private final BusinessClock clock;

    public Preparation(
            CaseLedger ledger,
            SendLedger messages,
            DunningEngine engine,
            PolicyLibrary library,
            Installation installation,
            Renderers renderers,
            BusinessClock clock) {
        this.ledger = ledger;
        this.messages = messages;
        this.engine = engine;
        this.library = library;
        this.installation = installation;
        this.renderers = renderers;
        this.clock = clock;
    }

    /**
     * @param uncertain what became of messages that an earlier process left behind; committed already unless this is a dry run
     */
    public RunSummary prepare(
            Creditor creditor, RunRequest request, Actor actor, List<StateChange> uncertain, RunListener listener)
            throws CaseworkException {
        InvoiceStore store = installation.store().orElseThrow(() -> Failures.refusal(Kind.UNAVAILABLE, "ledger.none"));
        Words words = new Words(renderers);
        words.check(library, request.policy().orElse(creditor.policy()));
        try {
            Optional<RunRecord> last = messages.runs(creditor.id(), 1).stream().findFirst();
            if (!request.dryRun()) {
                refuseEarlier(request.asOf(), last);
            }
            HistoryOverlay overlay = new HistoryOverlay();
            ChangeIntake changes = new ChangeIntake(
                    ledger,
                    messages,
                    store,
                    creditor.id(),
                    request.asOf(),
                    new Settlements(library),
                    new Thanks(messages, library, installation, creditor, request.asOf()));
            if (request.dryRun()) {
                uncertain.forEach(change -> foresee(change, overlay));
                changes.foresee(overlay);
            } else {
                changes.takeIn(actor);
            }
            Optional<RunId> standing =
                    last.filter(run -> isStanding(run, request.asOf(), store)).map(RunRecord::id);
            Tally tally = new Tally(listener);
            for (RunAction action : changes.thanked()) {
                tally.message();
                listener.action(action);
            }
            return decide(creditor, request, actor, store, words, overlay, changes, standing, tally);
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static void refuseEarlier(LocalDate asOf, Optional<RunRecord> last) throws CaseworkException {
        if (last.isPresent() && asOf.isBefore(last.get().asOf())) {
            throw Failures.refusal(Kind.USAGE, "run.earlier", asOf, last.get().id());
        }
    }

    /** Whether a run of the same day went to its end on the same ledger, so that what it prepared may stand. */
    private static boolean isStanding(RunRecord run, LocalDate asOf, InvoiceStore store) {
        return run.complete() && run.asOf().equals(asOf) && run.store().equals(store.id());
    }

    private static void foresee(StateChange change, HistoryOverlay overlay) {
        if (change.next().countsAsSent()) {
            overlay.sent(change.message(), change.on().orElse(LocalDate.MIN));
        } else if (change.next() == MessageState.UNKNOWN) {
            overlay.unknown(change.message());
        } else if (!change.next().isLive()) {
            overlay.dropped(change.message());
        }
    }

    private RunSummary decide(
            Creditor creditor,
            RunRequest request,
            Actor actor,
            InvoiceStore store,
            Words words,
            HistoryOverlay overlay,
            ChangeIntake changes,
            Optional<RunId> standing,
            Tally tally)
            throws StoreException, LedgerException, CaseworkException {
        Situations situations = new Situations(
                request.asOf(),
                creditor,
                request.policy(),
                store.paymentsKnownUntil(creditor.id()),
                installation.media(creditor),
                installation.law(),
                library);
        Decider decider = new Decider(engine, installation, situations, overlay, words);
        Composer composer = new Composer(
                ledger,
                messages,
                creditor,
                actor,
                request.asOf(),
                store.id(),
                standing,
                request.dryRun(),
                hours(creditor, request));
        composer.goOn(changes.run(), changes.thanked().size());
        RunWriter writer = new RunWriter(ledger, creditor, actor, request.asOf(), request.dryRun(), composer, tally);
        boolean complete = stream(creditor, request.asOf(), store, decider, composer, writer, tally);
        Optional<RunId> run = Optional.empty();
        if (!request.dryRun()) {
            run = finish(creditor, request.asOf(), store, actor, composer, standing, complete, tally);
        }
        tally.standing(composer.kept().size());
        return tally.summary(run, request.asOf());
    }

    /** A dry run of the day itself tells what would have to wait for the hour; on other days there is no hour. */
    private Optional<SendingHours> hours(Creditor creditor, RunRequest request) {
        boolean isNow = request.dryRun() && request.asOf().equals(clock.today(creditor.zone()));
        return isNow
                ? Optional.of(new SendingHours(clock, creditor, request.asOf(), installation.law()))
                : Optional.empty();
    }

    /** Reading, deciding, composing and writing each on a thread of its own. Returns whether everything came and was looked at. */
    private boolean stream(
            Creditor creditor,
            LocalDate asOf,
            InvoiceStore store,
            Decider decider,
            Composer composer,
            RunWriter writer,
            Tally tally)
            throws StoreException, LedgerException, CaseworkException {
        BatchReader reader = new BatchReader(installation, ledger, messages, creditor.id());
        ItemStream stream = new ItemStream(store, () -> installation.isPresent(store), creditor.id(), asOf);
        try (ReadAhead<Batch, ItemStream.End> read = new ReadAhead<>("quittance-reader-" + creditor.id(), taker -> {
                    Gathering gathering = new Gathering(reader, taker);
                    ItemStream.End end = stream.read(gathering);
                    gathering.flush();
                    return end;
                });
                ReadAhead<List<Decided>, Boolean> decided =
                        stage("decider", creditor, read, (batch, taker) -> taker.put(decider.decide(batch)));
                ReadAhead<List<Change>, Boolean> composed =
                        stage("composer", creditor, decided, (plans, taker) -> taker.put(composer.compose(plans)))) {
            Optional<List<Change>> changes = composed.take();
            while (changes.isPresent()) {
                writer.write(changes.get());
                tally.progress();
                if (tally.listener().isCancelled()) {
                    return false;
                }
                changes = composed.take();
            }
            return composed.result() && decided.result() && concluded(read.result(), tally);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaseworkException(Kind.UNAVAILABLE, Failures.said("run.interrupted"), e);
        }
    }

    /** A thread that makes something of each part of the stage before it, ahead of whoever takes it. */
    private static <A, B> ReadAhead<B, Boolean> stage(
            String name, Creditor creditor, ReadAhead<A, ?> before, Step<A, B> step) {
        return new ReadAhead<>("quittance-" + name + "-" + creditor.id(), taker -> {
            Optional<A> part = before.take();
            while (part.isPresent()) {
                step.make(part.get(), taker);
                part = before.take();
            }
            return Boolean.TRUE;
        });
    }

    /** Makes a part of a later stage of one of an earlier. */
    @FunctionalInterface
    private interface Step<A, B> {

        void make(A part, ReadAhead.Taker<B> taker) throws StoreException, LedgerException, InterruptedException;
    }

    /** Says what was left undecided when the stream broke off. Nothing is concluded from what did not come. */
    private static boolean concluded(ItemStream.End end, Tally tally) {
        if (end.brokenBecause().isEmpty()) {
            return true;
        }
        String because = end.brokenBecause().get();
        end.undecided().ifPresent(group -> {
            tally.answers(group.debtor(), Decider.answers(group, Reason.UNDECIDED, because));
            tally.failed(group.debtor(), Sentence.of(Preparation.class, "ledger.broke-off", because));
        });
        return false;
    }

    private Optional<RunId> finish(
            Creditor creditor,
            LocalDate asOf,
            InvoiceStore store,
            Actor actor,
            Composer composer,
            Optional<RunId> standing,
            boolean complete,
            Tally tally)
            throws LedgerException {
        if (complete) {
            tally.superseded(supersedeRest(creditor, actor, composer));
        }
        if (composer.run().isEmpty() && (standing.isPresent() || !complete)) {
            return standing;
        }
        List<RunId> ids = new ArrayList<>(composer.run().stream().toList());
        if (complete) {
            ledger.write(creditor.id(), actor, batch -> {
                if (ids.isEmpty()) {
                    ids.add(batch.beginRun(asOf, store.id()));
                }
                batch.completeRun(ids.get(0));
                batch.journal(JournalDraft.general("run.prepared", tally.json(ids.get(0), asOf, store.id())));
            });
        }
        return ids.stream().findFirst();
    }

    /** Messages of earlier runs, but for thanks, that nobody approved and that no debtor of this run took the place of. */
    private long supersedeRest(Creditor creditor, Actor actor, Composer composer) throws LedgerException {
        long superseded = 0;
        Set<MessageId> kept = composer.kept();
        MessageQuery prepared = MessageQuery.inStates(Set.of(MessageState.PREPARED), PAGE);
        MessageQuery query = composer.run().map(prepared::before).orElse(prepared);
        List<MessageRecord> page = messages.messages(creditor.id(), query);
        while (!page.isEmpty()) {
            List<PreparedMessage> rest = page.stream()
                    .map(MessageRecord::message)
                    .filter(message -> !kept.contains(message.id()) && !Policy.isThanks(message.step()))
                    .toList();
            if (!rest.isEmpty()) {
                ledger.write(creditor.id(), actor, batch -> {
                    for (PreparedMessage message : rest) {
                        StateChange back =
                                StateChange.to(MessageState.WITHDRAWN, message.id(), Set.of(MessageState.PREPARED));
                        MessageJournal.change(batch, message.debtor(), back.because("superseded"));
                    }
                });
            }
            superseded += rest.size();
            page = page.size() < PAGE
                    ? List.of()
                    : messages.messages(
                            creditor.id(),
                            query.after(page.get(page.size() - 1).message().id()));
        }
        return superseded;
    }

    /** Gathers debtors into batches on the reading thread and looks up what is known about them. */
    private static final class Gathering implements ItemStream.Sink {

        private final BatchReader reader;
        private final ReadAhead.Taker<Batch> taker;
        private List<DebtorGroup> groups = new ArrayList<>(BATCH);

        Gathering(BatchReader reader, ReadAhead.Taker<Batch> taker) {
            this.reader = reader;
            this.taker = taker;
        }

        @Override
        public void accept(DebtorGroup group) throws InterruptedException, LedgerException {
            groups.add(group);
            if (groups.size() >= BATCH) {
                flush();
            }
        }

        void flush() throws InterruptedException, LedgerException {
            if (!groups.isEmpty()) {
                taker.put(reader.read(groups));
                groups = new ArrayList<>(BATCH);
            }
        }
    }
}
