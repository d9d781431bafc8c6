package org.quittance.importer.einvoice;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ElectronicInvoice;

/** Finds the e-invoice among the files attached to a PDF. */
final class AttachedInvoice {

    private static final Set<String> NAMES =
            Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "cii-invoice.xml", "ubl-invoice.xml");

    /** How the invoice stands to the pages: it says the same, is what they were made of, or is their data. */
    private static final Set<String> RELATIONSHIPS = Set.of("Data", "Alternative", "Source");

    private AttachedInvoice() {}

    /**
     * A well-known name counts more than the relationship, and that more than a mere XML file. What is no invoice, such as an
     * order, is passed over; two different invoices are refused.
     */
    static ElectronicInvoice of(List<PdfContainer.Attachment> attachments) throws UnfitDocument {
        List<PdfContainer.Attachment> candidates = attachments.stream()
                .filter(AttachedInvoice::mayBeInvoice)
                .sorted(Comparator.comparingInt(AttachedInvoice::rank))
                .toList();
        List<XmlElement> roots = new ArrayList<>();
        Optional<UnfitDocument> problem = Optional.empty();
        for (PdfContainer.Attachment candidate : candidates) {
            try {
                XmlElement root = XmlTree.read(new ByteArrayInputStream(candidate.bytes()));
                if (Syntax.of(root.namespace(), root.name()).isPresent()) {
                    roots.add(root);
                }
            } catch (UnfitDocument e) {
                if (NAMES.contains(lower(candidate))) {
                    throw e;
                }
                problem = problem.isPresent() ? problem : Optional.of(e);
            }
        }
        if (roots.isEmpty()) {
            throw problem.orElseGet(
                    () -> new UnfitDocument(
                            "the PDF has no e-invoice attached, such as factur-x.xml; a mere picture of an invoice cannot be read"));
        }
        return single(roots);
    }

    private static ElectronicInvoice single(List<XmlElement> roots) throws UnfitDocument {
        ElectronicInvoice first = Syntax.read(roots.get(0));
        for (XmlElement root : roots.subList(1, roots.size())) {
            ElectronicInvoice other = Syntax.read(root);
            if (!other.number().equals(first.number()) || !other.amountDue().equals(first.amountDue())) {
                throw new UnfitDocument("the PDF has two different invoices attached, " + Values.shown(first.number())
                        + " and " + Values.shown(other.number()) + "; import the XML of each");
            }
        }
        return first;
    }

    private static boolean mayBeInvoice(PdfContainer.Attachment attachment) {
        return lower(attachment).endsWith(".xml");
    }

    private static int rank(PdfContainer.Attachment attachment) {
        if (NAMES.contains(lower(attachment))) {
            return 0;
        }
        return RELATIONSHIPS.contains(attachment.relationship()) ? 1 : 2;
    }

    private static String lower(PdfContainer.Attachment attachment) {
        return attachment.name().toLowerCase(Locale.ROOT);
    }
}
