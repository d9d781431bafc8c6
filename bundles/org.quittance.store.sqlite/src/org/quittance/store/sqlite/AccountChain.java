package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Until when an account is known: as far as its statements follow one another, each beginning with the balance the one before
 * ended with. The chain begins with the earliest statement of the first import and never goes back.
 */
final class AccountChain {

    private static final String STATEMENTS = "SELECT until, currency, opening_minor, closing_minor FROM bank_statement"
            + " WHERE creditor = ? AND account = ? AND until >= ? ORDER BY until, position";

    private static final String KNOWN =
            "SELECT known_until, currency, closing_minor FROM bank_account WHERE creditor = ? AND account = ?";

    private static final String MOVED = "SELECT sum(minor) FROM bank_entry"
            + " WHERE creditor = ? AND account = ? AND currency = ? AND booked > ? AND booked <= ?";

    private static final String PUT = "UPDATE bank_account SET known_until = ?, currency = ?, closing_minor = ?,"
            + " gap_until = ?, gap_opening_minor = ? WHERE creditor = ? AND account = ?";

    private final SqliteSession session;
    private final long creditor;
    private final String account;

    AccountChain(SqliteSession session, long creditor, String account) {
        this.session = session;
        this.creditor = creditor;
        this.account = account;
    }

    /** A statement, or the end of the chain, which has no opening balance. */
    private record Link(
            long until,
            @Nullable String currency,
            @Nullable Long opening,
            @Nullable Long closing) {

        boolean beginsWith(@Nullable Long balance) {
            return balance != null && balance.equals(opening);
        }
    }

    void extend() throws SQLException {
        Optional<Link> known = known();
        List<Link> left = statements(known.map(Link::until).orElse(Long.MIN_VALUE));
        if (known.isEmpty() && left.isEmpty()) {
            return;
        }
        Link end = known.isPresent() ? known.get() : left.remove(0);
        Optional<Link> next = next(end, left);
        while (next.isPresent()) {
            left.remove(next.get());
            end = next.get();
            next = next(end, left);
        }
        long until = end.until();
        @Nullable Link gap = null;
        for (Link link : left) {
            if (gap == null && link.until() > until) {
                gap = link;
            }
        }
        session.update(
                PUT,
                until,
                end.currency(),
                end.closing(),
                gap == null ? null : gap.until(),
                gap == null ? null : gap.opening(),
                creditor,
                account);
    }

    private Optional<Link> known() throws SQLException {
        try (ResultSet rows = session.query(KNOWN, creditor, account)) {
            if (!rows.next() || rows.getObject(1) == null) {
                return Optional.empty();
            }
            return Optional.of(new Link(rows.getLong(1), Columns.nullableText(rows, 2), null, number(rows, 3)));
        }
    }

    private List<Link> statements(long from) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (ResultSet rows = session.query(STATEMENTS, creditor, account, from)) {
            while (rows.next()) {
                links.add(new Link(rows.getLong(1), Columns.nullableText(rows, 2), number(rows, 3), number(rows, 4)));
            }
        }
        return links;
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : number;
    }

    private Optional<Link> next(Link end, List<Link> left) throws SQLException {
        for (Link link : left) {
            boolean later = link.until() > end.until() || link.beginsWith(end.closing());
            if (later && link.until() >= end.until() && follows(end, link)) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** An overlapping statement begins in the middle of what is known: then what moved since must lead to its closing balance. */
    private boolean follows(Link end, Link link) throws SQLException {
        @Nullable Long closing = end.closing();
        @Nullable Long opening = link.opening();
        @Nullable String currency = link.currency();
        if (closing == null || opening == null || currency == null || !currency.equals(end.currency())) {
            return true;
        }
        @Nullable Long last = link.closing();
        return opening.equals(closing)
                || last != null
                        && last - closing
                                == session.number(0, MOVED, creditor, account, currency, end.until(), link.until());
    }
}
