package org.quittance.importer.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads the structure of a PDF and looks at each stream before PDFBox unpacks it into memory. Pages are not looked at, and an encrypted
 * document is refused, since PDF/A, which e-invoices are, forbids encryption.
 */
final class GuardedPdfParser extends PDFParser {

    /** The most that a byte of each packing can become: deflate 1032, and codes of nine bits and more for up to 4096 bytes. */
    private static final int FLATE_FACTOR = 1_032;

    private static final int OTHER_FACTOR = 4_096;

    private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");
    private static final Set<String> NOT_GROWING = Set.of(
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "Crypt",
            "DCTDecode",
            "DCT",
            "JPXDecode",
            "JBIG2Decode",
            "CCITTFaxDecode",
            "CCF");

    private final long bytesMax;

    GuardedPdfParser(RandomAccessRead source, long bytesMax) throws IOException {
        super(source);
        this.bytesMax = bytesMax;
    }

    /** Unchecked, because PDFBox takes a checked failure for damage that it can repair. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Refused(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    @Override
    protected void prepareDecryption() {
        COSDictionary trailer = document.getTrailer();
        if (trailer != null && trailer.containsKey(COSName.ENCRYPT)) {
            throw new Refused("the PDF is encrypted; save it without protection, or import the XML");
        }
    }

    @Override
    protected void checkPages(@Nullable COSDictionary root) {
        // Nothing of them is read.
    }

    @Override
    protected COSStream parseCOSStream(@Nullable COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        List<String> growing = filters(stream.getFilters()).stream()
                .filter(name -> !NOT_GROWING.contains(name))
                .toList();
        if (growing.size() > 1) {
            throw new Refused("a part of the PDF is packed more than once");
        }
        for (String name : growing) {
            boolean flate = FLATE.contains(name);
            if (stream.getLength() * (flate ? FLATE_FACTOR : OTHER_FACTOR) > bytesMax
                    && !(flate && filters(stream.getFilters()).size() == 1 && fits(stream))) {
                throw new Refused("a part of the PDF unpacks to more than " + bytesMax / (1024 * 1024) + " MiB");
            }
        }
        return stream;
    }

    private static List<String> filters(COSBase filters) {
        if (filters instanceof COSName name) {
            return List.of(name.getName());
        }
        return filters instanceof COSArray names
                ? names.toCOSNameStringList().stream()
                        .map(name -> name == null ? "" : name)
                        .toList()
                : List.of();
    }

    /** Unpacks without keeping anything. What is damaged is judged by PDFBox, up to the same place. */
    private boolean fits(COSStream stream) throws IOException {
        Inflater inflater = new Inflater();
        byte[] packed = new byte[8_192];
        byte[] unpacked = new byte[65_536];
        long total = 0;
        try (InputStream in = stream.createRawInputStream()) {
            for (int read = in.read(packed); read > 0 && !inflater.finished(); read = in.read(packed)) {
                inflater.setInput(packed, 0, read);
                for (int out = inflater.inflate(unpacked); out > 0; out = inflater.inflate(unpacked)) {
                    total += out;
                    if (total > bytesMax) {
                        return false;
                    }
                }
            }
            return true;
        } catch (DataFormatException e) {
            return true;
        } finally {
            inflater.end();
        }
    }
}
