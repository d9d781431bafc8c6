package org.quittance.importer.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/** Finds out the delimiter by the columns that are looked for: only the right one cuts the header into their names. */
final class ExpectedColumns {

    private ExpectedColumns() {}

    static char delimiter(EncodedText text, Mapping.Layout layout, Optional<Mapping> given, CanonicalColumns canonical)
            throws ImportException {
        Set<String> names = new HashSet<>();
        given.ifPresent(mapping -> mapping.records()
                .values()
                .forEach(rule -> rule.fields().values().forEach(source -> addNames(source, names))));
        return Delimiters.find(
                        text.head(),
                        text.isHeadCut(),
                        layout,
                        header -> given.isPresent() ? count(header, names) : canonical.known(header))
                .orElseThrow(() -> new ImportException(
                        Sentence.of(ExpectedColumns.class, "delimiter.none"),
                        layout.skipLines() + 1,
                        "delimiter",
                        null));
    }

    private static int count(List<String> header, Set<String> names) {
        return (int) header.stream().filter(names::contains).count();
    }

    private static void addNames(Source source, Set<String> names) {
        if (source instanceof Source.Column plain) {
            names.add(plain.column().name());
        } else if (source instanceof Source.Translated translated) {
            names.add(translated.column().name());
        } else if (source instanceof Source.Template template) {
            template.columns().forEach(column -> names.add(column.name()));
        }
    }
}
