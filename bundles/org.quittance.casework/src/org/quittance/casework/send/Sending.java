package org.quittance.casework.send;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.Selection;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.workspace.Workspace;

/** Puts together what a dispatch needs, and refuses the days on which there is none. */
public final class Sending {

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final Installation installation;
    private final Renderers renderers;
    private final PolicyLibrary library;
    private final Workspace workspace;
    private final BusinessClock clock;
    private final long limit;
    private final Supplier<Set<String>> suspending;

    /**
     * @param limit how many messages may be handed out in one dispatch
     * @param suspending steps that tell a debtor that its service is suspended, as policies are now
     */
    public Sending(
            CaseLedger ledger,
            SendLedger messages,
            Installation installation,
            Renderers renderers,
            PolicyLibrary library,
            Workspace workspace,
            BusinessClock clock,
            long limit,
            Supplier<Set<String>> suspending) {
        this.ledger = ledger;
        this.messages = messages;
        this.installation = installation;
        this.renderers = renderers;
        this.library = library;
        this.workspace = workspace;
        this.clock = clock;
        this.limit = limit;
        this.suspending = suspending;
    }

    /** To be called with the creditor's turn taken. */
    public MessageSummary dispatch(
            Creditor creditor, Selection selection, LocalDate today, Actor actor, RunListener listener)
            throws CaseworkException {
        LocalDate now = clock.today(creditor.zone());
        if (!clock.isSimulated() && !today.equals(now)) {
            throw Failures.refusal(Kind.USAGE, "dispatch.day", now, today);
        }
        if (!clock.isSimulated() && creditor.isDraft()) {
            throw Failures.refusal(Kind.INPUT, "creditor.draft", creditor.id());
        }
        Actions actions = new Actions(installation, creditor.id());
        MessageTally tally = new MessageTally(listener, actions);
        Delivery delivery = new Delivery(
                ledger, installation, new Envelope(ledger, workspace, clock), clock, creditor, today, actor);
        Dispatch dispatch = new Dispatch(
                ledger,
                messages,
                creditor,
                actor,
                new Readiness(ledger, installation, renderers, library, clock, creditor, today),
                new Recheck(messages, installation, creditor.id(), today),
                delivery,
                new TaskSheets(workspace.outbox()),
                new MessageJournal(suspending.get()),
                actions,
                tally,
                limit);
        try {
            return dispatch.run(selection);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    public Recovery recovery() {
        return new Recovery(
                ledger,
                messages,
                installation,
                renderers,
                new Envelope(ledger, workspace, clock),
                new MessageJournal(suspending.get()));
    }
}
