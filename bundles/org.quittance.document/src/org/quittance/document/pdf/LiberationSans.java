package org.quittance.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Liberation Sans (SIL Open Font License): the regular weight (2.1.5) is inside PDFBox, the bold one (2.00.5, the same widths
 * and the same letters) comes from the bundle of Liberation fonts in the target platform.
 */
final class LiberationSans {

    private static final String REGULAR = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

    private LiberationSans() {}

    /** Latin letters of Western and Central Europe with the signs of a business letter: what nearly all letters need. */
    static Typefaces european() {
        return cut(LiberationSans::isEuropean);
    }

    /** All that the font has, Greek and Cyrillic among it; some ten times as large in each document. */
    static Typefaces complete() {
        return cut(character -> true);
    }

    private static Typefaces cut(IntPredicate wanted) {
        try (InputStream regular = PDType1Font.class.getResourceAsStream(REGULAR);
                InputStream bold = LiberationSans.class.getResourceAsStream(BOLD)) {
            return new Typefaces(
                    FontProgram.cut("LiberationSans", parsed(regular, REGULAR), wanted, 80),
                    FontProgram.cut("LiberationSans-Bold", parsed(bold, BOLD), wanted, 140));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font Liberation Sans", e);
        }
    }

    private static TrueTypeFont parsed(@Nullable InputStream in, String resource) throws IOException {
        if (in == null) {
            throw new IllegalStateException("the font " + resource + " is not in its bundle");
        }
        return new TTFParser().parse(new RandomAccessReadBuffer(in));
    }

    private static boolean isEuropean(int character) {
        boolean latin = character >= ' ' && character <= '~' || character >= 0xa0 && character <= 0x17f;
        return latin || character < Character.MAX_VALUE && "ȘșȚț–—‘’‚“”„†•…‰‹›€№™−\u202f".indexOf(character) >= 0;
    }
}
