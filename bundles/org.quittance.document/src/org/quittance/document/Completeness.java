package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;

/** What a kind of document must contain before a page of it is made. Pure. */
final class Completeness {

    private Completeness() {}

    /** @throws DocumentException naming everything that is missing, not only the first */
    static void require(MessageFacts facts, Creditor creditor, DocumentKind templateKind) throws DocumentException {
        List<String> missing = new ArrayList<>();
        if (facts.kind() != templateKind) {
            missing.add(
                    "template «" + facts.template() + "» is for a " + templateKind + ", the facts say " + facts.kind());
        }
        if (facts.kind() == DocumentKind.FORMAL_NOTICE) {
            formalNotice(facts, missing);
        }
        if (facts.kind() == DocumentKind.FORMAL_NOTICE || asksForMoney(facts) && !creditor.isDraft()) {
            account(facts, creditor, missing);
        }
        if (!missing.isEmpty()) {
            throw new DocumentException(
                    "message " + facts.reference() + " is not complete: " + String.join("; ", missing));
        }
    }

    private static void formalNotice(MessageFacts facts, List<String> missing) {
        if (facts.lines().isEmpty()) {
            missing.add("a formal notice lists at least one invoice");
        }
        if (!facts.total().isPositive()) {
            missing.add("a formal notice asks for an amount, " + facts.total() + " is none");
        }
        if (facts.deadline().isEmpty()) {
            missing.add("a formal notice names a calendar date as its deadline");
        }
        facts.deadline()
                .filter(deadline -> !deadline.isAfter(facts.date()))
                .ifPresent(deadline -> missing.add("the deadline " + deadline + " is not after " + facts.date()));
    }

    private static boolean asksForMoney(MessageFacts facts) {
        return facts.kind() == DocumentKind.REMINDER && facts.total().isPositive();
    }

    /** Whoever is asked to pay must be told where to; a draft of a creditor never asks anybody outside a simulation. */
    private static void account(MessageFacts facts, Creditor creditor, List<String> missing) {
        String currency = facts.total().currency().getCurrencyCode();
        if (creditor.account(currency).isEmpty()) {
            missing.add("creditor.accounts: none for " + currency + "; enter the account to pay to under accounts."
                    + currency + " in etc/creditors/" + creditor.id() + ".json");
        }
    }
}
