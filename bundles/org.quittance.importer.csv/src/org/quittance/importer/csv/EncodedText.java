package org.quittance.importer.csv;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/** A text file in a stated encoding: its beginning to look at, then all of it as a stream. Read once, so pipes work. */
final class EncodedText implements Closeable {

    static final int HEAD_BYTES = 64 * 1024;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final byte[] head;
    private final Charset encoding;

    private EncodedText(InputStream input, byte[] head, Charset encoding) {
        this.input = input;
        this.head = head;
        this.encoding = encoding;
    }

    /** @throws ImportException where the file cannot be opened or its first bytes show another encoding */
    static EncodedText open(Path file, Charset encoding) throws ImportException {
        if (Files.isDirectory(file)) {
            throw refused("file.folder", file);
        }
        try {
            InputStream input = Files.newInputStream(file);
            try {
                return begin(file, input, encoding);
            } catch (IOException | ImportException problem) {
                input.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw new ImportException(
                    Sentence.of(EncodedText.class, "file.unreadable", file, FileProblem.describe(problem)),
                    0,
                    "",
                    problem);
        }
    }

    private static ImportException refused(String code, Path file) {
        return new ImportException(Sentence.of(EncodedText.class, code, file), 0, "", null);
    }

    private static EncodedText begin(Path file, InputStream input, Charset encoding)
            throws IOException, ImportException {
        byte[] head = input.readNBytes(HEAD_BYTES);
        if (head.length == 0) {
            throw refused("file.empty", file);
        }
        requireNotUtf16(head);
        if (!encoding.name().startsWith("UTF-16") && !encoding.name().startsWith("UTF-32")) {
            requireText(head);
        }
        boolean marked = isMarkedUtf8(head);
        if (!encoding.equals(StandardCharsets.UTF_8) && (marked || isUtf8WithLetters(head))) {
            throw new ImportException(
                    Sentence.of(EncodedText.class, "encoding.is-utf8", encoding.name()), 1, "encoding", null);
        }
        return new EncodedText(
                input, marked ? Arrays.copyOfRange(head, UTF_8_MARK.length, head.length) : head, encoding);
    }

    static boolean isMarkedUtf8(byte[] head) {
        return head.length >= UTF_8_MARK.length
                && Arrays.equals(head, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    }

    private static void requireNotUtf16(byte[] head) throws ImportException {
        boolean marked = head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        if (marked) {
            throw new ImportException(Sentence.of(EncodedText.class, "encoding.utf16"), 1, "encoding", null);
        }
    }

    /** Looked for before anything is guessed from the columns of a file that has none. */
    private static void requireText(byte[] head) throws ImportException {
        long line = 1;
        for (byte one : head) {
            if (one == 0) {
                throw new ImportException(Sentence.of(EncodedText.class, "encoding.nul"), line, "encoding", null);
            }
            line += one == '\n' ? 1 : 0;
        }
    }

    /** Letters beyond ASCII that are well-formed UTF-8 are UTF-8: no other text looks like that by chance. */
    private static boolean isUtf8WithLetters(byte[] head) {
        CharBuffer text = CharBuffer.allocate(head.length);
        boolean wellFormed = !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), text, false)
                .isError();
        return wellFormed && text.flip().chars().anyMatch(character -> character > 127);
    }

    /** The beginning, leniently decoded; its last line may be cut off. */
    String head() {
        return new String(head, encoding);
    }

    /** Whether {@link #head()} is not all of the text. */
    boolean isHeadCut() {
        return head.length >= HEAD_BYTES - UTF_8_MARK.length;
    }

    /** Everything, strictly decoded. Call once. */
    Reader reader() {
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new StrictReader(new SequenceInputStream(new ByteArrayInputStream(head), input), decoder);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
