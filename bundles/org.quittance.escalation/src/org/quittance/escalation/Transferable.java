package org.quittance.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.model.ItemKey;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.Policy;

/**
 * Which items of a case an agency may collect: those the engine has no objection to, about which a formal notice was really sent
 * and left unanswered to its last day. Pure.
 *
 * @param leftOut why the others stay
 */
record Transferable(List<ItemClaim> items, List<Answer> leftOut) {

    /** Answers that concern the next message alone and not whether the item is owed and may be pursued. */
    private static final Set<Reason> ABOUT_THE_NEXT_MESSAGE = EnumSet.of(
            Reason.ACT,
            Reason.ACT_LISTED,
            Reason.TASK_OPEN,
            Reason.NOT_YET,
            Reason.STEP_GAP,
            Reason.DEBTOR_GAP,
            Reason.NEXT_TURN,
            Reason.LADDER_DONE,
            Reason.MESSAGE_LIVE,
            Reason.NO_SENDING_DAY,
            Reason.OUTSIDE_WINDOW,
            Reason.UNREACHABLE);

    static Transferable of(CaseView view, Policy policy, LocalDate today) {
        Map<ItemKey, ItemClaim> claims = view.claim().items().stream()
                .collect(Collectors.toMap(claim -> claim.item().key(), Function.identity()));
        SentNotices notices = new SentNotices(view.history(), policy);
        List<ItemClaim> items = new ArrayList<>();
        List<Answer> leftOut = new ArrayList<>();
        for (Explanation decision : view.decisions()) {
            Answer answer = decision.answer();
            if (answer.reason() == Reason.CREDIT || answer.reason() == Reason.AGREED_INTEREST) {
                continue;
            }
            if (!claims.containsKey(answer.item())) {
                leftOut.add(answer);
                continue;
            }
            ItemClaim claim = claims.get(answer.item());
            objection(answer, claim, view.history(), notices, today)
                    .ifPresentOrElse(leftOut::add, () -> items.add(claim));
        }
        return new Transferable(items, leftOut);
    }

    private static Optional<Answer> objection(
            Answer answer, ItemClaim claim, CaseHistory history, SentNotices notices, LocalDate today) {
        if (!ABOUT_THE_NEXT_MESSAGE.contains(answer.reason())) {
            return Optional.of(answer);
        }
        // A message or task on its way hides what was said since it was prepared.
        if (!claim.claim().principal().isPositive()) {
            return Optional.of(because(answer, Reason.DISPUTED));
        }
        if (isHeld(history, claim.item().key(), today)) {
            return Optional.of(because(answer, Reason.ON_HOLD));
        }
        if (isPromised(history, claim.item().key())) {
            return Optional.of(because(answer, Reason.PROMISE_RUNNING));
        }
        Optional<SentNotices.Notice> notice = notices.about(claim);
        if (notice.isEmpty()) {
            return Optional.of(new Answer(
                    answer.item(),
                    answer.number(),
                    answer.open(),
                    Reason.REMINDERS_MISSING,
                    answer.step(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("FORMAL_NOTICE"),
                    answer.nextDate()));
        }
        return today.isAfter(notice.get().until())
                ? Optional.empty()
                : Optional.of(new Answer(
                        answer.item(),
                        answer.number(),
                        answer.open(),
                        Reason.STEP_GAP,
                        answer.step(),
                        Optional.of(notice.get().on()),
                        Optional.empty(),
                        Optional.of(notice.get().step().id()),
                        Optional.of(notice.get().until().plusDays(1))));
    }

    private static Answer because(Answer answer, Reason reason) {
        return Answer.of(answer.item(), answer.number(), answer.open(), reason);
    }

    private static boolean isHeld(CaseHistory history, ItemKey item, LocalDate today) {
        return history.is(CaseMark.Kind.INSOLVENT)
                || history.holds().stream()
                        .filter(hold ->
                                hold.item().isEmpty() || hold.item().get().equals(item))
                        .anyMatch(hold -> !hold.from().isAfter(today)
                                && (hold.until().isEmpty()
                                        || !hold.until().get().isBefore(today)));
    }

    private static boolean isPromised(CaseHistory history, ItemKey item) {
        return history.commitments().stream()
                .filter(commitment -> commitment.state() == Commitment.State.LIVE)
                .anyMatch(commitment ->
                        commitment.items().isEmpty() || commitment.items().contains(item));
    }
}
