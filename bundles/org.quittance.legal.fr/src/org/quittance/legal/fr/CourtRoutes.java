package org.quittance.legal.fr;

import java.util.List;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.legal.LegalRoute.Condition;

/** The routes of French law for one claim, gentle ones first. A route is open when every condition looked at is met. */
final class CourtRoutes {

    private final Conditions is;

    CourtRoutes(Conditions conditions) {
        this.is = conditions;
    }

    List<LegalRoute> all() {
        return List.of(
                smallClaims(),
                commercialClaims(),
                injonctionDePayer(),
                refereProvision(),
                assignation(),
                europeanOrder(),
                chorusPro(),
                administrativeRefereProvision());
    }

    private LegalRoute smallClaims() {
        return route(
                "fr.petites-creances",
                is.privateDebtor("CPCE L125-1"),
                is.notBetweenTraders(),
                is.withinSmallClaims(),
                is.debtorInFrance("CPCE R125-1"),
                is.uncontested("CPCE R125-2"),
                is.amountIsDue("CPCE L125-1"),
                is.withinLimitation());
    }

    private LegalRoute commercialClaims() {
        return route(
                "fr.creances-commerciales",
                is.betweenTraders(),
                is.debtorInFrance("CPCE L126-1"),
                is.uncontested("CPCE L126-2"),
                is.amountIsDue("CPCE L126-1"),
                is.withinLimitation(),
                is.commercialProcedureUsable());
    }

    private LegalRoute injonctionDePayer() {
        return route(
                "fr.injonction-de-payer",
                is.privateDebtor("CPC 1405 ; CGPPP L2311-1"),
                is.debtorInFrance("CPC 1406"),
                is.amountIsDue("CPC 1405"),
                is.uncontested("CPC 1415"),
                is.noticeSent(),
                is.withinLimitation());
    }

    private LegalRoute refereProvision() {
        return route(
                "fr.refere-provision",
                is.privateDebtor("CPC 835, 873"),
                is.debtorInFrance("CPC 42"),
                is.amountIsDue("CPC 835, 873"),
                is.uncontested("CPC 835, 873"),
                is.amicableAttempt(),
                is.noticeSent(),
                is.withinLimitation(),
                is.lawyer());
    }

    private LegalRoute assignation() {
        return route(
                "fr.assignation",
                is.privateDebtor("CPC 54, 56"),
                is.debtorInFrance("CPC 42"),
                is.amountIsDue("CPC 54"),
                is.amicableAttempt(),
                is.noticeSent(),
                is.withinLimitation(),
                is.lawyer());
    }

    private LegalRoute europeanOrder() {
        return route(
                "eu.injonction-de-payer",
                is.privateDebtor("Regulation (EC) 1896/2006, article 2"),
                is.crossBorder(),
                is.notAForeignConsumer(),
                is.amountIsDue("Regulation (EC) 1896/2006, article 4"),
                is.uncontested("Regulation (EC) 1896/2006, article 1"),
                is.withinLimitation());
    }

    private LegalRoute chorusPro() {
        return route(
                "fr.chorus-pro",
                is.publicDebtor("CCP L2192-1"),
                is.debtorInFrance("CCP L2192-1"),
                is.invoicesOnChorusPro(),
                is.withinLimitation());
    }

    private LegalRoute administrativeRefereProvision() {
        return route(
                "fr.refere-provision-administratif",
                is.publicDebtor("CJA R541-1"),
                is.debtorInFrance("CJA R541-1"),
                is.amountIsDue("CJA R541-1"),
                is.uncontested("CJA R541-1"),
                is.noticeSent(),
                is.withinLimitation());
    }

    private static LegalRoute route(String id, Condition... conditions) {
        List<Condition> all = List.of(conditions);
        return new LegalRoute(id, all.stream().allMatch(Condition::met), all);
    }
}
