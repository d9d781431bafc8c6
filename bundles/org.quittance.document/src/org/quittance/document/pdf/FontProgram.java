package org.quittance.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.zip.Deflater;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

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
    private static final int CAP_HEIGHT = 729;

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
        this.program = Deflated.of(subset.toByteArray(), Deflater.BEST_COMPRESSION);
        this.toUnicode = Deflated.of(unicodeMap().getBytes(StandardCharsets.US_ASCII), Deflater.BEST_COMPRESSION);
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
    public int describe(ObjectWriter out) {
        int file = out.addDeflated("/Length1 " + programLength, program);
        int descriptor = out.add("<< /Type /FontDescriptor /FontName /" + name + " /Flags " + SYMBOLIC + " /FontBBox ["
                + Math.round(box[0]) + " " + Math.round(box[1]) + " " + Math.round(box[2]) + " " + Math.round(box[3])
                + "] /ItalicAngle 0 /Ascent " + ascent + " /Descent " + descent + " /CapHeight " + CAP_HEIGHT
                + " /StemV " + stemWidth + " /FontFile2 " + file + " 0 R >>");
        int descendant = out.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + name
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                + " /CIDToGIDMap /Identity /DW " + usualWidth + " /W [" + unusualWidths() + "] /FontDescriptor "
                + descriptor + " 0 R >>");
        int unicode = out.addDeflated("", toUnicode);
        return out.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name + " /Encoding /Identity-H"
                + " /DescendantFonts [" + descendant + " 0 R] /ToUnicode " + unicode + " 0 R >>");
    }

    /** Runs of glyphs that are not of the usual width, each with the number of its first. */
    private String unusualWidths() {
        StringBuilder runs = new StringBuilder();
        boolean open = false;
        for (int glyph = 0; glyph < widths.length; glyph++) {
            boolean unusual = widths[glyph] != usualWidth;
            if (unusual) {
                runs.append(open ? " " : glyph + " [").append(widths[glyph]);
            } else if (open) {
                runs.append("] ");
            }
            open = unusual;
        }
        return open ? runs.append(']').toString() : runs.toString();
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
}
