package org.quittance.document.pdf;

import org.quittance.document.letter.Letter;

/**
 * A message as a PDF, in PDF/A-2b where its fonts are embedded. The same letter gives the same bytes on any day. Immutable,
 * safe for any thread.
 */
public final class PdfForm {

    private final PageSetting setting;

    private PdfForm(PageSetting setting) {
        this.setting = setting;
    }

    /** Prepares the fonts, which takes some tenths of a second. */
    public static PdfForm embeddingFonts() {
        return new PdfForm(PageSetting.embeddingFonts());
    }

    /** With the fonts every viewer brings along and nothing embedded: the floor that letters are measured against. */
    public static PdfForm naming14Fonts() {
        return new PdfForm(PageSetting.naming14Fonts());
    }

    public byte[] of(Letter letter) {
        Imprint imprint = new Imprint(letter.subject(), letter.sender().name(), letter.language(), letter.date());
        return setting.file(faces -> LetterPages.of(letter, faces), imprint);
    }
}
