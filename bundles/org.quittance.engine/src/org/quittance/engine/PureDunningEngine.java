package org.quittance.engine;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.model.ItemKey;
import org.quittance.api.store.ClosedItem;
import org.quittance.engine.decision.ClosedPath;
import org.quittance.engine.decision.DebtorDecision;
import org.quittance.engine.decision.DecisionPath;
import org.quittance.engine.words.AnswerText;
import org.quittance.engine.words.Words;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Situation;

/** The engine: functions of their arguments, without state. Safe for any thread. */
@Component
public final class PureDunningEngine implements DunningEngine {

    @Activate
    public PureDunningEngine() {}

    @Override
    public DebtorPlan plan(DebtorPosition position, Situation situation) {
        return DebtorDecision.of(requireNonNull(position, "position"), requireNonNull(situation, "situation"))
                .plan();
    }

    @Override
    public Explanation explain(DebtorPosition position, Situation situation, ItemKey item, Locale language) {
        return DecisionPath.of(
                requireNonNull(position, "position"),
                requireNonNull(situation, "situation"),
                requireNonNull(item, "item"),
                requireNonNull(language, "language"));
    }

    @Override
    public Explanation explain(ClosedItem item, CaseHistory history, Locale language) {
        return ClosedPath.of(
                requireNonNull(item, "item"), requireNonNull(history, "history"), requireNonNull(language, "language"));
    }

    @Override
    public CaseClaim claim(DebtorPosition position, Situation situation) {
        return DebtorDecision.of(requireNonNull(position, "position"), requireNonNull(situation, "situation"))
                .claim();
    }

    @Override
    public String text(Answer answer, Locale language) {
        return AnswerText.of(requireNonNull(answer, "answer"), Words.in(requireNonNull(language, "language")));
    }
}
