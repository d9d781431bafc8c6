package org.quittance.legal.fr;

import java.time.LocalDate;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalRoute.Condition;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/** The conditions that routes share, each answered for one claim against one debtor. */
final class Conditions {

    private final LegalClaim claim;
    private final Debtor debtor;
    private final LegalFigures figures;

    Conditions(LegalClaim claim, Debtor debtor, LegalFigures figures) {
        this.claim = claim;
        this.debtor = debtor;
        this.figures = figures;
    }

    Condition privateDebtor(String article) {
        return new Condition(
                "The debtor is a business or a consumer; against a public body this route does not exist.",
                article,
                isBusiness() || isConsumer());
    }

    Condition publicDebtor(String article) {
        return new Condition("The debtor is a public body.", article, debtor.kind() == DebtorKind.PUBLIC);
    }

    Condition debtorInFrance(String article) {
        return new Condition("The debtor is established or lives in France.", article, isInFrance());
    }

    Condition uncontested(String article) {
        return new Condition("The debtor is not known to contest the claim.", article, !claim.contested());
    }

    Condition amountIsDue(String article) {
        return new Condition(
                "A determined amount is due and unpaid.",
                article,
                claim.principal().isPositive() && claim.today().isAfter(claim.oldestDueDate()));
    }

    Condition noticeSent() {
        return new Condition("A formal notice was sent, as courts expect to see.", "C. civ. 1344", claim.noticeSent());
    }

    Condition withinLimitation() {
        LimitationPeriod period = LimitationPeriod.of(debtor.kind(), claim.oldestDueDate(), figures);
        LocalDate lastDay = period.lastDay();
        return new Condition(
                "The limitation period has not run out: last day " + lastDay
                        + ", counted from the oldest due date as if nothing had interrupted it.",
                period.article(),
                !claim.today().isAfter(lastDay));
    }

    Condition withinSmallClaims() {
        Money ceiling = figures.smallClaimsCeiling();
        return new Condition(
                "Principal and interest together are at most " + ceiling + ".", "CPCE R125-1", isAtMost(ceiling));
    }

    Condition notBetweenTraders() {
        return new Condition(
                "The claim is not invoiced between traders, a business being taken for one (excluded since loi"
                        + " 2026-307).",
                "CPCE L125-1",
                !isBusiness());
    }

    Condition betweenTraders() {
        return new Condition(
                "The claim is certain and invoiced between traders, a business being taken for one.",
                "CPCE L126-1",
                isBusiness());
    }

    Condition commercialProcedureUsable() {
        return new Condition(
                "The decree and tariff that make the procedure usable are published; checked on "
                        + figures.commercialClaimsChecked() + ".",
                "CPCE L126-5",
                figures.commercialClaimsUsable());
    }

    Condition amicableAttempt() {
        boolean needed = isConsumer() && isAtMost(figures.amicableAttemptCeiling());
        return new Condition(
                needed
                        ? "Conciliation, mediation or a participative procedure was tried; none is recorded."
                        : "No amicable attempt is compulsory for this claim.",
                "CPC 750-1",
                !needed);
    }

    /** A need rather than a hurdle: it never closes a route, but it is shown. */
    Condition lawyer() {
        Money threshold = figures.lawyerThreshold();
        return new Condition(
                isAtMost(threshold)
                        ? "A lawyer is not compulsory up to " + threshold + "."
                        : "A lawyer is compulsory above " + threshold + " and has to be instructed.",
                "CPC 761, 853",
                true);
    }

    Condition crossBorder() {
        return new Condition(
                "The debtor is in another member state that applies the regulation.",
                "Regulation (EC) 1896/2006, articles 2 and 3",
                figures.europeanOrderStates().contains(debtor.country()));
    }

    Condition notAForeignConsumer() {
        return new Condition(
                "The debtor is not a consumer, who is sued only before the courts of the own country.",
                "Regulation (EC) 1896/2006, article 6(2)",
                !isConsumer());
    }

    Condition invoicesOnChorusPro() {
        return new Condition(
                "Invoices to public bodies travel through Chorus Pro; look there at their status and dates first.",
                "CCP L2192-1",
                true);
    }

    private boolean isAtMost(Money ceiling) {
        Money total = claim.principal().plus(claim.accessories());
        return total.currency().equals(ceiling.currency()) && total.compareTo(ceiling) <= 0;
    }

    private boolean isInFrance() {
        return debtor.country().equals("FR");
    }

    private boolean isBusiness() {
        return debtor.kind() == DebtorKind.BUSINESS;
    }

    private boolean isConsumer() {
        return debtor.kind() == DebtorKind.CONSUMER;
    }
}
