package org.quittance.casework.agreement;

import org.quittance.api.model.Actor;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** The second pair of eyes. */
final class Approval {

    private Approval() {}

    /** Whoever proposed may not approve where the policy or the creditor says so. */
    static void refuseOwn(CaseFile file, String proposedBy, Actor actor) throws CaseworkException {
        boolean fourEyes =
                file.policy().agreements().fourEyes() || file.creditor().fourEyes();
        if (fourEyes && proposedBy.equals(actor.name())) {
            throw Failures.refusal(Kind.FORBIDDEN, "eyes.proposed", actor);
        }
    }
}
