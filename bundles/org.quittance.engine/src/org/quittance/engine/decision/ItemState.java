package org.quittance.engine.decision;

import java.time.LocalDate;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;

/**
 * What one decision knows of one open invoice. Filled from history first, decided afterwards; fields change while that
 * happens, since a million of them are decided in a second.
 */
final class ItemState {

    final OpenItem item;
    final CurrencyGroup group;
    final int cycle;
    /** The journal says settled on this day while the ledger says open. */
    final @Nullable LocalDate settledOn;

    /** Position of the highest step taken in this cycle, -1 for none. */
    int taken = -1;
    /** Position of the highest step really sent in this cycle, -1 for none. */
    int sentIndex = -1;

    @Nullable
    LocalDate sentOn;

    /** When a message about a broken commitment was really sent last. */
    @Nullable
    LocalDate toldOn;

    /** When a formal notice was really sent first in this cycle. */
    @Nullable
    LocalDate noticeOn;

    /** Reminders of the late item really sent in this cycle. */
    int reminders;

    /** A message or task on its way, or one of which nobody knows whether it left. */
    @Nullable
    StepRecord onItsWay;

    /** A step taken that the policy does not know; empty text for none. */
    String unmapped = "";

    /** The record that claimed interest last. */
    @Nullable
    StepRecord statement;

    /** The number of the claim statement that record is; 0 where it is a message. */
    int statementNumber;

    @Nullable
    Hold hold;

    @Nullable
    Dispute dispute;

    /** What the creditor gave up of it last. */
    @Nullable
    Goodwill givenUp;

    /** The part of what is open that is disputed. */
    Money contested;

    /** What is claimed: open less disputed, less what was given up. */
    Money claimed;

    /** A commitment that runs or cannot be told yet. */
    @Nullable
    CommitmentVerdict commitment;

    /** A broken commitment the debtor has not been told about. */
    @Nullable
    CommitmentVerdict broken;

    /** The last day on which the debtor is recorded to have answered about the item. */
    @Nullable
    LocalDate answeredOn;

    /** Position of the next step; the ladder's size when it is done. */
    int next;

    @Nullable
    Answer answer;

    ItemState(OpenItem item, CurrencyGroup group, int cycle, @Nullable LocalDate settledOn) {
        this.item = item;
        this.group = group;
        this.cycle = cycle;
        this.settledOn = settledOn;
        this.claimed = item.open();
        this.contested = item.disputed();
    }

    /** The last day something about the item really went to the debtor, which gaps count from. */
    @Nullable
    LocalDate lastSentOn() {
        LocalDate sent = sentOn;
        LocalDate told = toldOn;
        if (sent == null) {
            return told;
        }
        return told != null && told.isAfter(sent) ? told : sent;
    }

    /** Whether an answer is recorded since the step before; before the first step, since the due date. */
    boolean isAnswered() {
        LocalDate answered = answeredOn;
        if (answered == null) {
            return false;
        }
        LocalDate last = lastSentOn();
        return !answered.isBefore(last != null ? last : item.dueDate());
    }

    /** The debtor is recorded to have said something about the item on that day. */
    void answered(LocalDate on) {
        LocalDate answered = answeredOn;
        answeredOn = answered == null || on.isAfter(answered) ? on : answered;
    }

    boolean isFullyDisputed() {
        return claimed.isZero();
    }

    boolean isDecided() {
        return answer != null;
    }

    void answer(Answer value) {
        this.answer = value;
    }

    AnswerDraft because(Reason reason) {
        return new AnswerDraft(this, reason);
    }
}
