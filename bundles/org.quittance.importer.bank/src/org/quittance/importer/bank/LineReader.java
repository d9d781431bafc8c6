package org.quittance.importer.bank;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.quittance.api.importer.ImportException;

/**
 * Lines of a text file of a bank, without their ends, or pieces between another mark. Such files name no encoding: a line that is UTF-8 is read as UTF-8, any
 * other as Windows-1252. Lines and runs of blank lines are limited. For one thread.
 */
final class LineReader implements Closeable {

    /** A multiple of the 120 characters of a CFONB record. */
    private static final int LINE_BYTES_MAX = 512 * 120;

    private static final int BLANK_LINES_MAX = 10_000;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int DOS_END = 0x1A;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[512];
    private int length;
    private int position;
    private int filled;
    private long number = 1;
    private long numberBehind = 1;
    private boolean isFirst = true;
    private int blanks;
    private byte end = '\n';
    private boolean cutsLongLines;

    private LineReader(InputStream input) {
        this.input = input;
    }

    static LineReader open(Path file) throws IOException {
        return new LineReader(Files.newInputStream(file));
    }

    /** For formats of fixed width that may come without line ends: a line too long is handed out in pieces. */
    LineReader cutting() {
        cutsLongLines = true;
        return this;
    }

    /** The file is cut at each of these instead of at line ends; lines are counted all the same. */
    LineReader endingAt(char mark) {
        end = (byte) mark;
        return this;
    }

    /** Goes to the next line; false at the end of the file. */
    boolean next() throws ImportException, IOException {
        length = 0;
        number = numberBehind;
        boolean whole = false;
        while (!whole) {
            if (position == filled && !fill()) {
                if (length == 0) {
                    return false;
                }
                break;
            }
            whole = take();
        }
        dropMarkAndEnd();
        countBlanks();
        return true;
    }

    /** Adds what the buffer has of the line; true where the line is whole. */
    private boolean take() throws ImportException {
        int stop = position;
        while (stop < filled && buffer[stop] != end) {
            if (buffer[stop] == 0) {
                throw refusal("a NUL byte; the file is binary, damaged or UTF-16, expected a text file of the bank");
            }
            numberBehind += buffer[stop] == '\n' ? 1 : 0;
            stop++;
        }
        boolean whole = stop < filled;
        int room = LINE_BYTES_MAX - length;
        if (stop - position > room) {
            if (!cutsLongLines) {
                throw refusal("the line is longer than " + LINE_BYTES_MAX + " bytes");
            }
            append(room);
            return true;
        }
        append(stop - position);
        position += whole ? 1 : 0;
        numberBehind += whole && end == '\n' ? 1 : 0;
        return whole;
    }

    private void append(int count) {
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
        position += count;
    }

    private void dropMarkAndEnd() {
        if (isFirst && startsWithMark()) {
            length -= UTF_8_MARK.length;
            System.arraycopy(line, UTF_8_MARK.length, line, 0, length);
        }
        isFirst = false;
        while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == DOS_END)) {
            length--;
        }
    }

    private void countBlanks() throws ImportException {
        int i = 0;
        while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r' || line[i] == '\n')) {
            i++;
        }
        blanks = i < length ? 0 : blanks + 1;
        if (blanks > BLANK_LINES_MAX) {
            throw refusal("more than " + BLANK_LINES_MAX + " blank lines; the file is damaged");
        }
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, input.read(buffer));
        position = 0;
        return filled > 0;
    }

    private boolean startsWithMark() {
        return length >= UTF_8_MARK.length
                && Arrays.equals(line, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    }

    /** From 1. */
    long number() {
        return number;
    }

    String text() {
        for (int i = 0; i < length; i++) {
            if (line[i] < 0) {
                return decoded();
            }
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return new String(line, 0, length, WINDOWS);
        }
    }

    private ImportException refusal(String reason) {
        return new ImportException(reason, number, "", null);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
