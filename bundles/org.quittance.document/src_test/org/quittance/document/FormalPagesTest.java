package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.FormalDocument;
import org.quittance.api.document.FormalDocumentRenderer;
import org.quittance.api.vat.BadDebt;
import org.quittance.api.vat.Enclosure;
import org.quittance.api.vat.LossGround;
import org.quittance.document.reading.PdfText;
import org.quittance.document.reading.VeraPdf;

/** Documents that are no messages are PDF/A-2b too; those French tax law wants are taken as they really are. */
class FormalPagesTest {

    private static final FormalDocumentRenderer RENDERER = new FormalPages();

    private static List<Enclosure> frenchFile(int invoices) throws DocumentException {
        List<BadDebt.Item> items = new ArrayList<>();
        for (int number = 1; number <= invoices; number++) {
            items.add(new BadDebt.Item(
                    "F-2026-" + number,
                    1,
                    Samples.TODAY.minusDays(200 - number),
                    Samples.euros(100_000 + number),
                    Samples.euros(20_000)));
        }
        BadDebt debt = BadDebt.of(Samples.creditor(), Samples.debtor(), Samples.TODAY)
                .loss(new BadDebt.Loss(LossGround.LIQUIDATION, Samples.TODAY.minusDays(20), "Jugement n° 2026/42."))
                .items(new BigDecimal("20"), items)
                .build();
        return Samples.frenchRelief(RENDERER).file(debt);
    }

    @Test
    void theDocumentsForTheTaxOfficeAreArchivable() throws Exception {
        int seen = 0;
        for (Enclosure enclosure : frenchFile(45)) {
            if (enclosure.document().mediaType().equals("application/pdf")) {
                byte[] pdf = enclosure.document().bytes();
                assertEquals("2b", VeraPdf.claimed(pdf), enclosure.path());
                assertEquals(List.of(), VeraPdf.problems(pdf, "2b"), enclosure.path());
                seen++;
            }
        }
        assertEquals(46, seen, "a statement, and a duplicate for each invoice");
    }

    @Test
    void aDuplicateShowsTheStatutoryMention() throws Exception {
        Enclosure duplicate = frenchFile(1).stream()
                .filter(enclosure -> enclosure.folder().equals("duplicata"))
                .findFirst()
                .orElseThrow();
        assertEquals("duplicata/F-2026-1.pdf", duplicate.path());
        String text = PdfText.of(duplicate.document().bytes());
        assertTrue(
                text.contains("Facture demeurée impayée pour la somme de 1 000,01 € (prix net) et pour la somme de"
                        + " 200,00 € (TVA correspondante) qui ne peut faire l’objet d’une déduction"
                        + " (article 272 du CGI)."),
                text);
    }

    @Test
    void theSameDocumentGivesTheSameBytesAndALanguageWithoutWordsIsRefused() throws Exception {
        FormalDocument document = FormalDocument.of(
                        Locale.GERMAN, Samples.TODAY, "bestaetigung.pdf", "Bestätigung", "Exemple SARL")
                .fact("Schuldner", "Müller & Söhne")
                .heading("Überschrift")
                .paragraph("Ein Satz.")
                .build();
        assertArrayEquals(
                RENDERER.render(document).bytes(),
                new FormalPages().render(document).bytes());
        assertTrue(PdfText.of(RENDERER.render(document).bytes()).contains("Seite 1 von 1"));
        FormalDocument polish = FormalDocument.of(Locale.forLanguageTag("pl"), Samples.TODAY, "x.pdf", "x", "x")
                .build();
        assertThrows(DocumentException.class, () -> RENDERER.render(polish));
    }
}
