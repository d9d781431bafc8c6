package org.quittance.importer.fec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/**
 * The lines of a file. Its encoding is what its first line beyond ASCII shows: UTF-8, else ISO-8859-15; a later line that shows another
 * one refuses the file, since names and numbers in it would be read wrongly without anybody noticing. For one thread.
 */
final class FecText implements Closeable {

    private static final int LINE_BYTES_MAX = 64 * 1024;
    private static final int BLANK_LINES_MAX = 10_000;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int DOS_END = 0x1A;
    private static final Charset LATIN = Charset.forName("ISO-8859-15");
    /** What writes letters where ISO 8859 has control characters. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private enum Shown {
        NOTHING,
        UTF_8,
        OTHER
    }

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[1024];
    private int length;
    private int position;
    private int filled;
    private long number;
    private int blanks;
    private Shown encoding = Shown.NOTHING;

    private FecText(InputStream input) {
        this.input = input;
    }

    static FecText open(Path file) throws ImportException {
        try {
            if (Files.isDirectory(file)) {
                throw new ImportException(Sentence.of(FecText.class, "file.folder", file), 0, "", null);
            }
            return new FecText(Files.newInputStream(file));
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
    }

    static ImportException unreadable(Path file, IOException problem) {
        Sentence because = Sentence.from(problem);
        if (problem instanceof NoSuchFileException) {
            because = Sentence.of(FecText.class, "system.absent");
        } else if (problem instanceof AccessDeniedException) {
            because = Sentence.of(FecText.class, "system.denied");
        }
        return new ImportException(Sentence.of(FecText.class, "file.unreadable", file, because), 0, "", problem);
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException, ImportException {
        do {
            if (!take()) {
                return false;
            }
        } while (isBlank());
        return true;
    }

    private boolean take() throws IOException, ImportException {
        length = 0;
        number++;
        boolean whole = false;
        while (!whole) {
            if (position == filled && !fill()) {
                break;
            }
            int stop = position;
            while (stop < filled && buffer[stop] != '\n') {
                if (buffer[stop] == 0) {
                    throw refusal("text.nul");
                }
                stop++;
            }
            whole = stop < filled;
            append(stop - position);
            position = whole ? stop + 1 : stop;
        }
        if (number == 1 && length >= UTF_8_MARK.length && Arrays.equals(line, 0, 3, UTF_8_MARK, 0, 3)) {
            length -= UTF_8_MARK.length;
            System.arraycopy(line, UTF_8_MARK.length, line, 0, length);
            encoding = Shown.UTF_8;
        }
        while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == DOS_END)) {
            length--;
        }
        return whole || length > 0;
    }

    private void append(int count) throws ImportException {
        if (length + count > LINE_BYTES_MAX) {
            throw refusal("text.long-line", LINE_BYTES_MAX);
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, input.read(buffer));
        position = 0;
        return filled > 0;
    }

    private boolean isBlank() throws ImportException {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                blanks = 0;
                return false;
            }
        }
        if (++blanks > BLANK_LINES_MAX) {
            throw refusal("text.blank-lines", BLANK_LINES_MAX);
        }
        return true;
    }

    /** From 1. */
    long number() {
        return number;
    }

    String text() throws ImportException {
        boolean beyondAscii = false;
        boolean control = false;
        for (int i = 0; i < length; i++) {
            beyondAscii |= line[i] < 0;
            control |= (line[i] & 0xE0) == 0x80;
        }
        if (!beyondAscii) {
            return new String(line, 0, length, StandardCharsets.ISO_8859_1);
        }
        Shown here = isUtf8() ? Shown.UTF_8 : Shown.OTHER;
        if (encoding != Shown.NOTHING && encoding != here) {
            throw refusal("text.mixed");
        }
        encoding = here;
        return new String(line, 0, length, here == Shown.UTF_8 ? StandardCharsets.UTF_8 : control ? WINDOWS : LATIN);
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private ImportException refusal(String code, Object... values) {
        return new ImportException(Sentence.of(FecText.class, code, values), number, "", null);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
