package org.quittance.service.casework;

import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Role;
import org.quittance.api.store.NoHistoryException;
import org.quittance.api.store.StoreException;
import org.quittance.service.casework.CaseworkException.Kind;

/** Turns what goes wrong below into the failures callers know, and checks roles. */
public final class Failures {

    private Failures() {}

    /** What mends itself is unavailable for the moment; the rest is wrong with the workspace and needs somebody. */
    public static CaseworkException of(LedgerException failure) {
        Kind kind = failure.isRetryable() ? Kind.UNAVAILABLE : Kind.WORKSPACE;
        return new CaseworkException(kind, "the case ledger failed: " + message(failure), failure);
    }

    public static CaseworkException of(StoreException failure) {
        Kind kind = failure instanceof NoHistoryException ? Kind.USAGE : Kind.UNAVAILABLE;
        return new CaseworkException(kind, "the invoice ledger failed: " + message(failure), failure);
    }

    /** One line about a failure, never empty. */
    public static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** @param roles of which one is enough */
    public static void require(Actor actor, String what, Role... roles) throws CaseworkException {
        for (Role role : roles) {
            if (actor.has(role)) {
                return;
            }
        }
        throw new CaseworkException(
                Kind.FORBIDDEN,
                actor + " may not " + what + ": that takes the role " + String.join(" or ", names(roles)));
    }

    private static String[] names(Role... roles) {
        String[] names = new String[roles.length];
        for (int i = 0; i < roles.length; i++) {
            names[i] = roles[i].name();
        }
        return names;
    }
}
