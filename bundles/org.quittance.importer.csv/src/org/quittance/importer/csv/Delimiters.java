package org.quittance.importer.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds out which sign stands between the cells of a text. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS_MAX = 20;

    private Delimiters() {}

    /**
     * The sign whose first row is worth most; of equal ones the one that cuts more rows into equally many cells.
     *
     * @param head the beginning of the text
     * @param cut whether its last row may be incomplete
     * @param worth what a first row is worth, such as the number of expected columns it has
     * @return empty where no sign cuts the text
     */
    static Optional<Character> find(
            String head, boolean cut, Mapping.Layout layout, ToIntFunction<List<String>> worth) {
        Optional<Character> best = Optional.empty();
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            List<List<String>> rows = rows(head, cut, candidate, layout);
            if (!rows.isEmpty() && rows.get(0).size() > 1) {
                long score = worth.applyAsInt(rows.get(0)) * 1_000_000L
                        + regularRows(rows) * 10_000L
                        + Math.min(rows.get(0).size(), 9_999);
                if (score > bestScore) {
                    bestScore = score;
                    best = Optional.of(candidate);
                }
            }
        }
        return best;
    }

    /** Whether some sign cuts all of the first rows into the same number of cells, more than one. */
    static boolean isRegular(String head, boolean cut, Mapping.Layout layout) {
        for (char candidate : CANDIDATES) {
            List<List<String>> rows = rows(head, cut, candidate, layout);
            if (!rows.isEmpty() && rows.get(0).size() > 1 && regularRows(rows) == rows.size()) {
                return true;
            }
        }
        return false;
    }

    /** The first row of a text that is cut by a sign; empty where there is none. */
    static List<String> first(String head, char delimiter, Mapping.Layout layout) {
        List<List<String>> rows = rows(head, false, delimiter, layout);
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private static int regularRows(List<List<String>> rows) {
        int regular = 0;
        for (List<String> row : rows) {
            regular += row.size() == rows.get(0).size() ? 1 : 0;
        }
        return regular;
    }

    private static List<List<String>> rows(String head, boolean cut, char delimiter, Mapping.Layout layout) {
        List<List<String>> rows = new ArrayList<>();
        boolean complete = false;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(layout.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(head)) {
            reader.skipLines(layout.skipLines());
            for (CsvRecord row : reader) {
                if (rows.size() == ROWS_MAX) {
                    complete = true;
                    break;
                }
                rows.add(row.getFields().stream().map(String::strip).toList());
            }
        } catch (CsvParseException | UncheckedIOException | IOException broken) {
            return rows.isEmpty() ? List.of() : rows;
        }
        if (cut && !complete && rows.size() > 1) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }
}
