package org.quittance.document.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.quittance.api.document.DocumentFile;
import org.quittance.document.report.Report;

/**
 * Binds a report and the pages of other documents into one PDF/A-3b, with the originals attached. Pages of documents that
 * this program made are taken over as they are; those of others become pictures, because nobody knows whether their fonts
 * and colours would hold in an archive: so the whole conforms, and the original is there unchanged. Immutable, safe for any
 * thread.
 */
public final class Binding {

    private static final float DPI = 150;
    private static final float JPEG_QUALITY = 0.85f;

    private final ReportForm form;

    public Binding(ReportForm form) {
        this.form = form;
    }

    /**
     * Pages to be bound in.
     *
     * @param label such as «Exhibit no. 3»
     * @param pageLabel of a page within the exhibit, with {@code %1$s}, {@code %2$d} and {@code %3$d}
     * @param own whether this program made it
     */
    public record Appendix(String label, String pageLabel, byte[] pdf, int pages, boolean own) {}

    /** How many pages a document has; 0 where it is no PDF that can be opened. */
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether a PDF says that this program made it: then its fonts are embedded and its colours plain. */
    public static boolean isOurs(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Imprint.PROGRAM.equals(document.getDocumentInformation().getProducer())
                    && document.getDocumentCatalog().getMetadata() != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException where a page that was counted cannot be read after all */
    public byte[] bind(Report report, List<Appendix> appendices, List<DocumentFile> attachments) throws IOException {
        int own = form.count(report);
        int following = appendices.stream().mapToInt(Appendix::pages).sum();
        List<Stamp> stamps = new ArrayList<>();
        for (Appendix appendix : appendices) {
            for (int page = 1; page <= appendix.pages; page++) {
                String head = String.format(Locale.ROOT, appendix.pageLabel, appendix.label, page, appendix.pages);
                int number = own + stamps.size() + 1;
                stamps.add(new Stamp(head, String.format(Locale.ROOT, report.pageLabel(), number, own + following)));
            }
        }
        byte[] bare = form.of(report, stamps);
        if (stamps.isEmpty() && attachments.isEmpty()) {
            return bare;
        }
        try (PDDocument document = Loader.loadPDF(bare)) {
            int sheet = own;
            for (Appendix appendix : appendices) {
                lay(appendix, document, sheet);
                sheet += appendix.pages;
            }
            if (!attachments.isEmpty()) {
                attach(attachments, report, document);
            }
            CRC32 identity = new CRC32();
            identity.update(bare);
            attachments.forEach(file -> identity.update(file.bytes()));
            document.setDocumentId(identity.getValue());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void lay(Appendix appendix, PDDocument document, int firstSheet) throws IOException {
        try (PDDocument source = Loader.loadPDF(appendix.pdf)) {
            LayerUtility layers = new LayerUtility(document);
            PDFRenderer renderer = new PDFRenderer(source);
            for (int i = 0; i < appendix.pages; i++) {
                PDPage sheet = document.getPage(firstSheet + i);
                sheet.setResources(copied(sheet.getResources()));
                try (PDPageContentStream content =
                        new PDPageContentStream(document, sheet, AppendMode.APPEND, true, true)) {
                    if (appendix.own) {
                        laid(layers.importPageAsForm(source, i), content);
                    } else {
                        BufferedImage picture = renderer.renderImageWithDPI(i, DPI, ImageType.RGB);
                        laid(JPEGFactory.createFromImage(document, picture, JPEG_QUALITY), content);
                    }
                }
            }
        }
    }

    private static void laid(PDFormXObject page, PDPageContentStream content) throws IOException {
        Place place = Place.of(page.getBBox().getWidth(), page.getBBox().getHeight());
        content.saveGraphicsState();
        content.transform(new Matrix(place.scale, 0, 0, place.scale, place.x, place.y));
        content.drawForm(page);
        content.restoreGraphicsState();
    }

    private static void laid(PDImageXObject picture, PDPageContentStream content) throws IOException {
        float width = picture.getWidth() * 72 / DPI;
        float height = picture.getHeight() * 72 / DPI;
        Place place = Place.of(width, height);
        content.drawImage(picture, place.x, place.y, width * place.scale, height * place.scale);
    }

    /** Where a page lies on a sheet: never enlarged, in the middle, its head at the top. */
    private record Place(float x, float y, float scale) {

        static Place of(float width, float height) {
            float scale = Math.min(1, Math.min(Stamp.WIDTH / width, Stamp.HEIGHT / height));
            float x = Stamp.LEFT + (Stamp.WIDTH - width * scale) / 2;
            return new Place(x, Stamp.BOTTOM + Stamp.HEIGHT - height * scale, scale);
        }
    }

    /** Sheets share their resources; each needs a place of its own for what is laid on it. */
    private static PDResources copied(PDResources shared) {
        COSDictionary own = new COSDictionary();
        own.setItem(COSName.FONT, shared.getCOSObject().getItem(COSName.FONT));
        return new PDResources(own);
    }

    private static void attach(List<DocumentFile> attachments, Report report, PDDocument document) throws IOException {
        Map<String, PDComplexFileSpecification> named = new LinkedHashMap<>();
        COSArray associated = new COSArray();
        for (DocumentFile attachment : attachments) {
            PDEmbeddedFile file = new PDEmbeddedFile(
                    document, new java.io.ByteArrayInputStream(attachment.bytes()), COSName.FLATE_DECODE);
            file.setSubtype(attachment.mediaType().replaceAll(";.*", ""));
            file.setSize(attachment.bytes().length);
            file.setModDate(midnight(report.date()));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(attachment.fileName());
            specification.setFileUnicode(attachment.fileName());
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification.getCOSObject().setName("AFRelationship", "Source");
            named.put(attachment.fileName(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Xmp.of(ReportForm.imprint(report), 3));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static Calendar midnight(LocalDate date) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }
}
