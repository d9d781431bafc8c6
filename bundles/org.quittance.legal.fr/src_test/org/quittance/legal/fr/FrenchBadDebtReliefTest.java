package org.quittance.legal.fr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.FormalDocument;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.vat.BadDebt;
import org.quittance.api.vat.BadDebtRelief;
import org.quittance.api.vat.Enclosure;
import org.quittance.api.vat.LossGround;

class FrenchBadDebtReliefTest {

    private static final LocalDate TODAY = Sample.TODAY;

    /** Writes what is said instead of setting pages. */
    private final BadDebtRelief relief = new FrenchBadDebtRelief(document -> DocumentFile.of(
            document.fileName(), "application/pdf", said(document).getBytes(StandardCharsets.UTF_8)));

    private static String said(FormalDocument document) {
        return document.title() + "\n" + document.facts() + "\n" + document.parts();
    }

    private static BadDebt.Builder debt() {
        return BadDebt.of(Sample.creditor().build(), Sample.debtor(DebtorKind.BUSINESS), TODAY)
                .loss(new BadDebt.Loss(LossGround.IRRECOVERABLE, TODAY.minusDays(3), "entreprise introuvable"))
                .items(
                        new BigDecimal("20.0"),
                        List.of(
                                item("F-1", 1, "100.00", "20.00"),
                                item("F/2", 2, "83.33", "16.66"),
                                item("=1+1", 1, "1.00", "0.20")));
    }

    private static BadDebt.Item item(String number, int instalment, String net, String vat) {
        return new BadDebt.Item(number, instalment, TODAY.minusDays(90), Sample.euro(net), Sample.euro(vat));
    }

    private Map<String, String> file(BadDebt debt) throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Enclosure enclosure : relief.file(debt)) {
            texts.put(
                    enclosure.path(),
                    new String(enclosure.document().bytes(), StandardCharsets.UTF_8)
                            .replace('\u00a0', ' ')
                            .replace('\u202f', ' '));
        }
        return texts;
    }

    @Test
    void everyDuplicateAndTheStatementCarryTheStatutoryMention() throws Exception {
        Map<String, String> file = file(debt().build());
        String mention = "Facture demeurée impayée pour la somme de %s € (prix net) et pour la somme de %s € (TVA"
                + " correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI).";
        assertTrue(file.getOrDefault("duplicata/F-1.pdf", "").contains(String.format(mention, "100,00", "20,00")));
        assertTrue(file.getOrDefault("duplicata/F_2_2.pdf", "").contains(String.format(mention, "83,33", "16,66")));
        String statement = file.getOrDefault("etat-recapitulatif.pdf", "");
        assertTrue(statement.contains(String.format(mention, "184,33", "36,86")), statement);
        assertTrue(statement.contains("définitivement irrécouvrables depuis le 28 août 2026. entreprise introuvable"));
        assertTrue(statement.contains("TVA (20 %)"), statement);
        file.forEach((name, text) -> assertFalse(text.contains("{0}"), name));
    }

    @Test
    void whatIsGivenIsFiledAndNothingIsLostToAName() throws Exception {
        DocumentFile certificate = DocumentFile.of("piece.pdf", "application/pdf", new byte[] {1});
        BadDebt debt = debt().evidence(List.of(certificate, certificate))
                .messages(List.of(DocumentFile.of("20260305-1-1-lettre.pdf", "application/pdf", new byte[] {2})))
                .invoices(List.of(DocumentFile.of("F-1.pdf", "application/pdf", new byte[] {3})))
                .chronology("{}\n")
                .build();
        assertTrue(file(debt)
                .keySet()
                .containsAll(List.of(
                        "preuves/piece.pdf",
                        "preuves/2-piece.pdf",
                        "relances/20260305-1-1-lettre.pdf",
                        "factures/F-1.pdf",
                        "chronologie.jsonl",
                        "lisez-moi.txt")));
    }

    @Test
    void theListForTheAccountantHoldsNoFormula() throws Exception {
        String list = file(debt().build()).getOrDefault("liste.csv", "");
        assertTrue(list.contains("\"F/2\";2;2026-06-02;EUR;83,33;16,66;99,99;IRRECOVERABLE;2026-08-28"), list);
        assertTrue(list.contains("\"'=1+1\";"), list);
    }

    @Test
    void onlyCreditorsInFranceAreGoverned() {
        PostalAddress vienna = new PostalAddress(List.of("Musterweg 1"), "1010", "Wien", "AT");
        assertTrue(relief.governs(Sample.creditor().build()));
        assertFalse(
                relief.governs(org.quittance.api.model.Creditor.named(CreditorId.of("muster"), "Muster GmbH", vienna)
                        .build()));
    }

    @Test
    void insolvencyInFranceSetsADayForFilingAndElsewhereNone() {
        FrenchLegalEscalation law = new FrenchLegalEscalation();
        LocalDate heard = LocalDate.of(2026, 9, 30);
        var creditor = Sample.creditor().build();
        var french = Sample.debtor(DebtorKind.BUSINESS);
        assertEquals(
                Optional.of(LocalDate.of(2026, 11, 30)), law.lastFiling(creditor, french, Optional.empty(), heard));
        assertEquals(
                Optional.of(LocalDate.of(2026, 11, 1)),
                law.lastFiling(creditor, french, Optional.of(LocalDate.of(2026, 9, 1)), heard));
        var german = Sample.debtor(DebtorKind.BUSINESS, "DE").build();
        assertEquals(Optional.empty(), law.lastFiling(creditor, german, Optional.empty(), heard));
    }
}
