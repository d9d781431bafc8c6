package org.quittance.document.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.quittance.api.model.Sha256;

/**
 * Writes pages set in one pair of fonts as a PDF file. What is the same in every document, fonts and colour profile, stands
 * at the beginning of the file and is made once. PDFBox would write it anew for each letter, which takes as long as all the
 * rest. The dates in a file are those of the document and its identifier comes from its content, so that the same pages give
 * the same bytes on any day. Immutable, safe for any thread.
 */
final class PdfFile {

    private static final int IDENTITY_LENGTH = 16;
    private static final int USUAL_LENGTH = 16 * 1024;

    private final ObjectWriter opening;
    private final String resources;
    private final String outputIntent;

    private PdfFile(Typefaces faces, boolean archived) {
        this.opening = new ObjectWriter("1.7");
        int regular = faces.regular().describe(opening);
        int bold = faces.bold().describe(opening);
        this.resources = opening.add("<< /Font << /F1 " + regular + " 0 R /F2 " + bold + " 0 R >> >>") + " 0 R";
        this.outputIntent = archived ? outputIntent(opening) : "";
    }

    /** PDF/A-2b; the fonts must be such as are embedded. */
    static PdfFile archived(Typefaces faces) {
        return new PdfFile(faces, true);
    }

    /** Any PDF. */
    static PdfFile plain(Typefaces faces) {
        return new PdfFile(faces, false);
    }

    byte[] of(List<PageCanvas> pages, Imprint imprint) {
        ObjectWriter out = new ObjectWriter(opening, pages.size() * USUAL_LENGTH);
        MessageDigest identity = Sha256.digest();
        int tree = out.next();
        int firstPage = tree + 1;
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(firstPage + 2 * i).append(" 0 R ");
        }
        out.add("<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] /MediaBox [0 0 595.28 841.89] >>");
        for (PageCanvas page : pages) {
            byte[] content = page.content();
            identity.update(content);
            int stream = out.next() + 1;
            out.add("<< /Type /Page /Parent " + tree + " 0 R /Resources " + resources + " /Contents " + stream
                    + " 0 R >>");
            out.addDeflated("", Deflated.of(content, Deflater.BEST_SPEED));
        }
        identity.update(imprint.title().getBytes(StandardCharsets.UTF_8));
        int information = out.add(information(imprint));
        int root = out.add(catalog(tree, imprint, out));
        return out.finish(root, information, Arrays.copyOf(identity.digest(), IDENTITY_LENGTH));
    }

    private String catalog(int tree, Imprint imprint, ObjectWriter out) {
        String archive = "";
        if (!outputIntent.isEmpty()) {
            int metadata = out.addStream("/Type /Metadata /Subtype /XML", Xmp.of(imprint, 2));
            archive = " /Metadata " + metadata + " 0 R /OutputIntents [" + outputIntent + "]";
        }
        return "<< /Type /Catalog /Pages " + tree + " 0 R /Lang ("
                + imprint.language().getLanguage() + ") /ViewerPreferences << /DisplayDocTitle true >>" + archive
                + " >>";
    }

    private static String information(Imprint imprint) {
        String day = imprint.date().toString().replace("-", "");
        String time = "(D:" + day + "000000+00'00')";
        return "<< /Title " + Hexadecimal.text(imprint.title()) + " /Author " + Hexadecimal.text(imprint.author())
                + " /Creator (" + Imprint.PROGRAM + ") /Producer (" + Imprint.PROGRAM + ") /CreationDate " + time
                + " /ModDate " + time + " >>";
    }

    private static String outputIntent(ObjectWriter out) {
        int profile = out.addDeflated("/N 3", Deflated.of(SrgbProfile.bytes(), Deflater.BEST_COMPRESSION));
        return out.add("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                        + " /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /DestOutputProfile "
                        + profile + " 0 R >>")
                + " 0 R";
    }
}
