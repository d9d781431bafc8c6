package org.quittance.document.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4.2, which PDF/A wants beside plain RGB and grey. Made
 * here from the published figures of the standard, so that no profile of somebody else is shipped: the usual ones come with
 * licences of their own and are six times as large.
 */
final class SrgbProfile {

    private static final int HEADER_LENGTH = 128;
    private static final int TAG_LENGTH = 12;
    /** White of the profile connection space (D50). */
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};

    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};
    /** From the white of sRGB (D65) to D50 after Bradford. */
    private static final double[] ADAPTATION = {
        1.04791, 0.02293, -0.05019, 0.02960, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179
    };
    /** Exponent, and the straight piece near black. */
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private SrgbProfile() {}

    static byte[] bytes() {
        byte[] curve = curve();
        List<Map.Entry<String, byte[]>> tags = List.of(
                Map.entry("desc", text("sRGB")),
                Map.entry("cprt", text("Public domain")),
                Map.entry("wtpt", numbers("XYZ ", WHITE)),
                Map.entry("chad", numbers("sf32", ADAPTATION)),
                Map.entry("rXYZ", numbers("XYZ ", RED)),
                Map.entry("gXYZ", numbers("XYZ ", GREEN)),
                Map.entry("bXYZ", numbers("XYZ ", BLUE)),
                Map.entry("rTRC", curve),
                Map.entry("gTRC", curve),
                Map.entry("bTRC", curve));
        int start = HEADER_LENGTH + 4 + tags.size() * TAG_LENGTH;
        List<Integer> offsets = new ArrayList<>();
        int end = start;
        for (int i = 0; i < tags.size(); i++) {
            boolean repeated =
                    i > 0 && tags.get(i).getValue() == tags.get(i - 1).getValue();
            offsets.add(repeated ? offsets.get(i - 1) : end);
            end += repeated ? 0 : tags.get(i).getValue().length;
        }
        ByteBuffer profile = ByteBuffer.allocate(end);
        header(profile, end);
        profile.position(HEADER_LENGTH).putInt(tags.size());
        for (int i = 0; i < tags.size(); i++) {
            byte[] value = tags.get(i).getValue();
            profile.put(ascii(tags.get(i).getKey())).putInt(offsets.get(i)).putInt(value.length);
            profile.put(offsets.get(i), value);
        }
        return profile.array();
    }

    private static void header(ByteBuffer profile, int length) {
        profile.putInt(length).putInt(0).putInt(0x04200000);
        profile.put(ascii("mntrRGB XYZ "));
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            profile.putShort((short) part);
        }
        profile.put(ascii("acsp"));
        profile.position(68);
        fixed(profile, WHITE);
    }

    private static byte[] numbers(String type, double... values) {
        ByteBuffer tag = ByteBuffer.allocate(8 + 4 * values.length);
        tag.put(ascii(type)).putInt(0);
        fixed(tag, values);
        return tag.array();
    }

    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(12 + 4 * CURVE.length);
        tag.put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
        fixed(tag, CURVE);
        return tag.array();
    }

    private static byte[] text(String text) {
        byte[] wide = text.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer tag = ByteBuffer.allocate((28 + wide.length + 3) / 4 * 4);
        tag.put(ascii("mluc")).putInt(0).putInt(1).putInt(12);
        tag.put(ascii("enUS")).putInt(wide.length).putInt(28).put(wide);
        return tag.array();
    }

    /** With sixteen bits behind the point. */
    private static void fixed(ByteBuffer out, double... values) {
        for (double value : values) {
            out.putInt((int) Math.round(value * 65536));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
