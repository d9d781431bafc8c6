package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;

/** Collects an answer for an item. */
final class AnswerDraft {

    private final ItemState state;
    private final Reason reason;
    private Optional<String> step = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private Optional<Money> amount = Optional.empty();
    private Optional<String> detail = Optional.empty();
    private Optional<LocalDate> nextDate = Optional.empty();

    AnswerDraft(ItemState state, Reason reason) {
        this.state = state;
        this.reason = reason;
    }

    AnswerDraft step(String value) {
        this.step = Optional.of(value);
        return this;
    }

    AnswerDraft date(LocalDate value) {
        this.date = Optional.of(value);
        return this;
    }

    AnswerDraft date(Optional<LocalDate> value) {
        this.date = value;
        return this;
    }

    AnswerDraft amount(Money value) {
        this.amount = Optional.of(value);
        return this;
    }

    AnswerDraft detail(String value) {
        this.detail = value.isEmpty() ? Optional.empty() : Optional.of(value);
        return this;
    }

    AnswerDraft next(LocalDate value) {
        this.nextDate = Optional.of(value);
        return this;
    }

    /** Puts the answer into the state. */
    void give() {
        state.answer(new Answer(
                state.item.key(),
                state.item.number(),
                state.item.open(),
                reason,
                step,
                date,
                amount,
                detail,
                nextDate));
    }
}
