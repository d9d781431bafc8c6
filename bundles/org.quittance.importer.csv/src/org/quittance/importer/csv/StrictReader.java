package org.quittance.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Locale;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/**
 * Decodes bytes and stops at the first that the encoding does not have, or that is NUL, telling the line; a
 * {@link java.io.InputStreamReader} would tell none. For one thread.
 */
final class StrictReader extends Reader {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream input;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long line = 1;
    private boolean afterReturn;
    private boolean ended;
    /** The second half of a character beyond the basic plane that did not fit; -1 for none. */
    private int lowSurrogate = -1;

    StrictReader(InputStream input, CharsetDecoder decoder) {
        this.input = input;
        this.decoder = decoder;
    }

    /** The text cannot be decoded at this line. */
    static final class BadText extends IOException implements Explained {

        private static final long serialVersionUID = 1L;

        private final long badLine;
        private final transient Sentence reason;

        BadText(long line, Sentence reason) {
            super(reason.toString());
            this.badLine = line;
            this.reason = reason;
        }

        @Override
        public Sentence sentence() {
            return reason;
        }

        long line() {
            return badLine;
        }
    }

    @Override
    @NonNullByDefault({})
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (lowSurrogate >= 0) {
            target[offset] = (char) lowSurrogate;
            lowSurrogate = -1;
            return 1;
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            scan(target, offset, chars.position());
            if (result.isError()) {
                throw bad();
            }
            if (chars.position() > 0) {
                break;
            }
            if (result.isOverflow()) {
                return splitPair(target, offset);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        return chars.position();
    }

    private int splitPair(char[] target, int offset) {
        CharBuffer pair = CharBuffer.allocate(2);
        decoder.decode(bytes, pair, ended);
        target[offset] = pair.get(0);
        lowSurrogate = pair.get(1);
        return 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void scan(char[] target, int offset, int count) throws BadText {
        for (int i = offset; i < offset + count; i++) {
            char character = target[i];
            if (character > '\r') {
                afterReturn = false;
            } else if (character == '\n') {
                line += afterReturn ? 0 : 1;
                afterReturn = false;
            } else if (character == '\r') {
                line++;
                afterReturn = true;
            } else if (character == '\0') {
                throw new BadText(line, Sentence.of(StrictReader.class, "encoding.nul"));
            } else {
                afterReturn = false;
            }
        }
    }

    private BadText bad() {
        String name = decoder.charset().name();
        String hex = Integer.toHexString(bytes.get(bytes.position()) & 0xFF).toUpperCase(Locale.ROOT);
        return new BadText(
                line,
                Sentence.of(
                        StrictReader.class,
                        name.equals("UTF-8") ? "encoding.not-utf8" : "encoding.not-this",
                        hex,
                        name));
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
