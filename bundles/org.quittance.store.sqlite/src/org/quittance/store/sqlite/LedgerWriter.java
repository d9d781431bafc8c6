package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ItemChange;

/** Writes items, what is allocated to them, and the log of their changes, within one transaction of one creditor. */
final class LedgerWriter {

    private static final String ITEMS = """
        SELECT debtor, instalment, kind, issued, due, currency, original_minor, open_minor, disputed,
          evidence_grade, evidence_on, evidence_source
        FROM item WHERE creditor = ? AND invoice = ? ORDER BY instalment\
        """;

    private static final String ALLOCATE = """
        INSERT INTO allocation (creditor, debtor, invoice, instalment, counterpart, counterpart_instalment, booked,
          value_on, minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String SET_OPEN =
            "UPDATE item SET open_minor = ? WHERE creditor = ? AND debtor = ? AND invoice = ? AND instalment = ?";

    private static final String LOG =
            "INSERT INTO item_change (creditor, debtor, invoice, instalment, kind, on_day) VALUES (?, ?, ?, ?, ?, ?)";

    private final SqliteSession session;
    private final long creditor;
    private final NewItems newItems;
    private long latestDay = Long.MIN_VALUE;

    LedgerWriter(SqliteSession session, long creditor) {
        this.session = session;
        this.creditor = creditor;
        this.newItems = new NewItems(session, creditor);
    }

    /** An item as the table has it; amounts of credits are negative. */
    record Item(
            String debtor,
            String invoice,
            int instalment,
            ItemKind kind,
            long issued,
            long due,
            String currency,
            long originalMinor,
            long openMinor,
            boolean disputed,
            Optional<SendingEvidence> evidence) {

        Item withOpen(long minor) {
            return new Item(
                    debtor, invoice, instalment, kind, issued, due, currency, originalMinor, minor, disputed, evidence);
        }
    }

    /** Adds an item with its whole amount open, unless one of that name exists; returns whether it was added. */
    boolean add(Item item) throws SQLException {
        boolean added = newItems.add(item);
        if (added) {
            latestDay = Math.max(latestDay, item.issued());
        }
        return added;
    }

    /** Adds items as {@link NewItems#addAll} does. */
    boolean addAll(List<Item> items) throws SQLException {
        boolean added = newItems.addAll(items);
        if (added) {
            items.forEach(item -> latestDay = Math.max(latestDay, item.issued()));
        }
        return added;
    }

    /** The items of an invoice, by instalment; empty if it is unknown. */
    List<Item> items(String invoice) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (ResultSet rows = session.query(ITEMS, creditor, invoice)) {
            while (rows.next()) {
                items.add(new Item(
                        rows.getString(1),
                        invoice,
                        rows.getInt(2),
                        Codes.itemKind(rows.getInt(3)),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getString(6),
                        rows.getLong(7),
                        rows.getLong(8),
                        rows.getInt(9) != 0,
                        ItemRows.evidence(rows, 10)));
            }
        }
        return items;
    }

    /**
     * Sets part of a credit against an item. It counts from the day on which both are known.
     *
     * @param counterpart name of the credit
     * @param minor positive
     * @return the item with what is open then
     */
    Item allocate(Item item, String counterpart, int counterpartInstalment, long booked, long valueOn, long minor)
            throws SQLException {
        return allocate(item, counterpart, counterpartInstalment, booked, valueOn, minor, ItemChange.Kind.SETTLED);
    }

    /** @param closed what is reported where nothing is open then */
    Item allocate(
            Item item,
            String counterpart,
            int counterpartInstalment,
            long booked,
            long valueOn,
            long minor,
            ItemChange.Kind closed)
            throws SQLException {
        long open = item.kind().isCredit() ? item.openMinor() + minor : item.openMinor() - minor;
        session.update(
                ALLOCATE,
                creditor,
                item.debtor(),
                item.invoice(),
                item.instalment(),
                counterpart,
                counterpartInstalment,
                booked,
                valueOn,
                minor);
        session.update(SET_OPEN, open, creditor, item.debtor(), item.invoice(), item.instalment());
        log(item, open == 0 ? closed : ItemChange.Kind.CHANGED, booked);
        return item.withOpen(open);
    }

    /** Opens an item again by what was set against it. */
    void reopen(Item item, long day, long minor) throws SQLException {
        boolean settled = item.openMinor() == 0;
        session.update(SET_OPEN, item.openMinor() + minor, creditor, item.debtor(), item.invoice(), item.instalment());
        log(item, settled ? ItemChange.Kind.REOPENED : ItemChange.Kind.CHANGED, day);
    }

    void log(Item item, ItemChange.Kind kind, long day) throws SQLException {
        latestDay = Math.max(latestDay, day);
        session.update(LOG, creditor, item.debtor(), item.invoice(), item.instalment(), Codes.of(kind), day);
    }

    /** To be called before the transaction is committed. */
    void finish() throws SQLException {
        session.update("UPDATE creditor SET latest_day = max(latest_day, ?) WHERE creditor = ?", latestDay, creditor);
    }
}
