package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.OpenItem;

/**
 * What of some items was open at the end of a day. When nothing was issued or booked after it, the maintained amount is
 * exact and allocations are read only for items that have any; otherwise the amount is computed from the allocations.
 */
final class ItemsOnDay {

    /** Which allocations {@code a} count on a day, bound twice. */
    static final String COUNTS = "a.booked <= ? AND (a.taken_back IS NULL OR a.taken_back > ?)";

    private static final String LATEST = "SELECT latest_day FROM creditor WHERE creditor = ?";

    private final SqliteSession session;
    private final long creditor;
    private final ItemRows reader;
    private final long day;
    private final boolean present;

    private ItemsOnDay(SqliteSession session, long creditor, ItemRows reader, LocalDate asOf) throws SQLException {
        this.session = session;
        this.creditor = creditor;
        this.reader = reader;
        this.day = asOf.toEpochDay();
        this.present = session.number(Long.MIN_VALUE, LATEST, creditor) <= day;
    }

    static ItemsOnDay of(SqliteSession session, long creditor, ItemRows reader, LocalDate asOf) throws SQLException {
        return new ItemsOnDay(session, creditor, reader, asOf);
    }

    /** Whether the present state of the ledger is the one asked for. */
    boolean isPresent() {
        return present;
    }

    /**
     * Turns rows into the items that were open.
     *
     * @param rows in the order of the table
     * @param range the part of the table they come from, as a condition on {@code i} with its values
     */
    List<OpenItem> open(List<ItemRows.Row> rows, String range, Object... values) throws SQLException {
        boolean anyAllocated = !present || rows.stream().anyMatch(row -> row.openMinor() != row.originalMinor());
        Map<ItemKey, List<Allocation>> allocations = anyAllocated ? allocations(rows, range, values) : Map.of();
        List<OpenItem> items = new ArrayList<>(rows.size());
        for (ItemRows.Row row : rows) {
            List<Allocation> taken = allocations.getOrDefault(row.key(), List.of());
            long minor = present ? row.openMinor() : openMinor(row, taken);
            if (minor != 0 && (present || row.issued().toEpochDay() <= day)) {
                items.add(row.open(minor, taken));
            }
        }
        return items;
    }

    private static long openMinor(ItemRows.Row row, List<Allocation> taken) {
        long sum = 0;
        for (Allocation allocation : taken) {
            sum += allocation.amount().minor();
        }
        return row.kind().isCredit() ? row.originalMinor() + sum : row.originalMinor() - sum;
    }

    private Map<ItemKey, List<Allocation>> allocations(List<ItemRows.Row> rows, String range, Object... values)
            throws SQLException {
        Map<ItemKey, List<Allocation>> found = new HashMap<>();
        Object[] all = new Object[values.length + 3];
        all[0] = creditor;
        System.arraycopy(values, 0, all, 1, values.length);
        all[all.length - 2] = day;
        all[all.length - 1] = day;
        int next = 0;
        try (ResultSet result = session.query(allocationQuery(range), all)) {
            while (result.next()) {
                String invoice = result.getString(1);
                int instalment = result.getInt(2);
                while (next < rows.size() && !isItem(rows.get(next), invoice, instalment)) {
                    next++;
                }
                if (next == rows.size()) {
                    break;
                }
                ItemRows.Row row = rows.get(next);
                found.computeIfAbsent(row.key(), key -> new ArrayList<>(2))
                        .add(reader.allocation(result, 3, row.currency()));
            }
        }
        return found;
    }

    private String allocationQuery(String range) {
        return "SELECT i.invoice, i.instalment, a.value_on, a.minor FROM item i CROSS JOIN allocation a"
                + " ON a.creditor = i.creditor AND a.debtor = i.debtor AND a.invoice = i.invoice"
                + " AND a.instalment = i.instalment WHERE i.creditor = ? AND " + range
                + (present ? " AND i.open_minor <> 0 AND i.open_minor <> i.original_minor" : "")
                + " AND " + COUNTS + " ORDER BY i.debtor, i.invoice, i.instalment";
    }

    private static boolean isItem(ItemRows.Row row, String invoice, int instalment) {
        return row.key().instalment() == instalment
                && row.key().invoice().value().equals(invoice);
    }
}
