package org.quittance.service.casework;

import java.util.Arrays;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Role;
import org.quittance.api.store.NoHistoryException;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException.Kind;

/** Turns what goes wrong below into the failures callers know, and checks roles. */
public final class Failures {

    private Failures() {}

    /** What mends itself is unavailable for the moment; the rest is wrong with the workspace and needs somebody. */
    public static CaseworkException of(LedgerException failure) {
        Kind kind = failure.isRetryable() ? Kind.UNAVAILABLE : Kind.WORKSPACE;
        return new CaseworkException(kind, said("ledger.case-failed", failure), failure);
    }

    public static CaseworkException of(StoreException failure) {
        Kind kind = failure instanceof NoHistoryException ? Kind.USAGE : Kind.UNAVAILABLE;
        return new CaseworkException(kind, said("ledger.failed", failure), failure);
    }

    /** One line about a failure, never empty. */
    public static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** What is refused, in the words of {@code sentences.properties} beside this class. */
    public static CaseworkException refusal(Kind kind, String code, Object... values) {
        return new CaseworkException(kind, said(code, values));
    }

    /** A sentence beside this class. */
    public static Sentence said(String code, Object... values) {
        return Sentence.of(Failures.class, code, values);
    }

    /** @param roles of which one is enough */
    public static void require(Actor actor, String what, Role... roles) throws CaseworkException {
        for (Role role : roles) {
            if (actor.has(role)) {
                return;
            }
        }
        throw refusal(Kind.FORBIDDEN, "role.missing", actor, what, Arrays.asList(roles));
    }
}
