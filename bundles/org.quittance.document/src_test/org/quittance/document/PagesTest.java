package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.PostalAddress;
import org.quittance.document.reading.Glyphs;
import org.quittance.document.reading.PdfText;

class PagesTest {

    private static final LetterRenderer RENDERER = new LetterRenderer(Samples.shelf());
    private static final float POINTS_PER_MM = 72 / 25.4f;

    @Test
    void theQrCodeSaysExactlyThePayload() throws Exception {
        MessageFacts facts = Samples.plain("courteous", Locale.FRENCH, 1).build();
        Result code = scanned(pdf(facts, Samples.creditor(), Samples.debtor()));
        assertEquals(
                "BCD\n002\n1\nSCT\nAGRIFRPP\nEXEMPLE SARL\nFR7630006000011234567890189\nEUR1234.56\n\nRF62F2026001234",
                code.getText());
        assertEquals("M", code.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
    }

    @Test
    void everyQrCodeCanBeScanned() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < 12; i++) {
            String holder = "Société Œuvre n° " + Math.abs(random.nextLong());
            Creditor creditor = Samples.creditorIn("FR", "Lyon")
                    .accounts(Map.of("EUR", new BankAccount(holder, "FR7630006000011234567890189", Optional.empty())))
                    .build();
            MessageFacts facts = Samples.plain("firm", Locale.FRENCH, 1 + i % 3)
                    .reference("R", CreditorReference.of("F" + Math.abs(random.nextLong())))
                    .build();
            String text = scanned(pdf(facts, creditor, Samples.debtor())).getText();
            assertEquals(
                    EpcPayload.of(creditor.account("EUR").orElseThrow(), facts.total(), facts.paymentReference())
                            .orElseThrow(),
                    text);
        }
    }

    @Test
    void aLetterWithFewInvoicesIsOnePage() throws Exception {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : Templates.NAMES) {
                MessageFacts facts = Samples.plain(name, language, 3)
                        .deadline(LocalDate.of(2026, 12, 7))
                        .announcedStep("call")
                        .build();
                int pages = pages(pdf(facts, Samples.creditor(), Samples.debtor()));
                assertTrue(pages == 1 || name.equals("formal-notice") && pages == 2, name + " " + language + pages);
            }
        }
    }

    @Test
    void aLongTableRepeatsItsHeadingAndLosesNoRow() throws Exception {
        MessageFacts facts = Samples.full("firm", Locale.FRENCH, 120).build();
        byte[] pdf = pdf(facts, Samples.creditor(), Samples.debtor());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int count = document.getNumberOfPages();
            assertTrue(count >= 4 && count <= 7, count + " pages");
            StringBuilder whole = new StringBuilder();
            for (int page = 1; page <= count; page++) {
                String text = text(document, page);
                whole.append(text);
                if (text.contains("F-2026-0")) {
                    boolean rows = text.lines().anyMatch(line -> line.startsWith("F-2026-"));
                    assertTrue(!rows || text.contains("Échéance"), "page " + page + " has rows without a heading");
                }
                assertTrue(text.contains("Page " + page + " sur " + count), text);
            }
            for (MessageFacts.Line line : facts.lines()) {
                assertTrue(whole.indexOf("\n" + line.number() + " ") >= 0, line.number());
            }
            String last = text(document, count);
            assertTrue(last.contains("Exemple SARL"));
        }
    }

    @Test
    void theTotalStandsOnThePageOfTheLastTwoRows() throws Exception {
        for (int count = 1; count <= 60; count++) {
            MessageFacts facts =
                    Samples.plain("courteous", Locale.FRENCH, count).build();
            try (PDDocument document = Loader.loadPDF(pdf(facts, Samples.creditor(), Samples.debtor()))) {
                String lastNumber = facts.lines().get(count - 1).number();
                String lastButOne = facts.lines().get(Math.max(0, count - 2)).number();
                boolean together = false;
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    String text = text(document, page);
                    together |= text.contains("Total dû")
                            && text.contains("\n" + lastNumber + " ")
                            && text.contains("\n" + lastButOne + " ");
                }
                assertTrue(together, count + " invoices");
                String end = text(document, document.getNumberOfPages());
                assertTrue(end.contains("salutations"), "no signature alone on a page: " + count);
                assertTrue(end.contains("Pour régler"), "the end of a letter holds together: " + count);
            }
        }
    }

    @Test
    void fontsAreEmbeddedAndTheDocumentSaysWhatItIs() throws Exception {
        try (PDDocument document = Loader.loadPDF(
                pdf(Samples.plain("courteous", Locale.FRENCH, 1).build(), Samples.creditor(), Samples.debtor()))) {
            int fonts = 0;
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded() && !font.isDamaged(), font.getName());
                fonts++;
            }
            assertEquals(2, fonts);
            assertEquals("fr", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    "Facture F-2026-0101 – rappel",
                    document.getDocumentInformation().getTitle());
            assertEquals("Exemple SARL", document.getDocumentInformation().getAuthor());
            assertEquals(
                    "2026-11-21T00:00:00Z",
                    document.getDocumentInformation()
                            .getCreationDate()
                            .toInstant()
                            .toString());
            assertNotNull(document.getDocumentCatalog().getViewerPreferences());
        }
    }

    @Test
    void theAddressLiesInTheWindow() throws Exception {
        Debtor debtor = Samples.debtorNamed("Établissements Cœur & Forêt – Société d’exploitation de l’Ouest")
                .contactName("Service de la comptabilité fournisseurs")
                .address(new PostalAddress(
                        List.of("Bâtiment C, 3e étage", "Zone d’activité des Quatre-Chemins", "BP 12345"),
                        "69003",
                        "Lyon Cedex 03",
                        "FR"))
                .build();
        MessageFacts facts = Samples.plain("courteous", Locale.FRENCH, 1).build();
        List<TextPosition> french = Glyphs.of(
                pdf(facts, Samples.creditor(), debtor), List.of("tablissements", "Service de la", "Quatre", "Cedex"));
        assertInside(french, 100, 190, 54, 80);
        MessageFacts german = Samples.plain("courteous", Locale.GERMAN, 1).build();
        List<TextPosition> left = Glyphs.of(
                pdf(german, Samples.creditorIn("DE", "Musterstadt").build(), debtor),
                List.of("tablissements", "Service de la", "Quatre", "CEDEX"));
        assertInside(left, 20, 105, 59, 83);
    }

    @Test
    void anEndlessAddressLosesNothing() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add("Ligne d’adresse numéro " + i + " " + "x".repeat(i * 8));
        }
        Debtor debtor = Samples.debtorNamed("Œuvre".repeat(40))
                .address(new PostalAddress(lines, "38000", "Grenoble", "FR"))
                .build();
        String page =
                PdfText.of(pdf(Samples.plain("courteous", Locale.FRENCH, 2).build(), Samples.creditor(), debtor));
        for (int i = 0; i < 12; i++) {
            assertTrue(page.contains("numéro " + i + " "), "line " + i);
        }
        assertTrue(page.contains("38000 Grenoble"));
    }

    @Test
    void whatTheFontLacksIsMarkedAndGreekIsNot() throws Exception {
        Debtor debtor =
                Samples.debtorNamed("Παράδειγμα Пример 例示 😀 e\u0301 Łódź").build();
        String page =
                PdfText.of(pdf(Samples.plain("courteous", Locale.FRENCH, 1).build(), Samples.creditor(), debtor));
        assertTrue(page.contains("Παράδειγμα Пример □□ □ é Łódź"), page);
    }

    @Test
    void enormousAmountsAreNotBroken() throws Exception {
        var amount = Samples.euros(Long.MAX_VALUE / 8);
        MessageFacts.Line line =
                new MessageFacts.Line("F".repeat(200), 1, Samples.TODAY, Samples.TODAY, 0, amount, amount, amount);
        MessageFacts facts = MessageFacts.of(Samples.kindOf("firm"), "firm", Locale.FRENCH, Samples.TODAY, amount)
                .lines(List.of(line))
                .build();
        String page = PdfText.of(pdf(facts, Samples.creditor(), Samples.debtor()));
        assertTrue(page.contains(PdfText.flat(Words.in(Locale.FRENCH).money(amount))), page);
    }

    private static byte[] pdf(MessageFacts facts, Creditor creditor, Debtor debtor) throws Exception {
        return RENDERER.render(facts, creditor, debtor).letter().bytes();
    }

    @Test
    void whatTheLawWantsSaidFillsTheFirstPageBeforeThePaymentBlockGoesToTheNext() throws Exception {
        String paragraph =
                "Conformément à l’article de l’épreuve, des pénalités de retard sont exigibles sans qu’un rappel soit"
                        + " nécessaire, à compter du jour suivant la date d’échéance, et elles continuent de courir.";
        for (int count = 1; count <= 8; count++) {
            MessageFacts facts = Samples.full("formal-notice", Locale.FRENCH, count)
                    .legalParagraphs(List.of(paragraph, paragraph, paragraph, paragraph + paragraph))
                    .build();
            try (PDDocument document = Loader.loadPDF(pdf(facts, Samples.creditor(), Samples.debtor()))) {
                assertFalse(text(document, 2).lines().limit(3).anyMatch(line -> line.startsWith("Pour régler")));
            }
        }
    }

    @Test
    void anAnnexOfOneLineNeedsNoSecondSheet() throws Exception {
        Debtor debtor = Samples.debtorNamed("Établissements Fictif").build();
        for (Locale language : Templates.LANGUAGES) {
            MessageFacts full = Samples.full("last", language, 1).build();
            MessageFacts facts = Samples.plain("last", language, 1)
                    .deadline(LocalDate.of(2026, 12, 7))
                    .interest(full.interest(), full.segments().subList(0, 1))
                    .announcedStep("formal-notice")
                    .build();
            assertEquals(1, pages(pdf(facts, Samples.creditor(), debtor)), language.toString());
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return "\n" + stripper.getText(document).replaceAll("[ \u00a0\u202f]+", " ");
    }

    /** Looks at several sharpnesses, as a telephone does while it is held over the paper. */
    private static Result scanned(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int dpi : new int[] {200, 150, 300}) {
                Optional<Result> result = scanned(new PDFRenderer(document).renderImageWithDPI(0, dpi));
                if (result.isPresent()) {
                    return result.get();
                }
            }
        }
        throw new AssertionError("no code was found on the page");
    }

    private static Optional<Result> scanned(BufferedImage image) {
        int left = image.getWidth() * 2 / 3;
        int width = image.getWidth() - left;
        int[] pixels = image.getRGB(left, 0, width, image.getHeight(), null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static void assertInside(List<TextPosition> glyphs, float left, float right, float top, float bottom) {
        assertTrue(glyphs.size() > 60, "only " + glyphs.size());
        for (TextPosition glyph : glyphs) {
            float x = glyph.getXDirAdj() / POINTS_PER_MM;
            float y = glyph.getYDirAdj() / POINTS_PER_MM;
            String where = glyph.getUnicode() + " at " + x + " mm, " + y + " mm";
            assertTrue(x >= left && x + glyph.getWidthDirAdj() / POINTS_PER_MM <= right, where);
            assertTrue(y - glyph.getHeightDir() / POINTS_PER_MM >= top - 1 && y <= bottom, where);
        }
    }
}
