package org.quittance.document.pdf;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Compressed bytes. Pure. */
final class Deflated {

    private Deflated() {}

    static byte[] of(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(out, length, out.length - length);
                if (!deflater.finished()) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
            }
            return Arrays.copyOf(out, length);
        } finally {
            deflater.end();
        }
    }
}
