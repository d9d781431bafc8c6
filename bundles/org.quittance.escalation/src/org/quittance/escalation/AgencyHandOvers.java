package org.quittance.escalation;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.HandOver.State;
import org.quittance.api.ledger.HandOverLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Role;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Turns;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.escalation.HandOvers;
import org.quittance.service.policy.PolicyLibrary;

/** Gives cases to the installed agencies, one at a time per creditor. */
@Component
public final class AgencyHandOvers implements HandOvers {

    private final CaseLedger ledger;
    private final HandOverLedger handOvers;
    private final CreditorDirectory creditors;
    private final BusinessClock clock;
    private final Turns turns;
    private final InvoiceStore store;
    private final Proposals proposals;
    private final AgencyCalls calls;
    private final AgencyReports reports;
    private final Agencies agencies;

    @Activate
    public AgencyHandOvers(
            @Reference CaseLedger ledger,
            @Reference HandOverLedger handOvers,
            @Reference CaseJournal journal,
            @Reference CaseService cases,
            @Reference RunService runs,
            @Reference CreditorDirectory creditors,
            @Reference PolicyLibrary policies,
            @Reference LimitWatch limits,
            @Reference DossierService dossiers,
            @Reference BusinessClock clock,
            @Reference Turns turns,
            @Reference(policyOption = GREEDY) InvoiceStore store,
            @Reference(policyOption = GREEDY) List<CollectionAgencyConnector> connectors,
            @Reference(policyOption = GREEDY) List<ConfiguredMandate> mandates) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.handOvers = requireNonNull(handOvers, "handOvers");
        this.creditors = requireNonNull(creditors, "creditors");
        this.clock = requireNonNull(clock, "clock");
        this.turns = requireNonNull(turns, "turns");
        this.store = requireNonNull(store, "store");
        this.reports = new AgencyReports(ledger, handOvers, journal, creditors);
        this.agencies = new Agencies(connectors, mandates);
        CaseFiles files = new CaseFiles(limits, new Exhibits(dossiers));
        this.proposals = new Proposals(ledger, handOvers, cases, policies, clock, files, agencies);
        this.calls = new AgencyCalls(ledger, cases, runs, clock, agencies);
    }

    @Override
    public List<Agency> agencies(CreditorId creditor) {
        return agencies.all().stream().map(one -> agencies.shown(creditor, one)).toList();
    }

    @Override
    public Proposal propose(Order order) throws CaseworkException {
        Creditor creditor = creditor(order.creditor());
        try {
            return proposals
                    .prepare(creditor, order, away(creditor.id(), order.debtor()))
                    .proposal();
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public Standing handOver(Order order, boolean figuresAcknowledged, Actor actor) throws CaseworkException {
        Failures.require(actor, "hand a case over", Role.APPROVER);
        Creditor creditor = creditor(order.creditor());
        if (creditor.isDraft() && !clock.isSimulated()) {
            throw Failures.refusal(Kind.INPUT, "creditor.draft", creditor.id());
        }
        try (Turns.Turn turn = turns.take(creditor.id())) {
            if (ledger.isStopped(creditor.id())) {
                throw Failures.refusal(Kind.STOPPED, "stop.up", creditor.id());
            }
            Optional<HandOver> begun = away(creditor.id(), order.debtor());
            Proposals.Prepared prepared = proposals.prepare(creditor, order, begun);
            Proposal proposal = prepared.proposal();
            CasePackage file = proposal.file()
                    .orElseThrow(
                            () -> Failures.refusal(Kind.USAGE, "handover.nothing", order.debtor(), reasons(proposal)));
            if (!clock.isSimulated() && !figuresAcknowledged && claimsOnFigures(file.claim())) {
                throw Failures.refusal(Kind.USAGE, "handover.figures", order.debtor());
            }
            HandOver intended = begun.isPresent() ? begun.get() : intention(prepared, file);
            if (begun.isEmpty()) {
                ledger.write(
                        creditor.id(),
                        actor,
                        batch -> AgencyReports.put(batch, order.debtor(), intended, figuresAcknowledged));
            }
            HandOver after = calls.transmit(creditor, order.debtor(), intended, file, actor);
            return new Standing(order.debtor(), after, false);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static String reasons(Proposal proposal) {
        return proposal.leftOut().stream()
                .map(answer -> answer.number() + " " + answer.reason())
                .collect(Collectors.joining(", "));
    }

    /** A claim without segments, of an indemnity alone, counts as not validated. */
    private static boolean claimsOnFigures(MessageFacts claim) {
        boolean charges = !claim.total().equals(claim.principal());
        return charges
                && (claim.segments().isEmpty() || !claim.segments().stream().allMatch(InterestSegment::validated));
    }

    private static HandOver intention(Proposals.Prepared prepared, CasePackage file) {
        return new HandOver(
                file.key().value(),
                prepared.proposal().agency().id(),
                State.INTENDED,
                file.date(),
                prepared.items(),
                file.claim().total(),
                "");
    }

    @Override
    public Standing recall(CreditorId creditorId, DebtorId debtor, String reason, Actor actor)
            throws CaseworkException {
        Failures.require(actor, "take a case back", Role.CLERK);
        Creditor creditor = creditor(creditorId);
        try (Turns.Turn turn = turns.take(creditor.id())) {
            HandOver away = away(creditor.id(), debtor)
                    .orElseThrow(() -> Failures.refusal(Kind.USAGE, "handover.home", debtor));
            return new Standing(debtor, calls.recall(creditor, debtor, away, reason, actor), false);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public Feedback feedback(CreditorId creditorId, Actor actor) throws CaseworkException {
        Failures.require(actor, "file what agencies report", Role.CLERK);
        Creditor creditor = creditor(creditorId);
        List<Filed> filed = new ArrayList<>();
        List<Sentence> refused = new ArrayList<>();
        try (Turns.Turn turn = turns.take(creditor.id())) {
            for (CollectionAgencyConnector agency : agencies.all()) {
                try {
                    reports.read(agency, creditor, clock.today(creditor.zone()), actor, filed, refused);
                } catch (AgencyException e) {
                    refused.add(Failures.said("handover.feedback-unreachable", agency.id(), Failures.message(e)));
                }
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
        return new Feedback(filed, refused);
    }

    @Override
    public List<Standing> list(CreditorId creditorId) throws CaseworkException {
        Creditor creditor = creditor(creditorId);
        List<Standing> all = new ArrayList<>();
        try {
            for (Map.Entry<DebtorId, List<HandOver>> entry :
                    handOvers.handOvers(creditor.id()).entrySet()) {
                for (HandOver handOver : entry.getValue()) {
                    boolean settled = handOver.isAway() && isSettled(creditor, entry.getKey(), handOver);
                    all.add(new Standing(entry.getKey(), handOver, settled));
                }
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
        all.sort(Comparator.comparing(one -> one.handOver().since()));
        return all;
    }

    private boolean isSettled(Creditor creditor, DebtorId debtor, HandOver handOver) throws StoreException {
        try (OpenItemCursor open = store.openItems(creditor.id(), debtor, clock.today(creditor.zone()))) {
            while (open.advance()) {
                if (handOver.items().contains(open.current().key())) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<HandOver> away(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return handOvers.handOvers(creditor).getOrDefault(debtor, List.of()).stream()
                .filter(HandOver::isAway)
                .findFirst();
    }

    private Creditor creditor(CreditorId id) throws CaseworkException {
        return creditors.creditor(id).orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", id));
    }
}
