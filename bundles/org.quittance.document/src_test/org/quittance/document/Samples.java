package org.quittance.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.FormalDocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.legal.LegalEscalation;
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
import org.quittance.api.vat.BadDebtRelief;
import org.quittance.service.tone.ToneLint;

/** A fictitious firm of Lyon, its customer, and messages of every kind. */
public final class Samples {

    public static final Currency EUR = Currency.getInstance("EUR");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    private Samples() {}

    /** The real lint, found by name: its package is nobody's business at compile time. */
    static ToneLint lint() {
        return make("org.quittance.tone.DataToneLint");
    }

    /** The real law, found by name like the lint. */
    public static LegalEscalation frenchLaw() {
        return make("org.quittance.legal.fr.FrenchLegalEscalation");
    }

    static BadDebtRelief frenchRelief(FormalDocumentRenderer renderer) {
        try {
            return (BadDebtRelief) Class.forName("org.quittance.legal.fr.FrenchBadDebtRelief")
                    .getConstructor(FormalDocumentRenderer.class)
                    .newInstance(renderer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T make(String type) {
        try {
            return (T) Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TemplateShelf shelf() {
        return new TemplateShelf(lint());
    }

    public static Money euros(long cents) {
        return Money.ofMinor(cents, EUR);
    }

    public static Creditor creditor() {
        return creditorIn("FR", "Lyon").build();
    }

    public static Creditor.Builder creditorIn(String country, String town) {
        return Creditor.named(
                        CREDITOR,
                        "Exemple SARL",
                        new PostalAddress(List.of("12 rue de l’Exemple"), "69003", town, country))
                .legalMentions(List.of(
                        "Exemple SARL au capital de 10 000 €",
                        "SIREN 732 829 320 – RCS Lyon 732 829 320",
                        "TVA intracommunautaire FR44732829320"))
                .accounts(Map.of(
                        "EUR", new BankAccount("EXEMPLE SARL", "FR7630006000011234567890189", Optional.of("AGRIFRPP"))))
                .contactName("Claire Modèle")
                .phone("+33 4 72 00 00 00")
                .email("compta@exemple.example");
    }

    public static Debtor debtor() {
        return debtorNamed("Boulangerie Modèle & Fils")
                .contactName("Dominique Sœur")
                .phone("+33 4 76 00 00 00")
                .email("achats@modele.example")
                .legalId("123 456 782")
                .build();
    }

    public static Debtor.Builder debtorNamed(String name) {
        return Debtor.named(new DebtorKey(CREDITOR, DebtorId.of("C042")), name)
                .kind(DebtorKind.BUSINESS)
                .address(new PostalAddress(List.of("8 place du Marché"), "38000", "Grenoble", "FR"));
    }

    public static DocumentKind kindOf(String template) {
        return switch (template) {
            case "formal-notice" -> DocumentKind.FORMAL_NOTICE;
            case "call" -> DocumentKind.CALL_SHEET;
            case "handover" -> DocumentKind.HANDOVER_PROPOSAL;
            case "thank-you" -> DocumentKind.THANK_YOU;
            default -> DocumentKind.REMINDER;
        };
    }

    public static List<MessageFacts.Line> lines(int count) {
        List<MessageFacts.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate due = LocalDate.of(2026, 10, 1).plusDays(i * 3L % 45);
            long original = 123_456 + 1_317L * i;
            long paid = i % 4 == 1 ? 20_000 : 0;
            lines.add(new MessageFacts.Line(
                    String.format(Locale.ROOT, "F-2026-%04d", 101 + i),
                    1,
                    due.minusDays(30),
                    due,
                    (int) ChronoUnit.DAYS.between(due, TODAY),
                    euros(original),
                    euros(paid),
                    euros(original - paid)));
        }
        return lines;
    }

    /** A message without anything optional. */
    public static MessageFacts.Builder plain(String template, Locale language, int count) {
        List<MessageFacts.Line> lines = lines(count);
        long principal =
                lines.stream().mapToLong(line -> line.claimed().minor()).sum();
        return MessageFacts.of(kindOf(template), template, language, TODAY, euros(principal))
                .reference("R-2026-00042", CreditorReference.of("F2026001234"))
                .lines(lines);
    }

    /** A message with everything: deadline, earlier messages, charges, segments, legal paragraphs, a credit. */
    public static MessageFacts.Builder full(String template, Locale language, int count) {
        List<MessageFacts.Line> lines = lines(count);
        LocalDate issued = LocalDate.of(2026, 11, 2);
        Money credit = euros(-15_000);
        long principal =
                lines.stream().mapToLong(line -> line.claimed().minor()).sum() + credit.minor();
        return MessageFacts.of(kindOf(template), template, language, TODAY, euros(principal))
                .reference("R-2026-00042", CreditorReference.of("F2026001234"))
                .lines(lines)
                .credits(List.of(new MessageFacts.Line("AV-2026-007", 1, issued, issued, 0, credit, euros(0), credit)))
                .interest(
                        euros(3_846),
                        List.of(
                                segment("2026-10-02", "2026-11-21", 51, 123_456, 2_139),
                                segment("2026-10-05", "2026-11-21", 48, 104_773, 1_707)))
                .indemnity(euros(4_000L * count))
                .fees(euros(1_500))
                .deadline(LocalDate.of(2026, 12, 7))
                .earlierMessages(List.of(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 11, 3)))
                .announcedStep("handover")
                .legalParagraphs(List.of("Paragraphe légal de l’épreuve.", "Second paragraphe légal."));
    }

    private static InterestSegment segment(String from, String to, int days, long principal, long interest) {
        return new InterestSegment(
                LocalDate.parse(from),
                LocalDate.parse(to),
                days,
                euros(principal),
                new BigDecimal("12.40"),
                "C. com. L441-10 II",
                euros(interest));
    }
}
