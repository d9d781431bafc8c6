package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.restriction.RestrictionListener;
import org.quittance.casework.live.LiveList;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.Failures;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lifts restrictions when everything they were imposed for is reported as settled, and tells listeners. Absence lifts nothing. That a
 * restriction was told is committed after it was told: a crash in between tells it again, under the same name.
 */
@Component(service = RestrictionNews.class)
public final class RestrictionNews {

    private static final Logger LOG = LoggerFactory.getLogger(RestrictionNews.class);

    private final CaseLedger ledger;
    private final AgreementLedger agreements;
    private final PolicyLibrary library;
    private final LiveList<RestrictionListener> listeners = new LiveList<>();

    @Activate
    public RestrictionNews(
            @Reference CaseLedger ledger, @Reference AgreementLedger agreements, @Reference PolicyLibrary library) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.agreements = requireNonNull(agreements, "agreements");
        this.library = requireNonNull(library, "library");
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addListener(RestrictionListener listener, Map<String, ?> properties) {
        listeners.add(listener, properties);
    }

    public void removeListener(RestrictionListener listener) {
        listeners.remove(listener);
    }

    /** Steps of any policy that tell a debtor that its service is suspended. */
    public Set<String> suspendingSteps() {
        Set<String> steps = new HashSet<>();
        for (String id : library.ids()) {
            try {
                library.policy(id).map(Policy::steps).orElse(List.of()).stream()
                        .filter(step -> step.kind() == PolicyStep.Kind.SUSPENSION)
                        .forEach(step -> steps.add(step.id()));
            } catch (IllegalStateException e) {
                LOG.debug("A policy that cannot be read suspends nothing.", e);
            }
        }
        return steps;
    }

    /** Lifts what is paid, and tells what was not told. */
    public void review(CreditorId creditor, Actor actor) throws CaseworkException {
        try {
            for (DebtorId debtor : agreements.restricted(creditor)) {
                for (Restriction restriction :
                        agreements.agreements(creditor, debtor).restrictions()) {
                    Optional<LocalDate> settled = restriction.liftedOn().isPresent()
                            ? Optional.empty()
                            : settledOn(creditor, debtor, restriction);
                    if (settled.isPresent()) {
                        Restriction lifted = restriction.lifted(settled.get());
                        ledger.write(creditor, actor, batch -> RestrictionEntry.write(batch, debtor, lifted));
                    }
                }
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
        tell(creditor, actor);
    }

    /** The day on which the last of its items was settled, once all are. */
    private Optional<LocalDate> settledOn(CreditorId creditor, DebtorId debtor, Restriction restriction)
            throws LedgerException {
        CaseHistory history = ledger.histories(creditor, List.of(debtor))
                .getOrDefault(debtor, CaseHistory.of(debtor).build());
        Optional<LocalDate> last = Optional.empty();
        for (ItemKey item : restriction.items()) {
            Optional<LocalDate> settled = history.lives().containsKey(item)
                    ? history.lives()
                            .getOrDefault(item, new ItemLife(item, 1, Optional.empty()))
                            .settledOn()
                    : Optional.empty();
            if (settled.isEmpty()) {
                return Optional.empty();
            }
            last = last.isEmpty() || last.get().isBefore(settled.get()) ? settled : last;
        }
        return last;
    }

    /** Every listener hears of every change; without a listener the news waits for one. */
    public synchronized void tell(CreditorId creditor, Actor actor) throws CaseworkException {
        List<RestrictionListener> present = listeners.all();
        if (present.isEmpty()) {
            return;
        }
        try {
            for (DebtorId debtor : agreements.restricted(creditor)) {
                for (Restriction restriction :
                        agreements.agreements(creditor, debtor).restrictions()) {
                    if (!restriction.told() && heard(present, creditor, debtor, restriction)) {
                        ledger.write(creditor, actor, batch -> batch.record(debtor, restriction.toldNow()));
                    }
                }
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static boolean heard(
            List<RestrictionListener> present, CreditorId creditor, DebtorId debtor, Restriction restriction) {
        boolean all = true;
        for (RestrictionListener listener : present) {
            try {
                listener.changed(creditor, debtor, restriction);
            } catch (RuntimeException e) {
                all = false;
                LOG.warn(
                        "A listener did not take restriction {} of {}; it is told again.", restriction.id(), debtor, e);
            }
        }
        return all;
    }
}
