package org.quittance.importer.einvoice;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;

/**
 * Reads e-invoices: CII and UBL, alone or attached to a PDF (Factur-X, ZUGFeRD). One file is one document; one that can be
 * read and not be taken is one rejected record, so that the others of an import are kept. Stateless, so safe for several threads.
 */
@Component
@Designate(ocd = ElectronicInvoiceImporter.Configuration.class)
public final class ElectronicInvoiceImporter implements Importer {

    private static final long MIB = 1024L * 1024L;
    private static final int XML_MIB_DEFAULT = 32;
    private static final int PDF_MIB_DEFAULT = 100;

    private final long xmlBytesMax;
    private final long pdfBytesMax;

    /** Limits that keep a hostile file from filling the memory. */
    @ObjectClassDefinition(name = "E-invoice importer", description = "Limits for reading e-invoices.")
    public @interface Configuration {

        @AttributeDefinition(
                name = "Largest XML",
                description = "MiB of the largest XML document that is read, and of anything unpacked from a PDF.")
        int xmlMebibytesMax() default XML_MIB_DEFAULT;

        @AttributeDefinition(name = "Largest PDF", description = "MiB of the largest PDF file that is read.")
        int pdfMebibytesMax() default PDF_MIB_DEFAULT;
    }

    @Activate
    public ElectronicInvoiceImporter(Configuration configuration) {
        this(configuration.xmlMebibytesMax(), configuration.pdfMebibytesMax());
    }

    ElectronicInvoiceImporter(int xmlMebibytesMax, int pdfMebibytesMax) {
        this.xmlBytesMax = Math.max(1, xmlMebibytesMax) * MIB;
        this.pdfBytesMax = Math.max(1, pdfMebibytesMax) * MIB;
    }

    static ElectronicInvoiceImporter withDefaults() {
        return new ElectronicInvoiceImporter(XML_MIB_DEFAULT, PDF_MIB_DEFAULT);
    }

    @Override
    public String format() {
        return "einvoice";
    }

    /** A PDF, whether it holds an e-invoice or not: a person who imports one hears what is missing. Or XML with a root of ours. */
    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        requireNonNull(head, "head");
        return isPdf(head)
                || XmlTree.rootName(new ByteArrayInputStream(head))
                        .flatMap(name -> Syntax.of(name.getNamespaceURI(), name.getLocalPart()))
                        .isPresent();
    }

    private static boolean isPdf(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 1_024), StandardCharsets.ISO_8859_1);
        return start.contains("%PDF-") && !start.stripLeading().startsWith("<");
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(file, "file");
        requireNonNull(mapping, "mapping");
        requireNonNull(sink, "sink");
        try {
            sink.electronicInvoice(1, document(file));
        } catch (UnreadableDocument e) {
            throw new ImportException(e.reason(), e.line(), e.field(), e);
        } catch (UnfitDocument e) {
            sink.rejected(e.line(), e.field(), e.reason());
        } catch (IOException e) {
            throw new ImportException(file + " cannot be read: " + e.getMessage(), 0, "", e);
        }
    }

    private ElectronicInvoice document(Path file) throws UnfitDocument, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(1_024);
        }
        if (!isPdf(head)) {
            try (InputStream in = new BoundedInput(new BufferedInputStream(Files.newInputStream(file)), xmlBytesMax)) {
                return Syntax.read(XmlTree.read(in));
            }
        }
        if (Files.size(file) > pdfBytesMax) {
            throw new UnfitDocument("the PDF has more than " + pdfBytesMax / MIB + " MiB");
        }
        return PdfContainer.open(file, xmlBytesMax, AttachedInvoice::of);
    }
}
