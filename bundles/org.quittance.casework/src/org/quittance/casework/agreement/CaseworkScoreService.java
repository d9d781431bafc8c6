package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.score.DebtorScoring;
import org.quittance.api.score.Experience;
import org.quittance.api.score.Score;
import org.quittance.casework.live.LiveList;
import org.quittance.service.agreement.ScoreService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.Failures;
import org.quittance.service.policy.PolicyStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what is known of a debtor and asks the scoring services in order of their ranking. */
@Component
public final class CaseworkScoreService implements ScoreService {

    private static final Logger LOG = LoggerFactory.getLogger(CaseworkScoreService.class);

    private final Desk desk;
    private final CaseLedger ledger;
    private final PreventionLedger prevention;
    private final LiveList<DebtorScoring> scorings = new LiveList<>();

    @Activate
    public CaseworkScoreService(
            @Reference Desk desk, @Reference CaseLedger ledger, @Reference PreventionLedger prevention) {
        this.desk = requireNonNull(desk, "desk");
        this.ledger = requireNonNull(ledger, "ledger");
        this.prevention = requireNonNull(prevention, "prevention");
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addScoring(DebtorScoring scoring, Map<String, ?> properties) {
        scorings.add(scoring, properties);
    }

    public void removeScoring(DebtorScoring scoring) {
        scorings.remove(scoring);
    }

    @Override
    public Optional<Score> score(CreditorId creditor, DebtorId debtor, LocalDate asOf) throws CaseworkException {
        CaseFile file = desk.file(desk.creditor(creditor), debtor, asOf);
        Experience experience = experience(creditor, file, asOf);
        for (DebtorScoring scoring : scorings.all()) {
            try {
                Optional<Score> score = scoring.score(experience);
                if (score.isPresent()) {
                    return score;
                }
            } catch (RuntimeException e) {
                LOG.warn("A scoring service failed; the next one is asked.", e);
            }
        }
        return Optional.empty();
    }

    private Experience experience(CreditorId creditor, CaseFile file, LocalDate asOf) throws CaseworkException {
        Experience.Builder experience = Experience.of(file.debtor(), asOf)
                .kept(count(file, Commitment.State.KEPT))
                .broken(count(file, Commitment.State.BROKEN))
                .disputesLost((int) file.agreements().disputes().stream()
                        .filter(dispute -> dispute.outcome().equals(Optional.of(Dispute.Outcome.REJECTED)))
                        .count())
                .daysLateMax(file.invoices().stream()
                        .mapToInt(item -> (int) ChronoUnit.DAYS.between(item.dueDate(), asOf))
                        .filter(days -> days > 0)
                        .max()
                        .orElse(0));
        try {
            CaseHistory history = ledger.histories(
                            creditor, List.of(file.debtor().id()))
                    .getOrDefault(
                            file.debtor().id(),
                            CaseHistory.of(file.debtor().id()).build());
            int notices = sent(file, history, PolicyStep.Kind.FORMAL_NOTICE);
            return experience
                    .depositTroubles(
                            (int) prevention.deposits(creditor, file.debtor().id()).stream()
                                    .filter(deposit -> deposit.isTrouble(asOf))
                                    .count())
                    .formalNotices(notices)
                    .messagesSent(sent(file, history, PolicyStep.Kind.REMINDER))
                    .build();
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static int count(CaseFile file, Commitment.State state) {
        return (int) file.agreements().commitments().stream()
                .filter(commitment -> commitment.state() == state)
                .count();
    }

    /** Notes of the time before the due date are courtesy and count for nothing. */
    private static int sent(CaseFile file, CaseHistory history, PolicyStep.Kind kind) {
        return (int) history.steps().stream()
                .filter(step -> step.outcome() == Outcome.SENT || step.outcome() == Outcome.SENT_ELSEWHERE)
                .filter(step -> file.policy()
                        .step(step.step())
                        .filter(known -> known.kind() == kind && !known.isBeforeDue())
                        .isPresent())
                .count();
    }
}
