package org.quittance.importer.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The files attached to a PDF document: listed in its catalogue as associated files, or by name. */
final class PdfContainer {

    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    /** A tree of names is a handful of nodes; a damaged one may be a maze. */
    private static final int NODES_MAX = 1_000;

    private static final int ATTACHMENTS_MAX = 100;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Attachment> found = new ArrayList<>();
    private final long attachmentBytesMax;
    private int nodes;

    private PdfContainer(long attachmentBytesMax) {
        this.attachmentBytesMax = attachmentBytesMax;
    }

    /**
     * A file within.
     *
     * @param name as the document writes it, without any folder; empty text if it has none
     * @param relationship such as Data or Alternative; empty text if it has none
     */
    record Attachment(String name, String relationship, COSStream stream, long bytesMax) {

        /** @throws UnfitDocument where it is larger than allowed or damaged */
        byte[] bytes() throws UnfitDocument {
            try (InputStream in = new BoundedInput(stream.createInputStream(), bytesMax)) {
                return in.readAllBytes();
            } catch (BoundedInput.TooMuch e) {
                throw new UnfitDocument(0, "", "the attachment " + Values.shown(name) + " is too large", e);
            } catch (IOException e) {
                throw new UnfitDocument(0, "", "the attachment " + Values.shown(name) + " is damaged", e);
            }
        }
    }

    /** Uses attachments, which can be read only as long as the document is open. */
    @FunctionalInterface
    interface Use<T> {

        T of(List<Attachment> attachments) throws UnfitDocument;
    }

    static <T> T open(Path file, long attachmentBytesMax, Use<T> use) throws UnfitDocument {
        try (RandomAccessReadBufferedFile source = new RandomAccessReadBufferedFile(file);
                PDDocument document = new GuardedPdfParser(source, attachmentBytesMax).parse()) {
            PdfContainer container = new PdfContainer(attachmentBytesMax);
            container.collect(document.getDocument().getTrailer().getCOSDictionary(COSName.ROOT));
            return use.of(container.found);
        } catch (GuardedPdfParser.Refused e) {
            throw new UnfitDocument(0, "", e.reason(), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument(0, "", "the PDF is damaged, or cut off", e);
        }
    }

    private void collect(COSDictionary catalogue) {
        if (catalogue.getDictionaryObject(ASSOCIATED) instanceof COSArray files) {
            for (int index = 0; index < Math.min(files.size(), ATTACHMENTS_MAX); index++) {
                take(files.getObject(index));
            }
        }
        COSDictionary names = catalogue.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            walk(names.getDictionaryObject(COSName.EMBEDDED_FILES));
        }
    }

    private void walk(COSBase node) {
        if (!(node instanceof COSDictionary dictionary) || !seen.add(node) || ++nodes > NODES_MAX) {
            return;
        }
        if (dictionary.getDictionaryObject(COSName.NAMES) instanceof COSArray pairs) {
            for (int index = 1; index < pairs.size(); index += 2) {
                take(pairs.getObject(index));
            }
        }
        if (dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids && seen.add(kids)) {
            for (int index = 0; index < Math.min(kids.size(), NODES_MAX); index++) {
                walk(kids.getObject(index));
            }
        }
    }

    private void take(COSBase specification) {
        if (!(specification instanceof COSDictionary file) || !seen.add(file) || found.size() >= ATTACHMENTS_MAX) {
            return;
        }
        COSDictionary embedded = file.getCOSDictionary(COSName.EF);
        if (embedded == null) {
            return;
        }
        COSBase bytes = embedded.getDictionaryObject(COSName.UF, COSName.F);
        if (bytes instanceof COSStream stream && seen.add(stream)) {
            found.add(new Attachment(name(file), file.getNameAsString(RELATIONSHIP, ""), stream, attachmentBytesMax));
        }
    }

    /** Only the last part: an attachment's folder is nobody's business. */
    private static String name(COSDictionary file) {
        COSBase name = file.getDictionaryObject(COSName.UF, COSName.F);
        String text = name instanceof COSString string ? string.getString() : "";
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    }
}
