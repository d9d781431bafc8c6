package org.quittance.engine.decision;

import org.quittance.service.policy.PolicyStep.Kind;

/**
 * What goes out beside each other. Messages to the debtor keep the debtor's minimum gap. Calls and hand-over proposals are tasks
 * for people: they neither wait for that gap nor start it; calls keep the same gap among themselves, and no second task of
 * a kind arises while one is open.
 */
enum Lane {
    MESSAGE,
    CALL,
    HANDOVER;

    private static final Lane[] ALL = values();

    static Lane of(Kind kind) {
        return switch (kind) {
            case CALL -> CALL;
            case HANDOVER -> HANDOVER;
            case REMINDER, FORMAL_NOTICE, SUSPENSION -> MESSAGE;
        };
    }

    static int count() {
        return ALL.length;
    }
}
