package org.quittance.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.document.letter.Letter;

/**
 * A message as a PDF. The dates in it are those of the letter and its identifier comes from its content, so the same letter
 * gives the same bytes on any day. Immutable, safe for any thread.
 */
public final class PdfForm {

    private final Typefaces usual;
    private final Complete complete;

    private PdfForm(Typefaces usual, Complete complete) {
        this.usual = usual;
        this.complete = complete;
    }

    /** Prepares the fonts, which takes some tenths of a second. */
    public static PdfForm embeddingFonts() {
        return new PdfForm(LiberationSans.european(), new Complete());
    }

    /** With the fonts every viewer brings along and nothing embedded: the floor that letters are measured against. */
    public static PdfForm naming14Fonts() {
        return new PdfForm(StandardFont.helvetica(), new Complete());
    }

    public byte[] of(Letter letter) {
        List<PageCanvas> pages = LetterPages.of(letter, usual);
        Typefaces faces = usual;
        if (!pages.stream().allMatch(PageCanvas::isComplete)) {
            faces = complete.get();
            pages = LetterPages.of(letter, faces);
        }
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream(96 * 1024)) {
            write(letter, pages, faces, document);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PDF to memory", e);
        }
    }

    private static void write(Letter letter, List<PageCanvas> pages, Typefaces faces, PDDocument document) {
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), faces.regular().describe(document.getDocument()));
        fonts.setItem(COSName.getPDFName("F2"), faces.bold().describe(document.getDocument()));
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        CRC32 identity = new CRC32();
        for (PageCanvas canvas : pages) {
            byte[] content = canvas.content();
            identity.update(content);
            PDPage page = new PDPage(PDRectangle.A4);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            COSStream stream =
                    FontProgram.stream(document.getDocument(), FontProgram.deflated(content, Deflater.BEST_SPEED));
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            document.addPage(page);
        }
        describe(letter, document);
        document.setDocumentId(identity.getValue());
    }

    private static void describe(Letter letter, PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(letter.subject());
        information.setAuthor(letter.sender().name());
        information.setCreator("Quittance");
        information.setProducer("Quittance");
        Calendar day = midnight(letter.date());
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.getDocumentCatalog().setLanguage(letter.language().getLanguage());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocument().setVersion(1.7f);
    }

    private static Calendar midnight(LocalDate date) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }

    /** The whole font, prepared when the first letter needs it. */
    private static final class Complete {

        private @Nullable Typefaces faces;

        synchronized Typefaces get() {
            Typefaces prepared = faces;
            if (prepared == null) {
                prepared = LiberationSans.complete();
                faces = prepared;
            }
            return prepared;
        }
    }
}
