package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** Reads what debtors promised and what they contest; results are by the debtor's position in the question. */
final class AgreementReader {

    private static final String COMMITMENTS = """
        SELECT k.key, c.id, c.kind, c.state, c.made_on, c.currency, c.open_minor, c.interest_minor
        FROM json_each(?) k CROSS JOIN commitment c
        WHERE c.creditor = ? AND c.debtor = k.value\
        """;

    private static final String STANDING_COMMITMENTS = COMMITMENTS + " AND c.state IN ('LIVE', 'BROKEN')";

    private static final String RELEASING = COMMITMENTS + """
         AND c.state = 'KEPT' AND (c.kind = 'PLAN' AND c.interest_minor > 0
          OR c.kind = 'SETTLEMENT' AND EXISTS (
            SELECT 1 FROM goodwill g
            WHERE g.creditor = c.creditor AND g.debtor = c.debtor AND g.reason = c.id
              AND g.kind = 'RELEASE' AND g.state = 'GRANTED'))\
        """;

    private static final String INSTALMENTS = """
        SELECT k.key, n.id, n.on_day, n.minor, n.currency FROM json_each(?) k CROSS JOIN commitment_instalment n
        WHERE n.creditor = ? AND n.debtor = k.value ORDER BY k.key, n.id, n.position\
        """;

    private static final String ITEMS = """
        SELECT k.key, i.id, i.invoice, i.instalment FROM json_each(?) k CROSS JOIN commitment_item i
        WHERE i.creditor = ? AND i.debtor = k.value\
        """;

    private static final String DISPUTES = """
        SELECT k.key, d.id, d.invoice, d.instalment, d.currency, d.amount_minor, d.reason, d.opened_on, d.deadline,
          d.closed_on, d.owner, d.outcome
        FROM json_each(?) k CROSS JOIN dispute d
        WHERE d.creditor = ? AND d.debtor = k.value\
        """;

    private static final String OPEN_DISPUTES = DISPUTES + " AND d.closed_on IS NULL";

    private final SqliteSession session;
    private final long key;
    private final CreditorId creditor;
    private final String keys;

    AgreementReader(SqliteSession session, long key, CreditorId creditor, String keys) {
        this.session = session;
        this.key = key;
        this.creditor = creditor;
        this.keys = keys;
    }

    /** Names a commitment: the position of its debtor and its identifier. */
    private record Name(int debtor, String id) {}

    /** Live and broken ones. */
    Map<Integer, List<Commitment>> commitments() throws SQLException {
        return commitments(STANDING_COMMITMENTS);
    }

    /** Kept settlements whose release stands. */
    Map<Integer, List<Commitment>> releasing() throws SQLException {
        return commitments(RELEASING);
    }

    Map<Integer, List<Commitment>> allCommitments() throws SQLException {
        return commitments(COMMITMENTS);
    }

    private Map<Integer, List<Commitment>> commitments(String sql) throws SQLException {
        Map<Integer, List<Commitment>> found = new HashMap<>();
        Map<Name, List<Commitment.Instalment>> instalments = instalments();
        Map<Name, Set<ItemKey>> items = items();
        try (ResultSet rows = session.query(sql, keys, key)) {
            while (rows.next()) {
                Name name = new Name(rows.getInt(1), Columns.string(rows, 2));
                Currency currency = Currency.getInstance(Columns.string(rows, 6));
                found.computeIfAbsent(name.debtor(), index -> new ArrayList<>())
                        .add(new Commitment(
                                name.id(),
                                Commitment.Kind.valueOf(Columns.string(rows, 3)),
                                Commitment.State.valueOf(Columns.string(rows, 4)),
                                LocalDate.ofEpochDay(rows.getLong(5)),
                                items.getOrDefault(name, Set.of()),
                                Money.ofMinor(rows.getLong(7), currency),
                                instalments.getOrDefault(name, List.of()),
                                Money.ofMinor(rows.getLong(8), currency)));
            }
        }
        return found;
    }

    private Map<Name, List<Commitment.Instalment>> instalments() throws SQLException {
        Map<Name, List<Commitment.Instalment>> found = new HashMap<>();
        try (ResultSet rows = session.query(INSTALMENTS, keys, key)) {
            while (rows.next()) {
                Currency currency = Currency.getInstance(Columns.string(rows, 5));
                found.computeIfAbsent(new Name(rows.getInt(1), Columns.string(rows, 2)), name -> new ArrayList<>())
                        .add(new Commitment.Instalment(
                                LocalDate.ofEpochDay(rows.getLong(3)), Money.ofMinor(rows.getLong(4), currency)));
            }
        }
        return found;
    }

    private Map<Name, Set<ItemKey>> items() throws SQLException {
        Map<Name, Set<ItemKey>> found = new HashMap<>();
        try (ResultSet rows = session.query(ITEMS, keys, key)) {
            while (rows.next()) {
                found.computeIfAbsent(new Name(rows.getInt(1), Columns.string(rows, 2)), name -> new HashSet<>())
                        .add(ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 3)), rows.getInt(4)));
            }
        }
        return found;
    }

    /** Open ones. */
    Map<Integer, List<Dispute>> disputes() throws SQLException {
        return disputes(OPEN_DISPUTES);
    }

    Map<Integer, List<Dispute>> allDisputes() throws SQLException {
        return disputes(DISPUTES);
    }

    private Map<Integer, List<Dispute>> disputes(String sql) throws SQLException {
        Map<Integer, List<Dispute>> found = new HashMap<>();
        try (ResultSet rows = session.query(sql, keys, key)) {
            while (rows.next()) {
                long amount = rows.getLong(6);
                Optional<Money> contested =
                        Columns.text(rows, 5).map(currency -> Money.ofMinor(amount, Currency.getInstance(currency)));
                found.computeIfAbsent(rows.getInt(1), index -> new ArrayList<>())
                        .add(new Dispute(
                                Columns.string(rows, 2),
                                ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 3)), rows.getInt(4)),
                                contested,
                                Columns.string(rows, 7),
                                LocalDate.ofEpochDay(rows.getLong(8)),
                                Columns.day(rows, 9),
                                Columns.day(rows, 10),
                                Columns.string(rows, 11),
                                Columns.text(rows, 12).map(Dispute.Outcome::valueOf)));
            }
        }
        return found;
    }
}
