package org.quittance.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.MessageFacts.Line;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;

/** Makes letters of one page, each to another debtor, and throws them away. */
final class LetterPhase {

    private final Creditor creditor;
    private final LocalDate today;

    LetterPhase(Creditor creditor, LocalDate today) {
        this.creditor = creditor;
        this.today = today;
    }

    void render(DocumentRenderer renderer, int letters) throws DocumentException {
        for (int number = 0; number < letters; number++) {
            renderer.render(facts(number), creditor, debtor(creditor.id(), number));
        }
    }

    private MessageFacts facts(int number) {
        Money amount = Money.ofMinor(10_000 + number, java.util.Currency.getInstance("EUR"));
        LocalDate due = today.minusDays(10);
        Line line =
                new Line("F" + number, 1, due.minusDays(30), due, 10, amount, Money.zero(amount.currency()), amount);
        return MessageFacts.of(DocumentKind.REMINDER, "courteous", Locale.FRENCH, today, amount)
                .reference("B-" + number, CreditorReference.of("F" + number))
                .lines(List.of(line))
                .deadline(today.plusDays(10))
                .build();
    }

    private static Debtor debtor(CreditorId creditor, int number) {
        return Debtor.named(new DebtorKey(creditor, DebtorId.of("C" + number)), "Client Modèle " + number)
                .address(new PostalAddress(List.of(number + " rue de l’Exemple"), "69001", "Lyon", "FR"))
                .build();
    }
}
