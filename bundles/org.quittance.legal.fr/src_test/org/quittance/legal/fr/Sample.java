package org.quittance.legal.fr;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;

/** A claim of « Exemple SARL » against « Boulangerie Modèle », complete enough for a notice. */
final class Sample {

    static final LocalDate TODAY = LocalDate.parse("2026-08-31");

    private Sample() {}

    static Creditor.Builder creditor() {
        return Creditor.named(
                        CreditorId.of("exemple"),
                        "Exemple SARL",
                        new PostalAddress(List.of("1 rue de l’Exemple"), "69001", "Lyon", "FR"))
                .legalMentions(List.of("SARL au capital de 10 000 €, RCS Lyon 000 000 000"))
                .accounts(Map.of(
                        "EUR", new BankAccount("Exemple SARL", "FR7630006000011234567890189", Optional.empty())));
    }

    static Debtor debtor(DebtorKind kind) {
        return debtor(kind, "FR").build();
    }

    static Debtor.Builder debtor(DebtorKind kind, String country) {
        return Debtor.named(new DebtorKey(CreditorId.of("exemple"), DebtorId.of("C-042")), "Boulangerie Modèle")
                .kind(kind)
                .country(country)
                .address(new PostalAddress(List.of("2 place du Marché"), "38000", "Grenoble", country));
    }

    /** 10,000.00 due on 2026-04-30, in a letter of 2026-08-31 that sets 2026-09-15. */
    static MessageFacts.Builder facts(Locale language) {
        return facts(language, "10000.00").deadline(LocalDate.parse("2026-09-15"));
    }

    static MessageFacts.Builder facts(Locale language, String principal) {
        LocalDate due = LocalDate.parse("2026-04-30");
        MessageFacts.Line line = new MessageFacts.Line(
                "F2026-0042", 1, due.minusDays(30), due, 123, euro(principal), euro("0.00"), euro(principal));
        return MessageFacts.of(DocumentKind.FORMAL_NOTICE, "formal-notice", language, TODAY, euro(principal))
                .lines(List.of(line));
    }

    static MessageFacts.Builder withCharges(MessageFacts.Builder facts) {
        return facts.interest(euro("413.68"), List.of()).indemnity(euro("40.00"));
    }

    static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }
}
