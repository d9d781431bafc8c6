package org.quittance.importer.einvoice;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jdt.annotation.Nullable;

/** Gives at most so many bytes, and then fails. */
final class BoundedInput extends FilterInputStream {

    private final long max;
    private long left;

    BoundedInput(InputStream in, long max) {
        super(in);
        this.max = max;
        this.left = max;
    }

    /** There is more than may be read. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        private TooMuch(long max) {
            super("it has more than " + max / (1024 * 1024) + " MiB");
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        spend(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long bytes) throws TooMuch {
        left -= bytes;
        if (left < 0) {
            throw new TooMuch(max);
        }
    }
}
