package org.quittance.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Role;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.agreement.RestrictionNews;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.casework.run.Preparation;
import org.quittance.casework.send.MessageLife;
import org.quittance.casework.send.Sending;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.casework.Selection;
import org.quittance.service.casework.Turns;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.workspace.Workspace;

/** Runs over the case ledger of the open workspace. */
@Component(service = RunService.class, configurationPid = "org.quittance.casework.runs")
@Designate(ocd = CaseworkRunService.Limits.class)
public final class CaseworkRunService implements RunService {

    private final CaseLedger ledger;
    private final CreditorDirectory creditors;
    private final Turns turns;
    private final Preparation preparation;
    private final MessageLife life;
    private final Sending sending;
    private final RestrictionNews news;
    private final HeadArchive heads;

    /** How much one call may do. */
    @ObjectClassDefinition(
            name = "Quittance runs",
            description = "Limits that keep a mistake from becoming a mass mailing.")
    public @interface Limits {

        @AttributeDefinition(
                name = "Messages per dispatch",
                description = "How many messages may leave in one dispatch; the rest stays approved for the next one.",
                min = "1")
        long messagesPerDispatch() default 100_000;
    }

    @Activate
    public CaseworkRunService(
            @Reference CaseLedger ledger,
            @Reference SendLedger messages,
            @Reference DunningEngine engine,
            @Reference PolicyLibrary library,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference Workspace workspace,
            @Reference Installation installation,
            @Reference Renderers renderers,
            @Reference Turns turns,
            @Reference RestrictionNews news,
            @Reference HeadArchive heads,
            Limits limits) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.creditors = requireNonNull(creditors, "creditors");
        this.turns = requireNonNull(turns, "turns");
        this.news = requireNonNull(news, "news");
        this.heads = requireNonNull(heads, "heads");
        this.preparation = new Preparation(ledger, messages, engine, library, installation, renderers, clock);
        this.life = new MessageLife(ledger, messages, installation, clock, news::suspendingSteps);
        this.sending = new Sending(
                ledger,
                messages,
                installation,
                renderers,
                library,
                workspace,
                clock,
                limits.messagesPerDispatch(),
                news::suspendingSteps);
    }

    @Override
    public RunSummary prepare(CreditorId creditorId, RunRequest request, Actor actor, RunListener listener)
            throws CaseworkException {
        if (request.dryRun()) {
            Failures.require(actor, "look at a run", Role.READER, Role.CLERK);
        } else {
            Failures.require(actor, "prepare a run", Role.CLERK);
        }
        Creditor creditor = creditor(creditorId);
        try (Turns.Turn turn = turns.take(creditorId)) {
            List<StateChange> uncertain = request.dryRun()
                    ? sending.recovery().find(creditor)
                    : sending.recovery().recover(creditor, actor);
            RunSummary summary = preparation.prepare(creditor, request, actor, uncertain, listener);
            if (!request.dryRun()) {
                news.review(creditorId, actor);
            }
            return summary;
        } catch (LedgerException e) {
            throw Failures.of(e);
        } finally {
            if (!request.dryRun()) {
                heads.keep(creditorId);
            }
        }
    }

    @Override
    public MessageSummary approve(
            CreditorId creditor, Selection selection, boolean figuresAcknowledged, Actor actor, RunListener listener)
            throws CaseworkException {
        Failures.require(actor, "approve messages", Role.APPROVER);
        return life.approve(creditor(creditor), selection, figuresAcknowledged, actor, listener);
    }

    @Override
    public MessageSummary dispatch(
            CreditorId creditorId, Selection selection, LocalDate today, Actor actor, RunListener listener)
            throws CaseworkException {
        Failures.require(actor, "dispatch messages", Role.CLERK);
        Creditor creditor = creditor(creditorId);
        try (Turns.Turn turn = turns.take(creditorId)) {
            sending.recovery().recover(creditor, actor);
            MessageSummary summary = sending.dispatch(creditor, selection, today, actor, listener);
            news.tell(creditorId, actor);
            return summary;
        } catch (LedgerException e) {
            throw Failures.of(e);
        } finally {
            heads.keep(creditorId);
        }
    }

    @Override
    public MessageSummary withdraw(
            CreditorId creditor, Selection selection, String reason, Actor actor, RunListener listener)
            throws CaseworkException {
        Failures.require(actor, "withdraw messages", Role.CLERK, Role.APPROVER);
        return life.withdraw(creditor(creditor), selection, reason, actor, listener);
    }

    @Override
    public MessageSummary posted(
            CreditorId creditor, Selection selection, LocalDate on, Actor actor, RunListener listener)
            throws CaseworkException {
        Failures.require(actor, "confirm the posting of letters", Role.CLERK);
        MessageSummary summary = life.posted(creditor(creditor), selection, on, actor, listener);
        news.tell(creditor, actor);
        return summary;
    }

    @Override
    public MessageSummary resolve(
            CreditorId creditor,
            Selection selection,
            MessageState outcome,
            LocalDate on,
            Actor actor,
            RunListener listener)
            throws CaseworkException {
        Failures.require(actor, "resolve messages", Role.CLERK);
        MessageSummary summary = life.resolve(creditor(creditor), selection, outcome, on, actor, listener);
        news.tell(creditor, actor);
        return summary;
    }

    /** Takes no turn: it has to work in the middle of a dispatch. */
    @Override
    public void stop(CreditorId creditor, boolean stopped, Actor actor) throws CaseworkException {
        if (stopped) {
            Failures.require(actor, "raise the stop switch", Role.CLERK, Role.APPROVER, Role.ADMINISTRATOR);
        } else {
            Failures.require(actor, "lower the stop switch", Role.ADMINISTRATOR);
        }
        Creditors.requireKnown(creditors, creditor);
        try {
            ledger.write(creditor, actor, batch -> {
                batch.stop(stopped);
                batch.journal(JournalDraft.general(stopped ? "stop.raised" : "stop.lowered", "{\"v\":1}"));
            });
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private Creditor creditor(CreditorId id) throws CaseworkException {
        return Creditors.require(creditors, id);
    }
}
