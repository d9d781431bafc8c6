package org.quittance.document.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader of a PDF sees, as text. */
public final class PdfText {

    private PdfText() {}

    /** Words of all pages, each gap a plain space. */
    public static String of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return flat(stripper.getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String flat(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").strip();
    }
}
