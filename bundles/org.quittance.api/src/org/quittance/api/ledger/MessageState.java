package org.quittance.api.ledger;

/** Where a message is on its way. */
public enum MessageState {
    PREPARED(true, false),
    APPROVED(true, false),
    /** Committed before the wire is touched; found in this state after a crash it becomes UNKNOWN. */
    SENDING(true, false),
    /** Made, not yet gone: a letter whose posting nobody has confirmed. */
    AWAITING_CONFIRMATION(true, false),
    SENT(false, true),
    DELIVERED(false, true),
    /** It came back; it does not count as sent. */
    BOUNCED(false, false),
    /** Taken back before it left: paid, changed, superseded or by a person. */
    WITHDRAWN(false, false),
    /** A task whose days went by with nobody doing it. */
    EXPIRED(false, false),
    /** No channel would take it; it certainly did not leave. */
    REFUSED(false, false),
    /** Did not leave yet; will be tried again. */
    DEFERRED(true, false),
    /** May have left. Blocks repetition and does not count as sent until somebody finds out. */
    UNKNOWN(true, false);

    private final boolean live;
    private final boolean sent;

    MessageState(boolean live, boolean sent) {
        this.live = live;
        this.sent = sent;
    }

    /** Whether a second message for the same item, cycle and step is impossible because of this one. */
    public boolean isLive() {
        return live;
    }

    /** Whether the step it carries counts as really sent. */
    public boolean countsAsSent() {
        return sent;
    }
}
