package org.quittance.document;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;
import org.quittance.service.template.TemplateKey;

/** A message between two firms that do not exist, to look at a template with and to measure it. */
record SampleFacts(MessageFacts facts, Creditor creditor, Debtor debtor) {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    static SampleFacts of(TemplateKey key, String kind) {
        Creditor creditor = firm();
        return new SampleFacts(facts(key, kind, DAY), creditor, debtor(key.language(), creditor));
    }

    static MessageFacts facts(TemplateKey key, String kindWord, LocalDate today) {
        DocumentKind kind = Arrays.stream(DocumentKind.values())
                .filter(known -> known.name().equals(kindWord))
                .findFirst()
                .orElse(DocumentKind.REMINDER);
        boolean early = key.name().equals("courtesy-note");
        List<MessageFacts.Line> lines = new ArrayList<>();
        lines.add(line("F-2026-0101", today.plusDays(early ? 5 : -45), 123_456, today));
        lines.add(line("F-2026-0118", today.plusDays(early ? 8 : -30), 78_000, today));
        MessageFacts.Builder facts = MessageFacts.of(
                        kind, key.name(), key.language(), today, Money.ofMinor(201_456, EUR))
                .reference("20261120-1-42", CreditorReference.of("261120R1M42"))
                .lines(lines)
                .deadline(today.plusDays(15));
        boolean begins = early || key.name().equals("courteous") || key.name().equals("service-warning");
        if (!begins) {
            facts.earlierMessages(List.of(today.minusDays(40), today.minusDays(25)));
        }
        if (kind == DocumentKind.FORMAL_NOTICE || key.name().equals("last")) {
            facts.indemnity(Money.ofMinor(8_000, EUR));
        }
        if (key.name().equals("late-fee")) {
            facts.fees(Money.ofMinor(1_000, EUR));
        }
        if (kind == DocumentKind.REMINDER) {
            facts.announcedStep(begins ? "firm" : "formal-notice");
        }
        return facts.build();
    }

    private static MessageFacts.Line line(String number, LocalDate due, long cents, LocalDate today) {
        Money amount = Money.ofMinor(cents, EUR);
        return new MessageFacts.Line(
                number,
                1,
                due.minusDays(30),
                due,
                (int) ChronoUnit.DAYS.between(due, today),
                amount,
                Money.zero(EUR),
                amount);
    }

    static Debtor debtor(Locale language, Creditor creditor) {
        return Debtor.named(new DebtorKey(creditor.id(), DebtorId.of("C-00")), "Boulangerie Modèle")
                .kind(DebtorKind.BUSINESS)
                .language(language)
                .address(new PostalAddress(List.of("1 rue de l’Exemple"), "69999", "Villefictive", "FR"))
                .contactName("Dominique Modèle")
                .phone("+33 4 65 71 01 01")
                .email("compta@boulangerie-modele.example")
                .build();
    }

    private static Creditor firm() {
        return Creditor.named(
                        CREDITOR,
                        "Atelier Exemple SARL",
                        new PostalAddress(List.of("12 rue de la Maquette"), "69001", "Lyon", "FR"))
                .accounts(Map.of(
                        "EUR",
                        new BankAccount("ATELIER EXEMPLE SARL", "FR7630006000011234567890189", Optional.empty())))
                .contactName("Claire Exemple")
                .phone("+33 4 65 71 01 00")
                .email("relances@atelier-exemple.example")
                .build();
    }
}
