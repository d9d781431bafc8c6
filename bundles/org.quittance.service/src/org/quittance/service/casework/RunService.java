package org.quittance.service.casework;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;

/**
 * The life of a dunning run: prepare, approve, dispatch. Idempotent: preparing twice on a day prepares nothing new, and a
 * dispatch that broke off is continued. Safe for any thread; a second run or dispatch of the same creditor waits.
 */
@ProviderType
public interface RunService {

    /**
     * Takes in what changed in the ledger, decides about every open item and prepares messages. Messages of earlier runs
     * that nobody approved are superseded. One debtor that fails is reported and skipped. Role CLERK; a dry run READER.
     */
    RunSummary prepare(CreditorId creditor, RunRequest request, Actor actor, RunListener listener)
            throws CaseworkException;

    /** Approves prepared messages without acknowledging figures. */
    default MessageSummary approve(CreditorId creditor, Selection selection, Actor actor, RunListener listener)
            throws CaseworkException {
        return approve(creditor, selection, false, actor, listener);
    }

    /**
     * Approves prepared messages. Role APPROVER; with four eyes not whoever prepared the run. A message that claims interest,
     * an indemnity or a fee on legal figures no lawyer has validated is approved only where the approver acknowledges that,
     * which is journalled; in a simulated workspace, which nothing leaves, nothing is asked.
     *
     * @param figuresAcknowledged whether the approver takes the figures upon himself
     */
    MessageSummary approve(
            CreditorId creditor, Selection selection, boolean figuresAcknowledged, Actor actor, RunListener listener)
            throws CaseworkException;

    /**
     * Sends approved messages: re-checks tokens and case right before each, renders, commits the intention, calls the
     * channel, commits the outcome. Refuses while the stop switch is up, and on any day but the creditor's today unless
     * the workspace is simulated. Role CLERK.
     */
    MessageSummary dispatch(
            CreditorId creditor, Selection selection, LocalDate today, Actor actor, RunListener listener)
            throws CaseworkException;

    /** Takes back messages that have not left. Role CLERK or APPROVER. */
    MessageSummary withdraw(CreditorId creditor, Selection selection, String reason, Actor actor, RunListener listener)
            throws CaseworkException;

    /** Confirms that letters were posted on a day, not before they were made and not in the future. Role CLERK. */
    MessageSummary posted(CreditorId creditor, Selection selection, LocalDate on, Actor actor, RunListener listener)
            throws CaseworkException;

    /** Confirms that all letters of a run were posted. */
    default MessageSummary posted(CreditorId creditor, RunId run, LocalDate on, Actor actor, RunListener listener)
            throws CaseworkException {
        return posted(creditor, Selection.of(run), on, actor, listener);
    }

    /**
     * Says what became of a message that is UNKNOWN, awaiting confirmation, or of a task: SENT (or done) on a date,
     * BOUNCED, or WITHDRAWN because it never left. Role CLERK.
     */
    MessageSummary resolve(
            CreditorId creditor,
            Selection selection,
            MessageState outcome,
            LocalDate on,
            Actor actor,
            RunListener listener)
            throws CaseworkException;

    /** Raises or lowers the stop switch. Raising takes any role but READER, lowering takes ADMINISTRATOR. */
    void stop(CreditorId creditor, boolean stopped, Actor actor) throws CaseworkException;
}
