package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.document.reading.VeraPdf;

/** Documents that leave the house are PDF/A-2b, as veraPDF judges. */
class ArchivingTest {

    private static final DocumentRenderer RENDERER = new LetterRenderer(Samples.shelf());

    @Test
    void everyTemplateInEveryLanguageIsArchivable() throws Exception {
        for (Locale language : Templates.LANGUAGES) {
            for (String template : Templates.NAMES) {
                assertArchivable(
                        pdf(RENDERER, template, language, 2, Samples.debtor().name()), template + language);
            }
        }
    }

    @Test
    void lettersOfManyPagesAndForeignScriptsAreArchivable() throws Exception {
        assertArchivable(pdf(RENDERER, "formal-notice", Locale.FRENCH, 80, "Ελληνικό Αρτοποιείο № 1 Пекарня"), "Greek");
        assertArchivable(pdf(RENDERER, "last", Locale.GERMAN, 60, "<Müller> & Söhne \u0007 漢字 𝄞"), "signs");
    }

    @Test
    void fontsThatAreNotEmbeddedAreFound() throws Exception {
        byte[] pdf =
                pdf(new StandardFontsRenderer(Samples.shelf()), "courteous", Locale.FRENCH, 1, "Boulangerie Modèle");
        assertFalse(VeraPdf.problems(pdf, "2b").isEmpty());
    }

    private static void assertArchivable(byte[] pdf, String what) throws Exception {
        assertEquals("2b", VeraPdf.claimed(pdf), what);
        assertEquals(List.of(), VeraPdf.problems(pdf, "2b"), what);
    }

    private static byte[] pdf(DocumentRenderer renderer, String template, Locale language, int lines, String debtor)
            throws DocumentException {
        return renderer.render(
                        Samples.full(template, language, lines).build(),
                        Samples.creditor(),
                        Samples.debtorNamed(debtor).build())
                .letter()
                .bytes();
    }
}
