package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;

/** The embedded ledger. Knows every past day; here an invoice's identifier is its printed number. */
@Component(service = InvoiceStore.class, immediate = true)
public final class SqliteInvoiceStore implements InvoiceStore {

    private static final String BY_INVOICE = "i.invoice = ?";

    private static final String FIND = "SELECT " + ItemRows.COLUMNS + " FROM item i WHERE i.creditor = ? AND "
            + BY_INVOICE + " ORDER BY i.debtor, i.invoice, i.instalment";

    private static final String CHANGES = "SELECT sequence, debtor, invoice, instalment, kind, on_day FROM item_change"
            + " WHERE creditor = ? AND sequence > ? ORDER BY sequence LIMIT ?";

    private static final String LAST_CHANGE = "SELECT max(sequence) FROM item_change";

    private static final String STATES = String.format("""
        SELECT i.invoice, i.instalment, i.kind, i.due, i.disputed, i.original_minor,
          (SELECT sum(a.minor) FROM allocation a WHERE a.creditor = i.creditor AND a.debtor = i.debtor
            AND a.invoice = i.invoice AND a.instalment = i.instalment AND %s)
        FROM json_each(?) k CROSS JOIN item i
        WHERE i.creditor = ? AND i.invoice = k.value ->> 0 AND i.instalment = k.value ->> 1 AND i.issued <= ?\
        """, ItemsOnDay.COUNTS);

    private final SqliteDatabase database;

    @Activate
    public SqliteInvoiceStore(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public StoreId id() {
        return new StoreId(database.storeId());
    }

    @Override
    public OpenItemCursor openItems(CreditorId creditor, LocalDate asOf) {
        return new OpenItemPages(database, requireNonNull(creditor, "creditor"), requireNonNull(asOf, "asOf"));
    }

    @Override
    public List<OpenItem> find(CreditorId creditor, String number, LocalDate asOf) throws StoreException {
        requireNonNull(number, "number");
        requireNonNull(asOf, "asOf");
        return read(creditor, List.of(), (session, key) -> {
            ItemRows reader = new ItemRows(creditor);
            ItemsOnDay items = ItemsOnDay.of(session, key, reader, asOf);
            List<ItemRows.Row> rows;
            try (ResultSet result = session.query(FIND, key, number)) {
                rows = reader.readAll(result);
            }
            return items.open(rows, BY_INVOICE, number);
        });
    }

    @Override
    public ItemChanges changesSince(CreditorId creditor, ChangeCursor cursor, int limit) throws StoreException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", at least 1");
        }
        long after = sequence(cursor);
        ItemChanges none = new ItemChanges(List.of(), cursor, false);
        return read(creditor, none, (session, key) -> {
            requireKnown(session, after);
            return changes(session, creditor, key, cursor, limit);
        });
    }

    private static ItemChanges changes(
            SqliteSession session, CreditorId creditor, long key, ChangeCursor cursor, int limit) throws SQLException {
        List<ItemChange> changes = new ArrayList<>();
        long last = sequence(cursor);
        boolean more = false;
        // One more than asked for tells whether there is a next page.
        try (ResultSet rows = session.query(CHANGES, key, last, limit + 1L)) {
            while (rows.next() && !more) {
                if (changes.size() == limit) {
                    more = true;
                } else {
                    last = rows.getLong(1);
                    changes.add(new ItemChange(
                            ItemKey.of(creditor, InvoiceId.of(rows.getString(3)), rows.getInt(4)),
                            DebtorId.of(rows.getString(2)),
                            Codes.changeKind(rows.getInt(5)),
                            LocalDate.ofEpochDay(rows.getLong(6))));
                }
            }
        }
        return new ItemChanges(changes, changes.isEmpty() ? cursor : new ChangeCursor(Long.toString(last)), more);
    }

    private static long sequence(ChangeCursor cursor) {
        if (cursor.equals(ChangeCursor.BEGINNING)) {
            return 0;
        }
        if (!cursor.value().matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("cursor «" + cursor.value() + "» is not of this store");
        }
        return Long.parseLong(cursor.value());
    }

    /** A cursor from a later state of the ledger, after a restore, must not hide the changes that come now. */
    private void requireKnown(SqliteSession session, long after) throws SQLException, StoreException {
        long last = session.number(0, LAST_CHANGE);
        if (after > last) {
            throw StoreException.lasting(
                    database.file() + ": changes after " + after + " were asked for, the last one is " + last
                            + "; the database was restored without the case journal, read the changes from the"
                            + " beginning",
                    null);
        }
    }

    @Override
    public Set<ItemKey> recheck(CreditorId creditor, Collection<ItemToken> tokens, LocalDate asOf)
            throws StoreException {
        requireNonNull(asOf, "asOf");
        JsonArray keys = new JsonArray();
        for (ItemToken token : tokens) {
            requireOwn(creditor, token.item());
            keys.add(token.item().invoice().value(), token.item().instalment());
        }
        Map<ItemKey, String> states =
                read(creditor, Map.of(), (session, key) -> states(session, creditor, key, keys, asOf.toEpochDay()));
        Set<ItemKey> differing = new HashSet<>();
        for (ItemToken token : tokens) {
            if (!token.token().equals(states.get(token.item()))) {
                differing.add(token.item());
            }
        }
        return differing;
    }

    private static Map<ItemKey, String> states(
            SqliteSession session, CreditorId creditor, long key, JsonArray keys, long day) throws SQLException {
        Map<ItemKey, String> states = new HashMap<>();
        try (ResultSet rows = session.query(STATES, day, day, keys.toString(), key, day)) {
            while (rows.next()) {
                boolean credit = Codes.itemKind(rows.getInt(3)).isCredit();
                long taken = rows.getLong(7);
                long open = rows.getLong(6) + (credit ? taken : -taken);
                if (open != 0) {
                    states.put(
                            ItemKey.of(creditor, InvoiceId.of(rows.getString(1)), rows.getInt(2)),
                            ItemRows.token(open, rows.getLong(4), rows.getInt(5) != 0));
                }
            }
        }
        return states;
    }

    private static void requireOwn(CreditorId creditor, ItemKey item) {
        if (!item.creditor().equals(creditor)) {
            throw new IllegalArgumentException("item " + item + " is of creditor " + item.creditor());
        }
    }

    @Override
    public Optional<LocalDate> paymentsKnownUntil(CreditorId creditor) throws StoreException {
        return read(creditor, Optional.empty(), (session, key) -> {
            try (ResultSet rows = session.query("SELECT payments_known_until FROM creditor WHERE creditor = ?", key)) {
                return rows.next() ? Columns.day(rows, 1) : Optional.empty();
            }
        });
    }

    /** Reading for a creditor that is known. */
    @FunctionalInterface
    private interface CreditorWork<T> {

        T run(SqliteSession session, long creditor) throws SQLException, StoreException;
    }

    private <T> T read(CreditorId creditor, T unknown, CreditorWork<T> work) throws StoreException {
        requireNonNull(creditor, "creditor");
        try {
            return database.<T, StoreException>read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? unknown : work.run(session, key.get());
            });
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }
}
