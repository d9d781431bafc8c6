package org.quittance.escalation;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.Role;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.escalation.LegalRoutes;
import org.quittance.service.policy.PolicyLibrary;

/** Asks the law of the place about what a debtor owes. */
@Component
public final class JurisdictionRoutes implements LegalRoutes {

    private final CaseLedger ledger;
    private final CaseService cases;
    private final CreditorDirectory creditors;
    private final PolicyLibrary policies;
    private final BusinessClock clock;
    private final List<LegalEscalation> laws;

    @Activate
    public JurisdictionRoutes(
            @Reference CaseLedger ledger,
            @Reference CaseService cases,
            @Reference CreditorDirectory creditors,
            @Reference PolicyLibrary policies,
            @Reference BusinessClock clock,
            @Reference(policyOption = GREEDY) List<LegalEscalation> laws) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.cases = requireNonNull(cases, "cases");
        this.creditors = requireNonNull(creditors, "creditors");
        this.policies = requireNonNull(policies, "policies");
        this.clock = requireNonNull(clock, "clock");
        this.laws = List.copyOf(laws);
    }

    @Override
    public List<Ways> routes(CreditorId creditorId, DebtorId debtor) throws CaseworkException {
        Creditor creditor = creditors
                .creditor(creditorId)
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", creditorId));
        LocalDate today = clock.today(creditor.zone());
        CaseView view = cases.view(creditorId, debtor, today, Locale.ENGLISH);
        LegalEscalation law = laws.stream()
                .filter(one -> one.governs(creditor, view.debtor()))
                .findFirst()
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "route.no-law", debtor));
        SentNotices notices = new SentNotices(
                view.history(),
                policies.policy(view.debtor().policy().orElse(creditor.policy()))
                        .orElseThrow());
        Map<String, List<ItemClaim>> overdue = view.claim().items().stream()
                .filter(one -> one.item().dueDate().isBefore(today)
                        && one.claim().principal().isPositive())
                .collect(Collectors.groupingBy(
                        one -> one.item().open().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        if (overdue.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "route.nothing", debtor);
        }
        List<Ways> ways = new ArrayList<>();
        for (Map.Entry<String, List<ItemClaim>> entry : overdue.entrySet()) {
            LegalClaim claim = claim(Currency.getInstance(entry.getKey()), entry.getValue(), view, notices, today);
            ways.add(new Ways(law.id(), claim, law.routes(claim, creditor, view.debtor())));
        }
        return ways;
    }

    private static LegalClaim claim(
            Currency currency, List<ItemClaim> items, CaseView view, SentNotices notices, LocalDate today) {
        Money principal = Money.zero(currency);
        Money accessories = Money.zero(currency);
        for (ItemClaim one : items) {
            principal = principal.plus(one.claim().principal());
            accessories = accessories.plus(one.claim().total().minus(one.claim().principal()));
        }
        boolean contested = view.claim().items().stream()
                .anyMatch(one -> one.item().open().currency().equals(currency)
                        && one.contested().isPositive());
        return new LegalClaim(
                principal,
                accessories,
                items.stream()
                        .map(one -> one.item().dueDate())
                        .min(Comparator.naturalOrder())
                        .orElse(today),
                contested,
                items.stream().allMatch(one -> notices.about(one).isPresent()),
                today);
    }

    @Override
    public LegalRoute choose(CreditorId creditor, DebtorId debtor, String route, Actor actor) throws CaseworkException {
        Failures.require(actor, "choose a legal route", Role.APPROVER);
        List<Ways> ways = routes(creditor, debtor);
        for (Ways one : ways) {
            for (LegalRoute known : one.routes()) {
                if (known.id().equals(route)) {
                    try {
                        ledger.write(
                                creditor,
                                actor,
                                batch -> batch.journal(HandOverJournal.route(debtor, one.claim(), known)));
                    } catch (LedgerException e) {
                        throw Failures.of(e);
                    }
                    return known;
                }
            }
        }
        String known = ways.stream()
                .flatMap(one -> one.routes().stream())
                .map(LegalRoute::id)
                .distinct()
                .collect(Collectors.joining(", "));
        throw Failures.refusal(Kind.USAGE, "route.unknown", route, known);
    }
}
