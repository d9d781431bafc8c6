package org.quittance.document.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the characters of runs of text stand. */
public final class Glyphs extends PDFTextStripper {

    private final List<String> wanted;
    private final List<TextPosition> found = new ArrayList<>();

    private Glyphs(List<String> wanted) {
        this.wanted = wanted;
    }

    /** The characters of every run that contains one of the given words. */
    public static List<TextPosition> of(byte[] pdf, List<String> words) throws IOException {
        Glyphs glyphs = new Glyphs(words);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            glyphs.getText(document);
        }
        return glyphs.found;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        if (wanted.stream().anyMatch(text::contains)) {
            found.addAll(positions);
        }
        super.writeString(text, positions);
    }
}
