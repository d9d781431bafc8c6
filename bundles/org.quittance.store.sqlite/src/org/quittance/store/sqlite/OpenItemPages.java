package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;

/**
 * A stream of open items read in pages, each a short transaction of its own that begins after the last key of the one
 * before. A stream left open for an hour therefore holds neither a connection nor the log. While one page is worked on the
 * next is read.
 */
final class OpenItemPages implements OpenItemCursor {

    private static final int PAGE_ROWS = 4_000;

    private static final String AFTER = "(i.debtor, i.invoice, i.instalment) > (?, ?, ?)";

    private static final String PAGE = "SELECT " + ItemRows.COLUMNS + " FROM item i WHERE i.creditor = ? AND " + AFTER
            + " %s" + " ORDER BY i.debtor, i.invoice, i.instalment LIMIT " + PAGE_ROWS;
    private static final String PRESENT_PAGE = String.format(PAGE, "AND i.open_minor <> 0");
    private static final String PAST_PAGE = String.format(PAGE, "");

    private static final String PAGE_RANGE = AFTER + " AND (i.debtor, i.invoice, i.instalment) <= (?, ?, ?)";

    private final SqliteDatabase database;
    private final CreditorId creditor;
    private final LocalDate asOf;
    private final ItemRows reader;
    private List<OpenItem> page = List.of();
    private int index = -1;
    private boolean complete;
    private Position position = new Position("", "", 0);
    private @Nullable Future<Page> ahead;

    OpenItemPages(SqliteDatabase database, CreditorId creditor, LocalDate asOf) {
        this.database = database;
        this.creditor = creditor;
        this.asOf = asOf;
        this.reader = new ItemRows(creditor);
    }

    /** The key of a row. */
    private record Position(String debtor, String invoice, int instalment) {

        static Position of(ItemRows.Row row) {
            ItemKey key = row.key();
            return new Position(row.debtor().value(), key.invoice().value(), key.instalment());
        }
    }

    /** Items, where the next page begins, and whether there is none. */
    private record Page(List<OpenItem> items, Position next, boolean last) {}

    @Override
    public boolean advance() throws StoreException {
        if (index < page.size()) {
            index++;
        }
        while (index >= page.size() && !complete) {
            nextPage();
        }
        return index < page.size();
    }

    @Override
    public OpenItem current() {
        if (index < 0 || index >= page.size()) {
            throw new IllegalStateException("the stream is not at an item");
        }
        return page.get(index);
    }

    @Override
    public void close() {
        complete = true;
        page = List.of();
        index = 0;
        Future<Page> pending = ahead;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private void nextPage() throws StoreException {
        Page next = taken();
        page = next.items();
        index = 0;
        position = next.next();
        complete = next.last();
        ahead = complete ? null : readAhead(position);
    }

    private Page taken() throws StoreException {
        Future<Page> pending = ahead;
        ahead = null;
        try {
            return pending == null ? readPage(position) : pending.get();
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw Failures.store(database.file(), cause);
            }
            throw new IllegalStateException("a page could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.passing(database.file() + ": interrupted while reading", e);
        }
    }

    private Future<Page> readAhead(Position after) throws StoreException {
        try {
            return database.ahead(() -> readPage(after));
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }

    private Page readPage(Position after) throws SQLException {
        return database.<Page, RuntimeException>read(session -> readPage(session, after));
    }

    private Page readPage(SqliteSession session, Position after) throws SQLException {
        Optional<Long> number = database.creditor(session, creditor);
        if (number.isEmpty()) {
            return new Page(List.of(), after, true);
        }
        ItemsOnDay items = ItemsOnDay.of(session, number.get(), reader, asOf);
        List<ItemRows.Row> rows = rows(session, number.get(), items.isPresent() ? PRESENT_PAGE : PAST_PAGE, after);
        if (rows.isEmpty()) {
            return new Page(List.of(), after, true);
        }
        Position last = Position.of(rows.get(rows.size() - 1));
        List<OpenItem> open = items.open(
                rows,
                PAGE_RANGE,
                after.debtor(),
                after.invoice(),
                after.instalment(),
                last.debtor(),
                last.invoice(),
                last.instalment());
        return new Page(open, last, rows.size() < PAGE_ROWS);
    }

    private List<ItemRows.Row> rows(SqliteSession session, long number, String sql, Position after)
            throws SQLException {
        try (ResultSet result = session.query(sql, number, after.debtor(), after.invoice(), after.instalment())) {
            return reader.readAll(result);
        }
    }
}
