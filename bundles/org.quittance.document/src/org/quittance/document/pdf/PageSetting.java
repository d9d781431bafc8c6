package org.quittance.document.pdf;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Sets pages in the usual letters of Europe, or, where a text needs more of them, once again in all that the font has.
 * Immutable but for what is prepared when it is first needed; safe for any thread.
 */
final class PageSetting {

    private final Shop usual;
    private final Supplier<Shop> maker;
    private @Nullable Shop complete;

    private PageSetting(Shop usual, Supplier<Shop> maker) {
        this.usual = usual;
        this.maker = maker;
    }

    static PageSetting embeddingFonts() {
        return new PageSetting(
                Shop.archiving(LiberationSans.european()), () -> Shop.archiving(LiberationSans.complete()));
    }

    static PageSetting naming14Fonts() {
        Typefaces faces = StandardFont.helvetica();
        Shop shop = new Shop(faces, PdfFile.plain(faces));
        return new PageSetting(shop, () -> shop);
    }

    byte[] file(Function<Typefaces, List<PageCanvas>> pages, Imprint imprint) {
        List<PageCanvas> set = pages.apply(usual.faces);
        if (set.stream().allMatch(PageCanvas::isComplete)) {
            return usual.file.of(set, imprint);
        }
        Shop larger = complete();
        return larger.file.of(pages.apply(larger.faces), imprint);
    }

    /** The pages alone, with whichever fonts they need. */
    List<PageCanvas> pages(Function<Typefaces, List<PageCanvas>> pages) {
        List<PageCanvas> set = pages.apply(usual.faces);
        return set.stream().allMatch(PageCanvas::isComplete) ? set : pages.apply(complete().faces);
    }

    private synchronized Shop complete() {
        Shop made = complete;
        if (made == null) {
            made = maker.get();
            complete = made;
        }
        return made;
    }

    /** Fonts and the files that are written with them. */
    private record Shop(Typefaces faces, PdfFile file) {

        static Shop archiving(Typefaces faces) {
            return new Shop(faces, PdfFile.archived(faces));
        }
    }
}
