package org.quittance.tck.agency;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CasePackage.Mandate;
import org.quittance.api.agency.CasePackage.PastContact;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
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

/** One complete case of fictitious parties: « Exemple SARL » is owed 12,219.75 EUR by « Boulangerie Modèle ». */
public final class SampleCase {

    /** The day of the hand-over. */
    public static final LocalDate TODAY = LocalDate.parse("2026-05-15");

    private static final CreditorId FIRM = CreditorId.of("exemple");
    private static final LocalDate DUE = LocalDate.parse("2026-03-31");

    private SampleCase() {}

    public static CasePackage keyed(HandOverKey key) {
        return builder(key).build();
    }

    /** The same, to be changed. */
    public static CasePackage.Builder builder(HandOverKey key) {
        return CasePackage.keyed(key)
                .parties(creditor(), debtor())
                .claim(claim(), TODAY)
                .mandate(new Mandate(
                        "M-2026-01", LocalDate.parse("2026-01-05"), "10 % des sommes encaissées", "sous un mois"))
                .contacts(List.of(
                        new PastContact(LocalDate.parse("2026-04-03"), "email", "courteous"),
                        new PastContact(LocalDate.parse("2026-05-04"), "letter", "formal-notice")))
                .exhibits(List.of(
                        document("facture.pdf", "%PDF-1.7 facture"),
                        document("mise en demeure.pdf", "%PDF-1.7 notice")))
                .limitationDate(DUE.plusYears(5));
    }

    public static Creditor creditor() {
        return Creditor.named(
                        FIRM, "Exemple SARL", new PostalAddress(List.of("1 rue de l’Exemple"), "69001", "Lyon", "FR"))
                .legalMentions(List.of("SARL au capital de 10 000 €, RCS Lyon 000 000 000"))
                .accounts(
                        Map.of("EUR", new BankAccount("Exemple SARL", "FR7630006000011234567890189", Optional.empty())))
                .email("comptabilite@exemple.invalid")
                .build();
    }

    public static Debtor debtor() {
        return Debtor.named(new DebtorKey(FIRM, DebtorId.of("C-042")), "Boulangerie Modèle")
                .kind(DebtorKind.BUSINESS)
                .address(new PostalAddress(List.of("2 place du Marché"), "38000", "Grenoble", "FR"))
                .contactName("Camille Modèle")
                .email("contact@modele.invalid")
                .legalId("000000000")
                .build();
    }

    private static MessageFacts claim() {
        Money principal = Money.parse("12000.00", "EUR");
        Money interest = Money.parse("179.75", "EUR");
        InterestSegment segment = new InterestSegment(
                DUE.plusDays(1), TODAY, 45, principal, new BigDecimal("12.15"), "C. com. L441-10 II", interest);
        return MessageFacts.of(DocumentKind.HANDOVER_PROPOSAL, "handover", Locale.FRENCH, TODAY, principal)
                .reference("Q-1", CreditorReference.of("F20260012"))
                .lines(List.of(new MessageFacts.Line(
                        "F2026-0012",
                        1,
                        LocalDate.parse("2026-03-01"),
                        DUE,
                        45,
                        principal,
                        Money.parse("0.00", "EUR"),
                        principal)))
                .interest(interest, List.of(segment))
                .indemnity(Money.parse("40.00", "EUR"))
                .build();
    }

    private static DocumentFile document(String name, String content) {
        return DocumentFile.of(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }
}
