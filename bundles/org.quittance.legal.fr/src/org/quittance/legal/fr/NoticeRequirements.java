package org.quittance.legal.fr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;

/** What stands between facts and a formal notice; see {@link FrenchLegalEscalation} for what is required and why. */
final class NoticeRequirements {

    private final LegalFigures figures;

    NoticeRequirements(LegalFigures figures) {
        this.figures = figures;
    }

    /** Each as {@code field: what is wrong; what to do}; empty when the notice may go. */
    List<String> missing(MessageFacts facts, Creditor creditor, Debtor debtor) {
        List<String> missing = new ArrayList<>();
        document(facts, missing);
        parties(facts, creditor, debtor, missing);
        deadline(facts, missing);
        charges(facts, NoticeParagraphs.ground(debtor), missing);
        return missing;
    }

    private static void document(MessageFacts facts, List<String> missing) {
        if (facts.kind() != DocumentKind.FORMAL_NOTICE) {
            missing.add("kind: the document is a " + facts.kind() + "; only a FORMAL_NOTICE bears the title");
        }
        if (!NoticeParagraphs.speaks(facts.language())) {
            missing.add("language: no paragraphs exist in «" + facts.language().getLanguage()
                    + "»; set the debtor's language to fr, en or de");
        }
        if (facts.lines().isEmpty()) {
            missing.add("lines: no invoice is listed; a notice names each with its date, due date and balance");
        }
        if (!facts.principal().isPositive()) {
            missing.add("principal: " + facts.principal() + " is not an amount to pay; check credits and payments");
        }
    }

    private static void parties(MessageFacts facts, Creditor creditor, Debtor debtor, List<String> missing) {
        if (creditor.legalMentions().stream().allMatch(String::isBlank)) {
            missing.add(
                    "creditor.legalMentions: none; enter legal form, capital and register number as business letters"
                            + " show them (C. com. R123-237, R123-238)");
        }
        String currency = facts.principal().currency().getCurrencyCode();
        if (creditor.account(currency).isEmpty()) {
            missing.add("creditor.accounts: none for " + currency + "; enter the account the debtor shall pay to");
        }
        address(debtor.address(), missing);
    }

    private static void address(Optional<PostalAddress> address, List<String> missing) {
        if (address.isEmpty()) {
            missing.add("debtor.address: missing; enter the registered office or domicile");
            return;
        }
        if (address.get().lines().stream().allMatch(String::isBlank)) {
            missing.add("debtor.address.lines: no street line; a notice that cannot be delivered warns nobody");
        }
        if (address.get().country().equals("FR") && address.get().postalCode().isBlank()) {
            missing.add("debtor.address.postalCode: missing; enter it");
        }
    }

    private void deadline(MessageFacts facts, List<String> missing) {
        LocalDate earliest = facts.date().plusDays(figures.noticeDeadlineDays());
        if (facts.deadline().isEmpty()) {
            missing.add("deadline: missing; give a calendar date, " + earliest + " at the earliest (C. civ. 1231)");
        } else if (facts.deadline().get().isBefore(earliest)) {
            missing.add("deadline: " + facts.deadline().get() + " is too close; give " + earliest
                    + " at the earliest (C. civ. 1231)");
        }
    }

    private static void charges(MessageFacts facts, DebtorKind ground, List<String> missing) {
        if (facts.interestKnownUntil().isPresent()) {
            missing.add("interest: no rate is published after "
                    + facts.interestKnownUntil().get() + "; wait for it, or claim no interest");
        }
        switch (ground) {
            case BUSINESS -> {}
            case PUBLIC -> untitled(facts.fees(), "fees", "a public body owes none (CCP L2192-13)", missing);
            case CONSUMER -> {
                untitled(facts.interest(), "interest", "it runs only from this notice (C. civ. 1231-6)", missing);
                untitled(facts.indemnity(), "indemnity", "a consumer owes none (CPCE L111-8)", missing);
                untitled(facts.fees(), "fees", "a consumer owes none (CPCE L111-8)", missing);
            }
            case UNKNOWN -> {
                String advice = "no rule is known for this debtor; check its kind and country";
                untitled(facts.interest(), "interest", advice, missing);
                untitled(facts.indemnity(), "indemnity", advice, missing);
                untitled(facts.fees(), "fees", advice, missing);
            }
        }
    }

    private static void untitled(Money amount, String field, String reason, List<String> missing) {
        if (!amount.isZero()) {
            missing.add(field + ": " + amount + " has no title; " + reason);
        }
    }
}
