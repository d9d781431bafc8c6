package org.quittance.document.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The modules of a QR code at error level M, drawn as rectangles so that it prints sharp at any size. */
final class QrCode {

    /** What scanners need around it, in modules. */
    private static final int QUIET_ZONE = 4;

    private static final Map<EncodeHintType, ?> ONE_MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The text travels as plain UTF-8 bytes: the EPC payload names its character set itself, and banking apps stumble over
     * the ECI header that zxing would put before it. The mask is always the same: weighing all eight takes longer than the
     * rest of a letter, and scanners read every one of them.
     */
    static QrCode of(String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try {
            return new QrCode(
                    Encoder.encode(bytes, ErrorCorrectionLevel.M, ONE_MASK).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code: " + text.length(), e);
        }
    }

    /** Draws it with its quiet zone into a square whose lower left corner is given in the coordinates of the page. */
    void draw(ContentBuffer out, float x, float y, float size) {
        int count = modules.getWidth();
        float module = size / (count + 2 * QUIET_ZONE);
        out.raw("q ");
        out.raw(Ink.FULL_BLACK.operators());
        out.raw(String.format(Locale.ROOT, "%.4f 0 0 %.4f ", module, module));
        out.number(x + QUIET_ZONE * module);
        out.number(y + QUIET_ZONE * module);
        out.raw("cm\n");
        for (int row = 0; row < count; row++) {
            drawRow(out, row, count - 1 - row);
        }
        out.raw("f Q\n");
    }

    private void drawRow(ContentBuffer out, int row, int y) {
        int start = -1;
        for (int column = 0; column <= modules.getWidth(); column++) {
            boolean dark = column < modules.getWidth() && modules.get(column, row) == 1;
            if (dark && start < 0) {
                start = column;
            } else if (!dark && start >= 0) {
                out.integer(start);
                out.integer(y);
                out.integer(column - start);
                out.raw("1 re\n");
                start = -1;
            }
        }
    }
}
