package org.quittance.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.quittance.document.report.Report;

/** A report as PDF/A-2b. The same report gives the same bytes on any day. Immutable, safe for any thread. */
public final class ReportForm {

    private final PageSetting setting;

    private ReportForm(PageSetting setting) {
        this.setting = setting;
    }

    /** Prepares the fonts, which takes some tenths of a second. */
    public static ReportForm embeddingFonts() {
        return new ReportForm(PageSetting.embeddingFonts());
    }

    public byte[] of(Report report) {
        return of(report, List.of());
    }

    /** How many pages it has. */
    public int count(Report report) {
        return setting.pages(faces -> ReportPages.of(report, faces, 0)).size();
    }

    /** The report, and behind it one empty sheet per stamp onto which other pages can be laid. */
    byte[] of(Report report, List<Stamp> stamps) {
        return setting.file(
                faces -> {
                    List<PageCanvas> pages = new ArrayList<>(ReportPages.of(report, faces, stamps.size()));
                    stamps.forEach(stamp -> pages.add(stamp.sheet(faces)));
                    return pages;
                },
                imprint(report));
    }

    static Imprint imprint(Report report) {
        return new Imprint(report.title(), report.author(), report.language(), report.date());
    }
}
