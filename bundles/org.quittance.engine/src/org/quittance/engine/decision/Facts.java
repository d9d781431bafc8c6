package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Medium;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.Policy;

/** What is the same for all items of one debtor. */
final class Facts {

    final Situation situation;
    final Policy policy;
    final Debtor debtor;
    final CaseHistory history;
    final Ladder ladder;
    final LocalDate today;
    final Days days;
    /** Whether bank data is too old, or of unknown age, for the policy. */
    final boolean isBankDataOld;

    Facts(DebtorPosition position, Situation situation) {
        this.situation = situation;
        this.policy = situation.policy();
        this.debtor = position.debtor();
        this.history = position.history();
        this.ladder = new Ladder(policy);
        this.today = situation.today();
        this.days = new Days(
                situation.law(),
                situation.creditor().address().country(),
                position.debtor().country(),
                policy.window());
        this.isBankDataOld = situation.policy().isBankDataTooOld(situation.paymentsKnownUntil(), situation.today());
    }

    boolean isPublic() {
        return debtor.kind() == DebtorKind.PUBLIC;
    }

    /** Whether the debtor does not want to be called, or was hostile on the phone. */
    boolean isCallRefused() {
        return debtor.optOuts().contains(Medium.CALL) || history.is(CaseMark.Kind.WRITING_ONLY);
    }

    /** Least days between two messages; one day at least, so that a second run on the same day changes nothing. */
    int debtorGapDays() {
        return Math.max(1, policy.minimumGapDays());
    }

    /** Empty for debtors of unknown kind, who get no charges whatever is installed. */
    Optional<InterestRegime> regime() {
        return debtor.kind() == DebtorKind.UNKNOWN
                ? Optional.empty()
                : situation.law().regime(situation.creditor().address().country(), debtor.kind());
    }
}
