package org.quittance.importer.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads the head of an invoice into memory. Lines, taxes and attachments, which make up nearly all of a large document, are passed
 * over. A document type declaration is refused, so no entity is ever resolved.
 */
final class XmlTree {

    private static final int DEPTH_MAX = 64;
    private static final int ELEMENTS_MAX = 20_000;
    private static final int TEXT_CHARS_MAX = 200_000;

    private static final Set<String> PASSED_OVER = Set.of(
            "IncludedSupplyChainTradeLineItem",
            "InvoiceLine",
            "CreditNoteLine",
            "ApplicableTradeTax",
            "TaxTotal",
            "WithholdingTaxTotal",
            "SpecifiedTradeAllowanceCharge",
            "AllowanceCharge",
            "AttachmentBinaryObject",
            "EmbeddedDocumentBinaryObject",
            "UBLExtensions",
            "Signature");

    private final XMLStreamReader reader;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int elements;

    private XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root of a document, with what was kept. */
    static XmlElement read(InputStream in) throws UnfitDocument {
        try {
            return new XmlTree(factory().createXMLStreamReader(XmlText.of(in))).read();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** The name of the root element; empty where the bytes, which may be cut off, are no XML up to there. */
    static Optional<QName> rootName(InputStream head) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(XmlText.of(head));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(reader.getName());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException | UnfitDocument | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private XmlElement read() throws XMLStreamException, UnfitDocument {
        @Nullable XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT:
                    if (PASSED_OVER.contains(reader.getLocalName())) {
                        passOver();
                    } else {
                        begin();
                        root = root == null ? open.getFirst() : root;
                    }
                    break;
                case XMLStreamConstants.END_ELEMENT:
                    open.removeFirst();
                    break;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE:
                    keepText();
                    break;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE:
                    throw new UnreadableDocument(
                            line(), "", "it has a document type declaration or an entity, which no e-invoice has");
                default:
                    break;
            }
        }
        if (root == null) {
            throw new UnreadableDocument(0, "", "it has no element");
        }
        return root;
    }

    private void begin() throws UnfitDocument {
        elements++;
        if (elements > ELEMENTS_MAX || open.size() >= DEPTH_MAX) {
            throw new UnreadableDocument(
                    line(),
                    reader.getLocalName(),
                    "its head has more than " + ELEMENTS_MAX + " elements or more than " + DEPTH_MAX + " levels");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            attributes.put(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
        }
        String namespace = reader.getNamespaceURI();
        XmlElement element =
                new XmlElement(namespace == null ? "" : namespace, reader.getLocalName(), line(), attributes);
        if (!open.isEmpty()) {
            open.getFirst().add(element);
        }
        open.addFirst(element);
    }

    private void keepText() throws UnfitDocument {
        if (open.isEmpty() || reader.isWhiteSpace()) {
            return;
        }
        XmlElement element = open.getFirst();
        if (element.textLength() + reader.getTextLength() > TEXT_CHARS_MAX) {
            throw new UnreadableDocument(
                    line(), element.name(), "its text has more than " + TEXT_CHARS_MAX + " characters");
        }
        element.add(reader.getText());
    }

    private void passOver() throws XMLStreamException, UnfitDocument {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (open.size() + depth > DEPTH_MAX) {
                    throw new UnreadableDocument(
                            line(), reader.getLocalName(), "it has more than " + DEPTH_MAX + " levels");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private long line() {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    private static UnfitDocument unreadable(XMLStreamException problem) {
        long line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber();
        Throwable cause = problem.getNestedException() == null ? problem : problem.getNestedException();
        String reason;
        if (cause instanceof BoundedInput.TooMuch) {
            reason = "it is too large: " + cause.getMessage();
        } else if (cause instanceof CharacterCodingException) {
            reason = "its bytes are not of the encoding that it declares";
        } else if (cause instanceof IOException) {
            reason = "it cannot be read: " + cause.getMessage();
        } else {
            reason = "it is not well-formed XML, or cut off";
        }
        return new UnreadableDocument(Math.max(0, line), "", reason, problem);
    }
}
