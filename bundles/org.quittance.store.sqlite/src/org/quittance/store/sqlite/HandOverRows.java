package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** Hand-overs as rows, within one transaction of one creditor. */
final class HandOverRows {

    private static final String PUT = """
        INSERT OR REPLACE INTO hand_over (creditor, debtor, id, agency, state, since, currency, total_minor, answer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    /** A hand-over keeps the items it began with. */
    private static final String PUT_ITEM = """
        INSERT INTO hand_over_item (creditor, debtor, id, invoice, instalment) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING\
        """;

    private static final String READ = "SELECT debtor, id, agency, state, since, currency, total_minor, answer"
            + " FROM hand_over WHERE creditor = ? ORDER BY since, debtor, id";

    private static final String READ_ITEMS =
            "SELECT invoice, instalment FROM hand_over_item" + " WHERE creditor = ? AND debtor = ? AND id = ?";

    private HandOverRows() {}

    static void write(SqliteSession session, long creditor, String debtor, HandOver handOver) throws SQLException {
        session.update(
                PUT,
                creditor,
                debtor,
                handOver.id(),
                handOver.agency(),
                handOver.state().name(),
                handOver.since().toEpochDay(),
                handOver.total().currency().getCurrencyCode(),
                handOver.total().minor(),
                handOver.answer());
        for (ItemKey item : handOver.items()) {
            session.update(
                    PUT_ITEM, creditor, debtor, handOver.id(), item.invoice().value(), item.instalment());
        }
    }

    static Map<DebtorId, List<HandOver>> read(SqliteSession session, long key, CreditorId creditor)
            throws SQLException {
        Map<DebtorId, List<HandOver>> found = new LinkedHashMap<>();
        try (ResultSet rows = session.query(READ, key)) {
            while (rows.next()) {
                String debtor = Columns.string(rows, 1);
                String id = Columns.string(rows, 2);
                found.computeIfAbsent(DebtorId.of(debtor), one -> new ArrayList<>())
                        .add(new HandOver(
                                id,
                                Columns.string(rows, 3),
                                HandOver.State.valueOf(Columns.string(rows, 4)),
                                LocalDate.ofEpochDay(rows.getLong(5)),
                                items(session, key, creditor, debtor, id),
                                Money.ofMinor(rows.getLong(7), Currency.getInstance(Columns.string(rows, 6))),
                                Columns.string(rows, 8)));
            }
        }
        return found;
    }

    private static Set<ItemKey> items(SqliteSession session, long key, CreditorId creditor, String debtor, String id)
            throws SQLException {
        Set<ItemKey> items = new HashSet<>();
        try (ResultSet rows = session.query(READ_ITEMS, key, debtor, id)) {
            while (rows.next()) {
                items.add(ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 1)), rows.getInt(2)));
            }
        }
        return items;
    }
}
