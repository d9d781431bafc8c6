package org.quittance.service.escalation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/** The ways to a court for what a debtor owes. Shows conditions; a person decides and can have the choice recorded. */
@ProviderType
public interface LegalRoutes {

    /**
     * What is overdue and not contested, one claim per currency, with every route of the law that governs it.
     *
     * @throws CaseworkException USAGE where nothing is overdue, or no installed law governs claims against this debtor
     */
    List<Ways> routes(CreditorId creditor, DebtorId debtor) throws CaseworkException;

    /**
     * Writes into the journal which route a person chose, and which of its conditions were not met then. Nothing else
     * changes. Role APPROVER.
     */
    LegalRoute choose(CreditorId creditor, DebtorId debtor, String route, Actor actor) throws CaseworkException;

    /** @param law identifier of the jurisdiction */
    record Ways(String law, LegalClaim claim, List<LegalRoute> routes) {

        public Ways {
            requireNonNull(law, "law");
            requireNonNull(claim, "claim");
            routes = List.copyOf(routes);
        }
    }
}
