package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.text.Sentence;

/** What a kind of document must contain before a page of it is made. Pure. */
final class Completeness {

    private Completeness() {}

    /** @throws DocumentException naming everything that is missing, not only the first */
    static void require(MessageFacts facts, Creditor creditor, DocumentKind templateKind) throws DocumentException {
        List<Sentence> missing = new ArrayList<>();
        if (facts.kind() != templateKind) {
            missing.add(said("template.kind", facts.template(), templateKind, facts.kind()));
        }
        if (facts.kind() == DocumentKind.FORMAL_NOTICE) {
            formalNotice(facts, missing);
        }
        if (facts.kind() == DocumentKind.FORMAL_NOTICE || asksForMoney(facts) && !creditor.isDraft()) {
            account(facts, creditor, missing);
        }
        if (!missing.isEmpty()) {
            throw new DocumentException(said("message.incomplete", facts.reference(), missing));
        }
    }

    private static void formalNotice(MessageFacts facts, List<Sentence> missing) {
        if (facts.lines().isEmpty()) {
            missing.add(said("notice.invoices"));
        }
        if (!facts.total().isPositive()) {
            missing.add(said("notice.amount", facts.total()));
        }
        if (facts.deadline().isEmpty()) {
            missing.add(said("notice.date"));
        }
        facts.deadline()
                .filter(deadline -> !deadline.isAfter(facts.date()))
                .ifPresent(deadline -> missing.add(said("notice.deadline", deadline, facts.date())));
    }

    private static boolean asksForMoney(MessageFacts facts) {
        return facts.kind() == DocumentKind.REMINDER && facts.total().isPositive();
    }

    /** Whoever is asked to pay must be told where to; a draft of a creditor never asks anybody outside a simulation. */
    private static void account(MessageFacts facts, Creditor creditor, List<Sentence> missing) {
        String currency = facts.total().currency().getCurrencyCode();
        if (creditor.account(currency).isEmpty()) {
            missing.add(said("creditor.account", currency, creditor.id()));
        }
    }

    private static Sentence said(String code, Object... values) {
        return Sentence.of(Completeness.class, code, values);
    }
}
