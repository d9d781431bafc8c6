package org.quittance.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.Money;
import org.quittance.api.store.ClosedItem;
import org.quittance.engine.words.AnswerText;
import org.quittance.engine.words.Values;
import org.quittance.engine.words.Words;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Reason;

/** What became of an item of which nothing is open, told from the ledger and the history of the case. */
public final class ClosedPath {

    private ClosedPath() {}

    public static Explanation of(ClosedItem item, CaseHistory history, Locale language) {
        Words words = Words.in(language);
        List<String> because = new ArrayList<>();
        for (ClosedItem.Part part : item.parts()) {
            because.add(words.say(
                    part.isMoney() ? "why.closed.payment" : "why.closed.credit",
                    Values.of("amount", words.amount(part.amount()))
                            .and("reference", part.reference())
                            .and("date", words.date(part.on()))));
        }
        for (StepRecord step : history.steps()) {
            if (step.item().equals(item.item())) {
                because.add(words.say(
                        "why.taken",
                        Values.of("step", words.step(step.step()))
                                .and(
                                        "outcome",
                                        words.word("outcome." + step.outcome().name()))
                                .and("date", words.date(step.on()))));
            }
        }
        Answer answer = answer(item);
        because.add(AnswerText.of(answer, words));
        return new Explanation(answer, answer.open(), because);
    }

    private static Answer answer(ClosedItem item) {
        Reason reason = switch (item.how()) {
            case SETTLED -> Reason.PAID;
            case CREDITED -> Reason.CREDITED;
            case CANCELLED -> Reason.CANCELLED;
            case CHANGED, REOPENED ->
                throw new IllegalArgumentException(item.item() + " is " + item.how() + ", not closed");
        };
        return new Answer(
                item.item(),
                item.number(),
                Money.zero(item.original().currency()),
                reason,
                Optional.empty(),
                Optional.of(item.on()),
                Optional.of(item.original()),
                Optional.empty(),
                Optional.empty());
    }
}
