package org.quittance.importer.bank;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quittance.api.importer.ImportException;

/** Walks down an XML file, element by element, with limits. Whoever enters an element reads it to its end. For one thread. */
final class XmlCursor implements Closeable {

    private static final int DEPTH_MAX = 64;
    private static final int TEXT_MAX = 16 * 1024;
    private static final int HEAD_BYTES = 512;
    private static final Pattern ENCODING = Pattern.compile("^[^<]*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    /** Those in which a byte below 128 is the ASCII character and nothing else; {@link GuardedXml} relies on it. */
    private static final Set<String> ENCODINGS =
            Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "CP1252");

    private final InputStream input;
    private final XMLStreamReader reader;
    private int depth;

    private XmlCursor(InputStream input, XMLStreamReader reader) {
        this.input = input;
        this.reader = reader;
    }

    static XmlCursor open(Path file) throws IOException, ImportException {
        InputStream input = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES);
        try {
            CharsetDecoder decoder = encoding(input)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new XmlCursor(
                    input, factory().createXMLStreamReader(new InputStreamReader(new GuardedXml(input), decoder)));
        } catch (XMLStreamException problem) {
            input.close();
            throw refusal(problem, 1);
        } catch (IOException | ImportException problem) {
            input.close();
            throw problem;
        }
    }

    /** The JDK's own, whatever else is installed: its behaviour is what the limits were tried with. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static Charset encoding(InputStream input) throws IOException, ImportException {
        input.mark(HEAD_BYTES);
        byte[] head = input.readNBytes(HEAD_BYTES);
        input.reset();
        for (byte one : head) {
            if (one == 0) {
                throw new ImportException("the file is UTF-16 or binary, expected XML in UTF-8", 1, "encoding", null);
            }
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        if (!ENCODINGS.contains(declared.group(1).toUpperCase(Locale.ROOT))) {
            throw new ImportException(
                    "the encoding «" + BankText.shown(declared.group(1)) + "» is not read, expected UTF-8",
                    1,
                    "encoding",
                    null);
        }
        return Charset.forName(declared.group(1));
    }

    /** Enters the next child of the current element, or leaves it: then the name is empty. */
    String child() throws ImportException {
        for (int event = advance(); ; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return "";
            }
        }
    }

    /** The text of the current element, which has no children; leaves it. */
    String text() throws ImportException {
        String only = "";
        StringBuilder pieces = new StringBuilder(0);
        for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw refusal("«" + reader.getLocalName() + "» is not expected here, only text is");
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                String piece = reader.getText();
                if (only.isEmpty() && pieces.isEmpty()) {
                    only = piece;
                } else {
                    pieces.append(pieces.isEmpty() ? only : "").append(piece);
                }
                if (Math.max(only.length(), pieces.length()) > TEXT_MAX) {
                    throw refusal("a text longer than " + TEXT_MAX + " characters");
                }
            }
        }
        return (pieces.isEmpty() ? only : pieces.toString()).strip();
    }

    /** The first text within the current element, however deep; leaves it. For choices such as {@code Cd} or {@code Prtry}. */
    String anyText() throws ImportException {
        StringBuilder found = new StringBuilder();
        int start = depth;
        boolean isOver = false;
        while (depth >= start) {
            int event = advance();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (!isOver) {
                    found.append(reader.getText());
                }
                if (found.length() > TEXT_MAX) {
                    throw refusal("a text longer than " + TEXT_MAX + " characters");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                isOver |= !found.toString().isBlank();
            }
        }
        return found.toString().strip();
    }

    /** Leaves the current element without looking at it. */
    void skip() throws ImportException {
        int start = depth;
        while (depth >= start) {
            advance();
        }
    }

    /** Reads on to the end of the file: nothing but blanks and comments may follow. */
    void finish() throws ImportException {
        try {
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException problem) {
            throw refusal(problem, line());
        }
    }

    private int advance() throws ImportException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > DEPTH_MAX) {
                    throw refusal("elements nested deeper than " + DEPTH_MAX);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.DTD) {
                throw refusal("a declaration or an entity that XML itself does not have");
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw refusal("the file ends here, expected more");
            }
            return event;
        } catch (XMLStreamException problem) {
            throw refusal(problem, line());
        }
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }

    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    long line() {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    private ImportException refusal(String reason) {
        return new ImportException(reason, line(), "", null);
    }

    /** @param known the line of what was read last, for problems whose place the parser does not know */
    private static ImportException refusal(XMLStreamException problem, long known) {
        Throwable nested = problem.getNestedException();
        if (nested instanceof GuardedXml.Refused refused) {
            return new ImportException("" + refused.getMessage(), refused.line(), "", problem);
        }
        if (nested instanceof CharacterCodingException) {
            return new ImportException(
                    "bytes that are not of the encoding the file declares (UTF-8 if none)", known, "encoding", problem);
        }
        int line = problem.getLocation() == null ? -1 : problem.getLocation().getLineNumber();
        String message = ("" + problem.getMessage()).replaceAll("(?s).*Message: ", "");
        return new ImportException("the XML is damaged: " + message, line < 1 ? known : line, "", problem);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException problem) {
            throw new IOException("the XML parser cannot be closed", problem);
        } finally {
            input.close();
        }
    }
}
