package org.quittance.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.HandOver.State;
import org.quittance.api.ledger.HandOverLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Sha256;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.escalation.HandOvers.Agency;
import org.quittance.service.escalation.HandOvers.Order;
import org.quittance.service.escalation.HandOvers.Proposal;
import org.quittance.service.policy.PolicyLibrary;

/** Works out what would be handed over to whom. Changes nothing. */
final class Proposals {

    private static final int KEY_LENGTH = 20;

    private final CaseLedger ledger;
    private final HandOverLedger handOvers;
    private final CaseService cases;
    private final PolicyLibrary policies;
    private final BusinessClock clock;
    private final CaseFiles files;
    private final Agencies agencies;

    Proposals(
            CaseLedger ledger,
            HandOverLedger handOvers,
            CaseService cases,
            PolicyLibrary policies,
            BusinessClock clock,
            CaseFiles files,
            Agencies agencies) {
        this.ledger = ledger;
        this.handOvers = handOvers;
        this.cases = cases;
        this.policies = policies;
        this.clock = clock;
        this.files = files;
        this.agencies = agencies;
    }

    /** @param items what the file is about; none where there is no file */
    record Prepared(Proposal proposal, Set<ItemKey> items) {}

    /** A hand-over that broke off is proposed again as it was, of what is still claimed of it. */
    Prepared prepare(Creditor creditor, Order order, Optional<HandOver> begun)
            throws CaseworkException, LedgerException {
        refuseAway(order, begun);
        LocalDate today = clock.today(creditor.zone());
        CaseView view = cases.view(creditor.id(), order.debtor(), today, Locale.ENGLISH);
        if (view.debtor().kind() == DebtorKind.PUBLIC) {
            throw Failures.refusal(Kind.USAGE, "handover.public", order.debtor());
        }
        CollectionAgencyConnector connector = connector(order, begun, view.debtor());
        CasePackage.Mandate mandate = agencies.completeMandate(creditor.id(), connector);
        Transferable transferable = begun.isPresent()
                ? new Transferable(stillClaimed(view, begun.get()), List.of())
                : Transferable.of(
                        view, policies.policy(policy(creditor, view.debtor())).orElseThrow(), today);
        Agency agency = agencies.shown(creditor.id(), connector);
        List<ItemClaim> items = transferable.items();
        if (items.isEmpty()) {
            return new Prepared(
                    new Proposal(agency, view.debtor(), transferable.leftOut(), Optional.empty()), Set.of());
        }
        HandOverKey key =
                begun.isPresent() ? new HandOverKey(begun.get().id()) : newKey(creditor.id(), order.debtor(), today);
        CasePackage file = files.file(key, creditor, view, items, mandate, connector.wantedExhibits(), today);
        return new Prepared(
                new Proposal(agency, view.debtor(), transferable.leftOut(), Optional.of(file)),
                items.stream().map(one -> one.item().key()).collect(Collectors.toSet()));
    }

    private static void refuseAway(Order order, Optional<HandOver> begun) throws CaseworkException {
        if (begun.isEmpty()) {
            return;
        }
        HandOver handOver = begun.get();
        if (handOver.state() != State.INTENDED) {
            throw Failures.refusal(Kind.USAGE, "handover.away", order.debtor(), handOver.agency(), handOver.id());
        }
        if (order.agency().isPresent() && !order.agency().get().equals(handOver.agency())) {
            throw Failures.refusal(
                    Kind.USAGE, "handover.other-agency", order.debtor(), handOver.agency(), handOver.id());
        }
    }

    private CollectionAgencyConnector connector(Order order, Optional<HandOver> begun, Debtor debtor)
            throws CaseworkException {
        Optional<String> named = begun.map(HandOver::agency).or(order::agency);
        return named.isPresent() ? agencies.named(named.get()) : agencies.onlyOneFor(debtor);
    }

    private static String policy(Creditor creditor, Debtor debtor) {
        return debtor.policy().orElse(creditor.policy());
    }

    private static List<ItemClaim> stillClaimed(CaseView view, HandOver handOver) {
        return view.claim().items().stream()
                .filter(one -> handOver.items().contains(one.item().key())
                        && one.claim().principal().isPositive())
                .toList();
    }

    /** Never the same for two hand-overs, in this installation or another that works with the same agency. */
    private HandOverKey newKey(CreditorId creditor, DebtorId debtor, LocalDate today) throws LedgerException {
        int number =
                handOvers.handOvers(creditor).getOrDefault(debtor, List.of()).size() + 1;
        String hash = Sha256.hex(String.join(
                "\n", ledger.id(), creditor.value(), debtor.value(), today.toString(), Integer.toString(number)));
        return new HandOverKey(today.toString().replace("-", "") + "-" + hash.substring(0, KEY_LENGTH));
    }
}
