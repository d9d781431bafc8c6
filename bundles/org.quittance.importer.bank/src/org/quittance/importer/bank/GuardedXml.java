package org.quittance.importer.bank;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Looks at the bytes of an XML file before the parser does, so that nothing the parser would collect in memory grows without
 * limit, and no document type declaration reaches it: entities cannot be declared at all. For encodings that contain ASCII.
 */
final class GuardedXml extends FilterInputStream {

    private static final int MARKUP_BYTES_MAX = 64 * 1024;
    private static final int TEXT_BYTES_MAX = 256 * 1024;
    private static final String COMMENT_START = "!--";
    private static final String CHARACTERS_START = "![CDATA[";

    private enum Place {
        TEXT,
        /** Behind {@code <}, not yet known what it is. */
        OPENED,
        TAG,
        COMMENT,
        CHARACTERS,
        INSTRUCTION
    }

    private Place place = Place.TEXT;
    private long line = 1;
    private int length;
    private int opened;
    private int last;
    private int lastButOne;

    GuardedXml(InputStream input) {
        super(input);
    }

    /** What was found and where. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final long badLine;

        Refused(long line, String message) {
            super(message);
            this.badLine = line;
        }

        long line() {
            return badLine;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    @NonNullByDefault({})
    public int read(byte[] target, int offset, int count) throws IOException {
        int read = in.read(target, offset, count);
        int i = offset;
        int end = offset + read;
        while (i < end) {
            i = place == Place.TEXT ? text(target, i, end) : markup(target, i, end);
        }
        return read;
    }

    private int text(byte[] bytes, int from, int end) throws Refused {
        int i = from;
        while (i < end && bytes[i] != '<') {
            line += bytes[i] == '\n' ? 1 : 0;
            i++;
        }
        length += i - from;
        if (length > TEXT_BYTES_MAX) {
            throw new Refused(line, "a text or blank space longer than " + TEXT_BYTES_MAX + " bytes");
        }
        if (i < end) {
            enter(Place.OPENED);
            i++;
        }
        return i;
    }

    private int markup(byte[] bytes, int from, int end) throws Refused {
        int i = from;
        while (i < end && place != Place.TEXT) {
            byte one = bytes[i++];
            line += one == '\n' ? 1 : 0;
            length++;
            if (place == Place.OPENED) {
                classify(one);
            } else if (one == '>' && isEnd()) {
                enter(Place.TEXT);
            }
            lastButOne = last;
            last = one;
        }
        if (length > MARKUP_BYTES_MAX) {
            throw new Refused(line, "a tag, comment or instruction longer than " + MARKUP_BYTES_MAX + " bytes");
        }
        return i;
    }

    private void enter(Place next) {
        place = next;
        length = 0;
        opened = 0;
        last = 0;
        lastButOne = 0;
    }

    private boolean isEnd() {
        return switch (place) {
            case COMMENT -> last == '-' && lastButOne == '-';
            case CHARACTERS -> last == ']' && lastButOne == ']';
            case INSTRUCTION -> last == '?';
            default -> true;
        };
    }

    /** A comment and a section of characters show by their first letters; any other declaration is refused. */
    private void classify(byte one) throws Refused {
        if (opened == 0 && one != '!') {
            place = one == '?' ? Place.INSTRUCTION : one == '>' ? Place.TEXT : Place.TAG;
            return;
        }
        boolean comment = opened < COMMENT_START.length() && COMMENT_START.charAt(opened) == one;
        boolean characters = opened < CHARACTERS_START.length() && CHARACTERS_START.charAt(opened) == one;
        if (!comment && !characters) {
            throw new Refused(
                    line,
                    "a document type or another declaration; statements have none, and entities are not accepted");
        }
        opened++;
        if (comment && opened == COMMENT_START.length()) {
            enter(Place.COMMENT);
        } else if (opened == CHARACTERS_START.length()) {
            enter(Place.CHARACTERS);
        }
    }
}
