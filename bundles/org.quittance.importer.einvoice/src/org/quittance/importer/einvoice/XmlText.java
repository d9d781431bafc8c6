package org.quittance.importer.einvoice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document. Decoded here, because the platform's parser writes to the console when a byte is not of the encoding.
 */
final class XmlText {

    private static final int HEAD_BYTES = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private XmlText() {}

    /** @throws UnfitDocument where the document declares an encoding that nobody knows */
    static Reader of(InputStream in) throws UnfitDocument {
        try {
            BufferedInputStream bytes = new BufferedInputStream(in);
            bytes.mark(HEAD_BYTES);
            byte[] head = bytes.readNBytes(HEAD_BYTES);
            bytes.reset();
            int marked = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            bytes.skipNBytes(marked);
            return new InputStreamReader(
                    bytes,
                    charset(head, marked)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            throw new UnreadableDocument(0, "", "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static Charset charset(byte[] head, int marked) throws UnfitDocument {
        if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (starts(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(head, marked, head.length - marked, StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocument(1, "", "its encoding " + Values.shown(declared.group(1)) + " is not known", e);
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int index = 0; index < bytes.length; index++) {
            if (index >= head.length || (head[index] & 0xFF) != bytes[index]) {
                return false;
            }
        }
        return true;
    }
}
