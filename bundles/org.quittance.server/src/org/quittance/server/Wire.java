package org.quittance.server;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What two processes say to each other: pieces of a kind, a length and as many bytes. The command goes one way as one piece; what it
 * writes and, last, its exit code come back. The end of the connection cancels the command.
 */
final class Wire {

    static final int COMMAND = 'c';
    static final int OUT = 'o';
    static final int ERR = 'e';
    static final int EXIT = 'x';

    /** Longer than any command line; also a limit for what a stranger may make us read. */
    private static final int PIECE_BYTES_MAX = 4 << 20;

    private static final int BUFFER_BYTES = 16 << 10;

    private final SocketChannel channel;

    /** The channel itself and not its streams: they let nobody write while somebody reads. */
    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * One piece.
     *
     * @param kind one of the constants here
     */
    record Piece(int kind, byte[] bytes) {}

    /** @throws EOFException where the other side is gone */
    Piece read() throws IOException {
        ByteBuffer head = read(1 + Integer.BYTES);
        int kind = head.get();
        int length = head.getInt();
        if (length < 0 || length > PIECE_BYTES_MAX) {
            throw new IOException("a piece of " + length + " bytes, at most " + PIECE_BYTES_MAX);
        }
        return new Piece(kind, read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    synchronized void write(int kind, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(1 + Integer.BYTES + length);
        piece.put((byte) kind).putInt(length).put(bytes, offset, length).flip();
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    void write(int kind, byte[] bytes) throws IOException {
        write(kind, bytes, 0, bytes.length);
    }

    /** What is written to it goes out in pieces of a kind, large ones. */
    OutputStream buffered(int kind) {
        return new BufferedOutputStream(new Pieces(kind, () -> {}), BUFFER_BYTES);
    }

    /** As above, at once, after what waits in another stream: people read both in the order they were written. */
    OutputStream immediate(int kind, OutputStream before) {
        return new Pieces(kind, before);
    }

    private final class Pieces extends OutputStream {

        private final int kind;
        private final Flushable before;

        private Pieces(int kind, Flushable before) {
            this.kind = kind;
            this.before = before;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
            before.flush();
            for (int done = 0; done < length; done += BUFFER_BYTES) {
                Wire.this.write(
                        kind, requireNonNull(bytes, "bytes"), offset + done, Math.min(BUFFER_BYTES, length - done));
            }
        }
    }
}
