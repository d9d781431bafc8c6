package org.quittance.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.zip.Deflater;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * A TrueType font cut down to the characters letters need, compressed once and copied into each document. Cutting it per
 * document takes some forty times as long as the rest of a letter. Immutable, safe for any thread.
 */
final class FontProgram implements Typeface {

    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");
    /** A white square: says that something stood here, and is not taken for a question. */
    private static final char REPLACEMENT = '□';

    private static final int SYMBOLIC = 4;

    private final String name;
    private final char[] glyphs = new char[Character.MAX_VALUE + 1];
    private final short[] widths;
    private final int usualWidth;
    private final float[] box;
    private final int ascent;
    private final int descent;
    private final int stemWidth;
    private final byte[] program;
    private final int programLength;
    private final byte[] toUnicode;

    private FontProgram(String name, TrueTypeFont font, IntPredicate wanted, int stemWidth) throws IOException {
        this.name = "QUITTA+" + name;
        this.stemWidth = stemWidth;
        float scale = 1000f / font.getUnitsPerEm();
        CmapLookup characters = font.getUnicodeCmapLookup();
        TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
        for (int character = ' '; character < Character.MAX_VALUE; character++) {
            if ((wanted.test(character) || character == REPLACEMENT) && characters.getGlyphId(character) > 0) {
                subsetter.add(character);
            }
        }
        ByteArrayOutputStream subset = new ByteArrayOutputStream();
        subsetter.writeToStream(subset);
        Map<Integer, Integer> originals = subsetter.getGIDMap();
        this.widths = new short[originals.size()];
        for (Map.Entry<Integer, Integer> glyph : originals.entrySet()) {
            widths[glyph.getKey()] = (short) Math.round(font.getAdvanceWidth(glyph.getValue()) * scale);
        }
        mapCharacters(wanted, characters, originals);
        this.usualWidth = widths[glyph('0')];
        this.box = new float[] {
            font.getHeader().getXMin() * scale,
            font.getHeader().getYMin() * scale,
            font.getHeader().getXMax() * scale,
            font.getHeader().getYMax() * scale
        };
        this.ascent = Math.round(font.getHorizontalHeader().getAscender() * scale);
        this.descent = Math.round(font.getHorizontalHeader().getDescender() * scale);
        this.programLength = subset.size();
        this.program = deflated(subset.toByteArray(), Deflater.BEST_COMPRESSION);
        this.toUnicode = deflated(unicodeMap().getBytes(StandardCharsets.US_ASCII), Deflater.BEST_COMPRESSION);
    }

    /**
     * @param wanted the characters of the basic multilingual plane to keep; those the font lacks are left out
     * @param stemWidth thickness of vertical stems in thousandths, for viewers that must replace the font
     */
    static FontProgram cut(String name, TrueTypeFont font, IntPredicate wanted, int stemWidth) {
        try {
            return new FontProgram(name, font, wanted, stemWidth);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the font " + name, e);
        }
    }

    private void mapCharacters(IntPredicate wanted, CmapLookup characters, Map<Integer, Integer> originals) {
        char[] byOriginal = new char[Character.MAX_VALUE + 1];
        originals.forEach((glyph, original) -> byOriginal[original] = (char) glyph.intValue());
        for (int character = ' '; character < Character.MAX_VALUE; character++) {
            if (wanted.test(character) || character == REPLACEMENT) {
                glyphs[character] = byOriginal[characters.getGlyphId(character)];
            }
        }
    }

    @Override
    public float width(String text, float size) {
        int thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            thousandths += widths[glyph(text.charAt(i))];
        }
        return thousandths * size / 1000;
    }

    @Override
    public void show(String text, ContentBuffer out) {
        out.octet('(');
        for (int i = 0; i < text.length(); i++) {
            out.glyph(glyph(text.charAt(i)));
        }
        out.octet(')');
    }

    @Override
    public boolean covers(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (glyphs[text.charAt(i)] == 0) {
                return false;
            }
        }
        return true;
    }

    private int glyph(char character) {
        char glyph = glyphs[character];
        return glyph == 0 ? glyphs[REPLACEMENT] : glyph;
    }

    @Override
    public COSDictionary describe(COSDocument document) {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        COSArray descendants = new COSArray();
        descendants.add(descendant(document));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(document, toUnicode));
        return font;
    }

    private COSDictionary descendant(COSDocument document) {
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, name);
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        descendant.setInt(COSName.DW, usualWidth);
        descendant.setItem(COSName.W, unusualWidths());
        descendant.setItem(COSName.FONT_DESC, descriptor(document));
        return descendant;
    }

    /** Runs of glyphs that are not of the usual width, each with the number of its first. */
    private COSArray unusualWidths() {
        COSArray runs = new COSArray();
        COSArray run = new COSArray();
        for (int glyph = 0; glyph < widths.length; glyph++) {
            if (widths[glyph] == usualWidth) {
                run = new COSArray();
            } else {
                if (run.size() == 0) {
                    runs.add(COSInteger.get(glyph));
                    runs.add(run);
                }
                run.add(COSInteger.get(widths[glyph]));
            }
        }
        return runs;
    }

    private COSDictionary descriptor(COSDocument document) {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        descriptor.setItem(
                COSName.FONT_BBOX,
                COSArray.ofCOSIntegers(
                        List.of(Math.round(box[0]), Math.round(box[1]), Math.round(box[2]), Math.round(box[3]))));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, ascent);
        descriptor.setInt(COSName.DESCENT, descent);
        descriptor.setInt(COSName.CAP_HEIGHT, 729);
        descriptor.setInt(COSName.STEM_V, stemWidth);
        COSStream file = stream(document, program);
        file.setInt(COSName.LENGTH1, programLength);
        descriptor.setItem(COSName.FONT_FILE2, file);
        return descriptor;
    }

    /** A stream of bytes that are compressed already. */
    static COSStream stream(COSDocument document, byte[] deflated) {
        COSStream stream = document.createCOSStream();
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(deflated);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return stream;
    }

    private String unicodeMap() {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        StringBuilder pairs = new StringBuilder();
        boolean[] done = new boolean[widths.length];
        int count = 0;
        for (int character = ' '; character < glyphs.length; character++) {
            int glyph = glyphs[character];
            if (glyph != 0 && !done[glyph]) {
                done[glyph] = true;
                pairs.append(String.format(Locale.ROOT, "<%04X> <%04X>\n", glyph, character));
                count++;
                if (count % 100 == 0) {
                    map.append("100 beginbfchar\n").append(pairs).append("endbfchar\n");
                    pairs.setLength(0);
                }
            }
        }
        map.append(count % 100).append(" beginbfchar\n").append(pairs).append("endbfchar\n");
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    static byte[] deflated(byte[] bytes, int level) {
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
