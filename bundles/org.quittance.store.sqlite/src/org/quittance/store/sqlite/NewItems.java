package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ItemChange;

/**
 * Statements that add items and log them. Binding a value costs about as much as storing it, so what many items of a file share
 * is bound once.
 */
final class NewItems {

    /** Items that go into one statement. */
    static final int AT_ONCE = 50;

    private static final String INTO_ITEM = """
        INSERT INTO item (creditor, instalment, kind, currency, disputed, evidence_grade, evidence_source, debtor, invoice,
          issued, due, original_minor, open_minor, evidence_on) VALUES\
        """;

    private static final String INTO_LOG =
            "INSERT INTO item_change (creditor, instalment, kind, debtor, invoice, on_day) VALUES";

    private static final int SHARED = 7;
    private static final int OWN = 6;
    private static final String[] ADD = statements(
            INTO_ITEM, "(?1, ?2, ?3, ?4, ?5, ?6, ?7, %1$s, %2$s, %3$s, %4$s, %5$s, %5$s, %6$s)", SHARED, OWN);
    private static final int SHARED_BY_LOG = 3;
    private static final int OWN_OF_LOG = 3;
    private static final String[] LOG =
            statements(INTO_LOG, "(?1, ?2, ?3, %1$s, %2$s, %3$s)", SHARED_BY_LOG, OWN_OF_LOG);

    private static final String UNLESS_KNOWN = " ON CONFLICT DO NOTHING";

    private final SqliteSession session;
    private final long creditor;

    NewItems(SqliteSession session, long creditor) {
        this.session = session;
        this.creditor = creditor;
    }

    /** For each number of rows the statement that inserts so many; shared values stand first. */
    private static String[] statements(String insert, String row, int shared, int own) {
        String[] statements = new String[AT_ONCE + 1];
        StringBuilder sql = new StringBuilder(insert);
        for (int count = 1; count <= AT_ONCE; count++) {
            int first = shared + (count - 1) * own + 1;
            Object[] places = IntStream.range(first, first + own)
                    .mapToObj(place -> "?" + place)
                    .toArray();
            sql.append(count == 1 ? " " : ", ").append(String.format(row, places));
            statements[count] = sql.toString();
        }
        return statements;
    }

    /** Whether two items differ only in what a statement has for each item. */
    static boolean areAlike(LedgerWriter.Item one, LedgerWriter.Item other) {
        return one.instalment() == other.instalment()
                && one.kind() == other.kind()
                && one.disputed() == other.disputed()
                && one.currency().equals(other.currency())
                && one.evidence()
                        .map(SendingEvidence::grade)
                        .equals(other.evidence().map(SendingEvidence::grade))
                && one.evidence()
                        .map(SendingEvidence::source)
                        .equals(other.evidence().map(SendingEvidence::source));
    }

    /** Adds an item unless one of that name exists; returns whether it was added. */
    boolean add(LedgerWriter.Item item) throws SQLException {
        List<LedgerWriter.Item> alone = List.of(item);
        boolean added = session.update(ADD[1] + UNLESS_KNOWN, values(alone)) > 0;
        if (added) {
            session.update(LOG[1], changes(alone));
        }
        return added;
    }

    /**
     * Adds at most {@link #AT_ONCE} items that are {@link #areAlike alike}; returns whether all are new. If one is not, none is
     * added.
     */
    boolean addAll(List<LedgerWriter.Item> items) throws SQLException {
        try {
            session.update(ADD[items.size()], values(items));
        } catch (SQLException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
        session.update(LOG[items.size()], changes(items));
        return true;
    }

    private @Nullable Object[] values(List<LedgerWriter.Item> items) {
        LedgerWriter.Item first = items.get(0);
        Optional<SendingEvidence> evidence = first.evidence();
        @Nullable Object[] values = new @Nullable Object[SHARED + OWN * items.size()];
        int next = 0;
        values[next++] = creditor;
        values[next++] = first.instalment();
        values[next++] = Codes.of(first.kind());
        values[next++] = first.currency();
        values[next++] = first.disputed() ? 1 : 0;
        values[next++] = Codes.value(evidence.map(known -> Codes.of(known.grade())));
        values[next++] = Codes.value(evidence.map(SendingEvidence::source));
        for (LedgerWriter.Item item : items) {
            values[next++] = item.debtor();
            values[next++] = item.invoice();
            values[next++] = item.issued();
            values[next++] = item.due();
            values[next++] = item.originalMinor();
            values[next++] =
                    Codes.value(item.evidence().map(known -> known.sentOn().toEpochDay()));
        }
        return values;
    }

    private Object[] changes(List<LedgerWriter.Item> items) {
        Object[] values = new Object[SHARED_BY_LOG + OWN_OF_LOG * items.size()];
        int next = 0;
        values[next++] = creditor;
        values[next++] = items.get(0).instalment();
        values[next++] = Codes.of(ItemChange.Kind.CHANGED);
        for (LedgerWriter.Item item : items) {
            values[next++] = item.debtor();
            values[next++] = item.invoice();
            values[next++] = item.issued();
        }
        return values;
    }
}
