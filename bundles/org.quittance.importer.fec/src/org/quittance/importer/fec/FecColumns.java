package org.quittance.importer.fec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/** The header: which column is where, and what stands between the cells. Amounts are Debit and Credit, or Montant and Sens. */
final class FecColumns {

    static final String DEBIT = "Debit";
    static final String CREDIT = "Credit";
    static final String AMOUNT = "Montant";
    static final String SIDE = "Sens";
    static final String CURRENCY_AMOUNT = "Montantdevise";
    static final String CURRENCY = "Idevise";

    private static final List<String> REQUIRED = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "EcritureLet",
            "DateLet");
    /** Enough of the header to be sure that it is one. */
    private static final List<String> SIGNS = List.of("journalcode", "ecriturenum", "comptenum");

    private final char delimiter;
    private final int count;
    private final Map<String, Integer> places;

    private FecColumns(char delimiter, int count, Map<String, Integer> places) {
        this.delimiter = delimiter;
        this.count = count;
        this.places = places;
    }

    static boolean isHeader(String line) {
        List<String> names = cells(line, delimiter(line)).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return names.containsAll(SIGNS) && names.get(0).equals(SIGNS.get(0));
    }

    /** @throws ImportException where a column is missing or stands there twice */
    static FecColumns of(String header) throws ImportException {
        char delimiter = delimiter(header);
        List<String> names = cells(header, delimiter);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).toLowerCase(Locale.ROOT);
            if (places.containsKey(name)) {
                throw refusal("header.twice", names.get(i));
            }
            if (!name.isEmpty()) {
                places.put(name, i);
            }
        }
        FecColumns columns = new FecColumns(delimiter, names.size(), places);
        for (String name : REQUIRED) {
            columns.require(name);
        }
        if (columns.place(AMOUNT).isPresent()) {
            columns.require(SIDE);
        } else {
            columns.require(DEBIT);
            columns.require(CREDIT);
        }
        return columns;
    }

    private void require(String name) throws ImportException {
        if (place(name).isEmpty()) {
            throw refusal("header.missing", name);
        }
    }

    private static ImportException refusal(String code, String name) {
        return new ImportException(Sentence.of(FecColumns.class, code, name), 1, name, null);
    }

    private static char delimiter(String line) {
        return line.indexOf('\t') >= 0 ? '\t' : '|';
    }

    private static List<String> cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
            cells.add(plain(line.substring(from, at)));
            from = at + 1;
        }
        cells.add(plain(line.substring(from)));
        return cells;
    }

    /** Some programs put quotes around cells, which the law does not know. */
    private static String plain(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() > 1 && text.charAt(0) == '"' && text.charAt(text.length() - 1) == '"';
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** The cells of a line. */
    List<String> cut(String line) throws BadLine {
        List<String> cells = cells(line, delimiter);
        boolean right = cells.size() == count
                || cells.size() > count
                        && cells.subList(count, cells.size()).stream().allMatch(String::isEmpty);
        if (!right) {
            throw new BadLine("", "line.cells", cells.size(), count);
        }
        return cells;
    }

    Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(name.toLowerCase(Locale.ROOT)));
    }
}
