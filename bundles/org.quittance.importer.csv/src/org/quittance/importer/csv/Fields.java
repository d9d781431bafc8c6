package org.quittance.importer.csv;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;

/**
 * The fields of one kind of record in the row under the cursor, typed. Every complaint names the column. For one thread.
 */
final class Fields {

    private static final int IDENTIFIER_LENGTH_MAX = 200;
    private static final char SEPARATOR = '\u001F';

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final AmountFormat amounts;
    private final DatePatterns dates;
    private final Row row;
    private final Slice slice = new Slice();
    private @Nullable DebtorId lastDebtor;
    private @Nullable Currency lastCurrency;

    /** @param row the one row object that the parser fills again and again */
    Fields(RecordKind kind, Map<String, Source> sources, Columns columns, Mapping mapping, DatePatterns dates, Row row)
            throws ImportException {
        for (String field : kind.fields()) {
            if (sources.containsKey(field)) {
                cells.put(field, Cell.of(sources.get(field), field, columns));
            }
        }
        this.amounts = mapping.amounts();
        this.dates = dates;
        this.row = row;
    }

    boolean has(String field) {
        return cells.containsKey(field);
    }

    boolean isBlank(String field) throws RowProblem {
        return !has(field) || read(field).isBlank();
    }

    /** Empty text where the file says nothing. */
    String text(String field) throws RowProblem {
        return has(field) ? plain(field, read(field)) : "";
    }

    /** A text that names something: there, not too long. */
    String identifier(String field) throws RowProblem {
        return identifier(field, filled(field));
    }

    Optional<String> optionalIdentifier(String field) throws RowProblem {
        return isBlank(field) ? Optional.empty() : Optional.of(identifier(field));
    }

    DebtorId debtor(String field) throws RowProblem {
        Slice text = filled(field);
        DebtorId known = lastDebtor;
        if (known != null && text.contentEquals(known.value())) {
            return known;
        }
        DebtorId debtor = DebtorId.of(identifier(field, text));
        lastDebtor = debtor;
        return debtor;
    }

    LocalDate date(String field) throws RowProblem {
        return dates.date(filled(field), label(field));
    }

    Currency currency() throws RowProblem {
        Slice text = filled("currency");
        Currency known = lastCurrency;
        if (known != null && text.contentEquals(known.getCurrencyCode())) {
            return known;
        }
        Currency currency = Words.currency(text.toString(), label("currency"));
        lastCurrency = currency;
        return currency;
    }

    long minor(String field, Currency currency) throws RowProblem {
        return amounts.minor(filled(field), currency, label(field));
    }

    /**
     * An amount more than zero.
     *
     * @param otherwise code of the sentence for one that is not
     */
    Money positive(String field, Currency currency, String otherwise) throws RowProblem {
        long minor = minor(field, currency);
        if (minor <= 0) {
            throw new RowProblem(label(field), otherwise, read(field));
        }
        return Money.ofMinor(minor, currency);
    }

    /** Evidence in the fields that begin with {@code prefix}; empty where the file tells no day of sending. */
    Optional<SendingEvidence> evidence(String prefix) throws RowProblem {
        if (isBlank(prefix + "sentOn")) {
            return Optional.empty();
        }
        LocalDate sentOn = date(prefix + "sentOn");
        EvidenceGrade grade = Words.grade(filled(prefix + "grade").toString(), label(prefix + "grade"));
        return Optional.of(new SendingEvidence(grade, sentOn, identifier(prefix + "source")));
    }

    /** Everything the file says in these fields, to notice that it says the same again. */
    String digest() throws RowProblem {
        StringBuilder digest = new StringBuilder();
        for (Cell cell : cells.values()) {
            cell.read(row, slice);
            digest.append(slice).append(SEPARATOR);
        }
        return digest.toString();
    }

    String label(String field) {
        return has(field) ? cells.get(field).label() : field;
    }

    private Slice read(String field) throws RowProblem {
        cells.get(field).read(row, slice);
        return slice;
    }

    private Slice filled(String field) throws RowProblem {
        if (isBlank(field)) {
            throw new RowProblem(label(field), "field.empty", field);
        }
        return slice;
    }

    private String identifier(String field, Slice text) throws RowProblem {
        if (text.length() > IDENTIFIER_LENGTH_MAX) {
            throw new RowProblem(label(field), "field.too-long", text.length(), IDENTIFIER_LENGTH_MAX);
        }
        return plain(field, text);
    }

    private String plain(String field, Slice text) throws RowProblem {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.at(i))) {
                throw new RowProblem(label(field), "field.control-character", (int) text.at(i));
            }
        }
        return text.toString();
    }
}
