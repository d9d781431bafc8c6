package org.quittance.importer.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/**
 * A table as it is found: its encoding, the sign between its cells, its headings, and what its columns hold, over all rows.
 *
 * @param rows how many there are below the headings
 * @param skewed how many of them have another number of cells
 */
record TableScan(
        Charset encoding,
        char delimiter,
        int skipLines,
        List<String> headings,
        List<ColumnProfile> profiles,
        long rows,
        long skewed) {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    /** Titles and blank lines above the headings. */
    private static final int SKIP_MAX = 10;

    private static final int CELL_CHARS_MAX = 1024 * 1024;
    private static final int COLUMNS_MAX = 1_000;

    static TableScan of(Path file, HeadingWords words) throws ImportException {
        ImportException last = null;
        for (Charset encoding : ENCODINGS) {
            try {
                return of(file, encoding, words);
            } catch (ImportException e) {
                if (!e.field().equals("encoding") || encoding.equals(StandardCharsets.ISO_8859_1)) {
                    throw last == null || !e.field().equals("encoding") ? e : last;
                }
                last = e;
            }
        }
        throw new IllegalStateException("the last encoding takes every byte");
    }

    private static TableScan of(Path file, Charset encoding, HeadingWords words) throws ImportException {
        try (EncodedText text = EncodedText.open(file, encoding)) {
            Start start = start(text, words);
            return scan(text, encoding, start);
        } catch (IOException problem) {
            throw CsvImporter.badText(problem);
        }
    }

    /** Where the headings stand and what is between them. */
    private record Start(char delimiter, int skipLines) {}

    private static Start start(EncodedText text, HeadingWords words) throws ImportException {
        Start best = null;
        long bestKnown = -1;
        for (int skip = 0; skip <= SKIP_MAX; skip++) {
            Mapping.Layout layout = layout(skip);
            Optional<Character> found = Delimiters.find(text.head(), text.isHeadCut(), layout, words::known);
            if (found.isEmpty()) {
                continue;
            }
            long known = words.known(Delimiters.first(text.head(), found.get(), layout));
            if (known > bestKnown) {
                bestKnown = known;
                best = new Start(found.get(), skip);
            }
        }
        if (best == null) {
            throw new ImportException(Sentence.of(TableScan.class, "propose.no-table"), 0, "", null);
        }
        return best;
    }

    private static Mapping.Layout layout(int skipLines) {
        Mapping.Layout usual = DefaultMapping.LAYOUT;
        return new Mapping.Layout(usual.encoding(), usual.delimiter(), usual.quote(), usual.header(), skipLines);
    }

    private static TableScan scan(EncodedText text, Charset encoding, Start start) throws ImportException, IOException {
        long line = 0;
        try (Reader reader = text.reader();
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(start.delimiter())
                        .quoteCharacter('"')
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(CELL_CHARS_MAX)
                        .build(CsvRecordHandler.builder().maxFields(COLUMNS_MAX).build(), reader)) {
            if (start.skipLines() > 0) {
                rows.skipLines(start.skipLines());
            }
            List<String> headings = List.of();
            List<ColumnProfile> profiles = new ArrayList<>();
            long count = 0;
            long skewed = 0;
            for (CsvRecord row : rows) {
                line = row.getStartingLineNumber();
                if (headings.isEmpty()) {
                    headings = row.getFields().stream().map(String::strip).toList();
                    headings.forEach(heading -> profiles.add(new ColumnProfile()));
                } else if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    count++;
                    skewed += row.getFieldCount() == headings.size() ? 0 : 1;
                    for (int index = 0; index < Math.min(headings.size(), row.getFieldCount()); index++) {
                        profiles.get(index).add(row.getField(index));
                    }
                }
            }
            return new TableScan(
                    encoding, start.delimiter(), start.skipLines(), headings, List.copyOf(profiles), count, skewed);
        } catch (CsvParseException problem) {
            if (problem.getCause() instanceof IOException cause) {
                throw CsvImporter.badText(cause);
            }
            throw new ImportException(Sentence.of(TableScan.class, "propose.broken"), line, "", problem);
        } catch (UncheckedIOException problem) {
            throw CsvImporter.badText(problem.getCause());
        }
    }
}
