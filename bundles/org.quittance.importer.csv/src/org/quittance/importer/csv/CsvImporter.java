package org.quittance.importer.csv;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;

/**
 * Reads delimited text: ledgers exported by accounting software and spreadsheets. A JSON mapping says which column is
 * what and how dates and amounts are written; without one, well-known column names are understood.
 *
 * <p>Rows stream through; memory depends on the longest row, not on the file. A row is taken whole or rejected with line
 * and column. Where rows cannot be told apart any more (a quote that is never closed, bytes that are not of the encoding),
 * the file as a whole is refused. Stateless, so safe for several threads.
 */
@Component
@Designate(ocd = CsvImporter.Configuration.class)
public final class CsvImporter implements Importer {

    private static final int CELL_CHARS_DEFAULT = 1_048_576;
    private static final int COLUMNS_DEFAULT = 1_000;

    private final int cellCharsMax;
    private final int columnsMax;
    private final CanonicalColumns canonical = CanonicalColumns.load();

    /** Limits that keep a damaged file from filling the memory. */
    @ObjectClassDefinition(name = "CSV importer", description = "Limits for reading delimited text files.")
    public @interface Configuration {

        @AttributeDefinition(
                name = "Longest cell",
                description = "Characters of the longest cell that is read; a quote never closed runs into it.")
        int cellCharsMax() default CELL_CHARS_DEFAULT;

        @AttributeDefinition(name = "Columns", description = "The most columns a file may have.")
        int columnsMax() default COLUMNS_DEFAULT;
    }

    @Activate
    public CsvImporter(Configuration configuration) {
        this(configuration.cellCharsMax(), configuration.columnsMax());
    }

    CsvImporter(int cellCharsMax, int columnsMax) {
        this.cellCharsMax = Math.max(1_024, cellCharsMax);
        this.columnsMax = Math.max(1, columnsMax);
    }

    static CsvImporter withDefaults() {
        return new CsvImporter(CELL_CHARS_DEFAULT, COLUMNS_DEFAULT);
    }

    @Override
    public String format() {
        return "csv";
    }

    /**
     * Plain text whose first rows are cut into equally many cells, more than one; not JSON, XML or PDF. A file whose name says
     * that it is delimited text is taken at its word, so that what is wrong in it is said with its line.
     */
    @Override
    public boolean recognises(String fileName, byte[] head) {
        String name = requireNonNull(fileName, "fileName").toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".csv") || name.endsWith(".tsv");
        int mark = EncodedText.isMarkedUtf8(requireNonNull(head, "head")) ? 3 : 0;
        String text = new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading();
        if (text.indexOf('\0') >= 0 || start.isEmpty() || "<{[%:".indexOf(start.charAt(0)) >= 0) {
            return named && (start.isEmpty() || "<{[%:".indexOf(start.charAt(0)) < 0);
        }
        return named || Delimiters.isRegular(text, head.length >= EncodedText.HEAD_BYTES, DefaultMapping.LAYOUT);
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(file, "file");
        requireNonNull(sink, "sink");
        Optional<Mapping> given = requireNonNull(mapping, "mapping").isPresent()
                ? Optional.of(MappingReader.read(mapping.get()))
                : Optional.empty();
        Mapping.Layout layout = given.map(Mapping::layout).orElse(DefaultMapping.LAYOUT);
        try (EncodedText text = EncodedText.open(file, layout.encoding())) {
            char delimiter = layout.delimiter().isPresent()
                    ? layout.delimiter().get()
                    : ExpectedColumns.delimiter(text, layout, given, canonical);
            rows(creditor, text, layout, delimiter, given, sink);
        } catch (IOException problem) {
            throw new ImportException(
                    Sentence.of(CsvImporter.class, "file.unreadable", file, FileProblem.describe(problem)),
                    0,
                    "",
                    problem);
        }
    }

    private void rows(
            CreditorId creditor,
            EncodedText text,
            Mapping.Layout layout,
            char delimiter,
            Optional<Mapping> given,
            ImportSink sink)
            throws ImportException, IOException {
        RowHandler handler = new RowHandler(columnsMax);
        try (CsvReader<Row> reader = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .quoteCharacter(layout.quote())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(cellCharsMax)
                        .build(handler, text.reader());
                CloseableIterator<Row> rows = skipped(reader, layout)) {
            if (!rows.hasNext()) {
                throw new ImportException(Sentence.of(CsvImporter.class, "file.no-rows"), 0, "", null);
            }
            Row first = rows.next();
            RowReader records = records(creditor, first, layout, given, sink);
            if (!layout.header()) {
                records.read(first);
            }
            while (rows.hasNext()) {
                records.read(rows.next());
            }
            records.finish();
        } catch (CsvParseException problem) {
            throw unreadable(problem, handler.line(), layout);
        } catch (UncheckedIOException problem) {
            throw badText(problem.getCause());
        } catch (StrictReader.BadText problem) {
            throw badText(problem);
        } catch (LimitExceeded problem) {
            throw new ImportException(problem.sentence(), handler.line(), "", problem);
        }
    }

    private static CloseableIterator<Row> skipped(CsvReader<Row> reader, Mapping.Layout layout) {
        if (layout.skipLines() > 0) {
            reader.skipLines(layout.skipLines());
        }
        return reader.iterator();
    }

    private RowReader records(
            CreditorId creditor, Row first, Mapping.Layout layout, Optional<Mapping> given, ImportSink sink)
            throws ImportException {
        List<String> names = first.texts();
        Mapping mapping = given.isPresent() ? given.get() : DefaultMapping.of(names, canonical);
        Columns columns = layout.header() ? Columns.named(names, first.line()) : Columns.positional(first.count());
        return new RowReader(creditor, mapping, columns, first, sink);
    }

    private ImportException unreadable(CsvParseException problem, long line, Mapping.Layout layout) {
        if (problem.getCause() instanceof IOException cause) {
            return badText(cause);
        }
        if (problem.getCause() instanceof LimitExceeded limit) {
            return new ImportException(limit.sentence(), line, "", problem);
        }
        if (problem.getCause() instanceof RuntimeException bug) {
            throw bug;
        }
        return new ImportException(
                Sentence.of(CsvImporter.class, "cell.unclosed", layout.quote(), cellCharsMax), line, "", problem);
    }

    static ImportException badText(@Nullable IOException problem) {
        if (problem instanceof StrictReader.BadText bad) {
            return new ImportException(bad.sentence(), bad.line(), "encoding", problem);
        }
        return new ImportException(
                problem == null
                        ? Sentence.of(CsvImporter.class, "file.cut")
                        : Sentence.of(CsvImporter.class, "file.cut-because", FileProblem.describe(problem)),
                0,
                "",
                problem);
    }
}
