package org.quittance.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Medium;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.time.HolidayCalendar;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.ClaimService;
import org.quittance.service.claim.Debt;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;

/**
 * Decides about every debtor of a ledger and computes what is owed on each of its items, part by part on one thread, and takes
 * the time of both apart from reading.
 */
@Component(service = PlanningAndClaims.class)
public final class PlanningAndClaims {

    /** Charges nothing that early on its ladder, so that planning is measured without claims. */
    private static final String POLICY = "standard";

    private final InvoiceStore store;
    private final DebtorDirectory directory;
    private final CaseLedger ledger;
    private final DunningEngine engine;
    private final ClaimService claims;
    private final PolicyLibrary policies;
    private final Law law;

    @Activate
    public PlanningAndClaims(
            @Reference InvoiceStore store,
            @Reference DebtorDirectory directory,
            @Reference CaseLedger ledger,
            @Reference DunningEngine engine,
            @Reference ClaimService claims,
            @Reference PolicyLibrary policies,
            @Reference List<InterestRegime> regimes,
            @Reference List<HolidayCalendar> calendars) {
        this.store = requireNonNull(store, "store");
        this.directory = requireNonNull(directory, "directory");
        this.ledger = requireNonNull(ledger, "ledger");
        this.engine = requireNonNull(engine, "engine");
        this.claims = requireNonNull(claims, "claims");
        this.policies = requireNonNull(policies, "policies");
        this.law = new Law(regimes, calendars);
    }

    /** What was measured, with the number of items answered and claimed. */
    record Timing(Duration planning, long planned, Duration claiming, long claimed) {}

    Timing measure(Creditor creditor, LocalDate today) throws StoreException, LedgerException {
        Policy policy = policies.policy(POLICY).orElseThrow();
        Situation situation = new Situation(
                today,
                creditor,
                policy,
                store.paymentsKnownUntil(creditor.id()),
                Set.of(Medium.LETTER, Medium.EMAIL),
                law);
        Pass pass = new Pass(situation);
        LedgerParts.read(store, creditor.id(), today, part -> pass.take(positions(creditor.id(), part)));
        return pass.timing();
    }

    private List<DebtorPosition> positions(CreditorId creditor, Map<DebtorId, List<OpenItem>> part)
            throws StoreException, LedgerException {
        Map<DebtorId, Debtor> debtors = directory.find(creditor, part.keySet());
        Map<DebtorId, CaseHistory> histories = ledger.histories(creditor, part.keySet());
        List<DebtorPosition> positions = new ArrayList<>(part.size());
        part.forEach((debtor, items) ->
                positions.add(new DebtorPosition(debtors.get(debtor), items, histories.get(debtor))));
        return positions;
    }

    /** Adds up over the parts. */
    private final class Pass {

        private final Situation situation;
        private final Circumstances circumstances;
        private long planningNanos;
        private long planned;
        private long claimingNanos;
        private long claimed;

        Pass(Situation situation) {
            this.situation = situation;
            this.circumstances = Circumstances.on(situation.today()).build();
        }

        void take(List<DebtorPosition> positions) {
            long begin = System.nanoTime();
            for (DebtorPosition position : positions) {
                planned += engine.plan(position, situation).answers().size();
            }
            long between = System.nanoTime();
            for (DebtorPosition position : positions) {
                claimed += claim(position);
            }
            planningNanos += between - begin;
            claimingNanos += System.nanoTime() - between;
        }

        private long claim(DebtorPosition position) {
            InterestRegime regime = law.regime(
                            situation.creditor().address().country(),
                            position.debtor().kind())
                    .orElseThrow();
            long counted = 0;
            for (OpenItem item : position.items()) {
                Debt debt = Debt.of(item.number(), item.open(), item.dueDate())
                        .payments(item.allocations())
                        .build();
                if (claims.claim(regime, debt, circumstances).total().isPositive()) {
                    counted++;
                }
            }
            return counted;
        }

        Timing timing() {
            return new Timing(Duration.ofNanos(planningNanos), planned, Duration.ofNanos(claimingNanos), claimed);
        }
    }
}
