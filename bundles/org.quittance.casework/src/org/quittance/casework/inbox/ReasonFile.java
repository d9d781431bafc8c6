package org.quittance.casework.inbox;

import java.util.List;
import java.util.Locale;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.HeardImport;
import org.quittance.service.casework.ImportService.Rejection;
import org.quittance.service.casework.InboxService.Outcome;

/** What is written beside a file of which something was refused. */
final class ReasonFile {

    /** More are not read by anybody; they are most often of one cause. */
    private static final int LISTED_MAX = 1_000;

    private ReasonFile() {}

    static String refused(String name, Sentence reason, Locale language) {
        return text(language, "reason.refused", name) + "\n\n" + reason.in(language) + "\n\n"
                + text(language, "reason.refused-do") + "\n";
    }

    /** Of a file that was read, with what was told of its records. */
    static String of(String name, Outcome outcome, HeardImport heard, Locale language) {
        StringBuilder text = new StringBuilder();
        List<Rejection> rejections = heard.rejections();
        if (!rejections.isEmpty()) {
            String code = outcome == Outcome.REFUSED ? "reason.refused" : "reason.partly";
            text.append(text(language, code, name, rejections.size())).append("\n\n");
            list(text, rejections, language);
            text.append('\n').append(text(language, code + "-do")).append('\n');
        }
        List<Rejection> warnings = heard.warnings();
        if (!warnings.isEmpty() && outcome != Outcome.REFUSED) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append(text(language, "reason.warnings", name))
                    .append("\n\n");
            list(text, warnings, language);
        }
        return text.toString();
    }

    private static void list(StringBuilder text, List<Rejection> records, Locale language) {
        records.stream()
                .limit(LISTED_MAX)
                .forEach(record -> text.append(line(record, language)).append('\n'));
        if (records.size() > LISTED_MAX) {
            text.append(text(language, "reason.more", records.size() - LISTED_MAX))
                    .append('\n');
        }
    }

    private static String line(Rejection record, Locale language) {
        Sentence told = record.sentence();
        if (!record.field().isEmpty()) {
            told = Sentence.of(ReasonFile.class, "reason.place", record.field(), told);
        }
        return record.line() > 0 ? text(language, "reason.line", record.line(), told) : "– " + told.in(language);
    }

    private static String text(Locale language, String code, Object... values) {
        return Sentence.of(ReasonFile.class, code, values).in(language);
    }
}
