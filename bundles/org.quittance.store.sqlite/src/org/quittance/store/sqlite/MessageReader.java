package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Money;

/** Makes messages of rows, with the items and credits they contain. */
final class MessageReader {

    /** What every query of messages selects; {@code m} is the message. */
    static final String SELECT = """
        SELECT m.message, m.debtor, m.step, m.kind, m.as_of, m.media, m.currency, m.principal_minor,
          m.interest_minor, m.indemnity_minor, m.fees_minor, m.case_revision, m.expires_on, m.facts, m.state,
          m.changed_at, m.sent_on, m.channel, m.output, m.reason
        """;

    private static final String ITEMS = "SELECT invoice, instalment, cycle, step, token, claimed_minor,"
            + " interest_minor, claimed_until, indemnity_minor FROM %s WHERE creditor = ? AND debtor = ? AND message = ?"
            + " ORDER BY position";
    private static final String LIVE_ITEMS = String.format(ITEMS, "live_step");
    private static final String PAST_ITEMS = String.format(ITEMS, "past_step");

    private static final String CREDITS =
            "SELECT invoice, instalment, token FROM message_credit WHERE message = ? ORDER BY position";

    private final SqliteSession session;
    private final long key;
    private final CreditorId creditor;
    private final MessageKeys keys;

    MessageReader(SqliteSession session, long key, CreditorId creditor, MessageKeys keys) {
        this.session = session;
        this.key = key;
        this.creditor = creditor;
        this.keys = keys;
    }

    List<MessageRecord> read(String sql, List<Object> values) throws SQLException {
        List<MessageRecord> messages = new ArrayList<>();
        try (ResultSet rows = session.query(sql, values.toArray())) {
            while (rows.next()) {
                messages.add(record(rows));
            }
        }
        return messages;
    }

    private MessageRecord record(ResultSet rows) throws SQLException {
        MessageState state = Codes.messageState(rows.getInt(15));
        return new MessageRecord(
                message(rows, state),
                state,
                Codes.instant(rows.getLong(16)),
                Columns.day(rows, 17),
                Columns.text(rows, 18),
                Columns.text(rows, 19),
                Columns.text(rows, 20));
    }

    private PreparedMessage message(ResultSet rows, MessageState state) throws SQLException {
        long message = rows.getLong(1);
        String debtor = Columns.string(rows, 2);
        Currency currency = Currency.getInstance(Columns.string(rows, 7));
        PreparedMessage.Builder builder = PreparedMessage.of(
                        keys.message(message), keys.run(new MessageKeys.MessageKey(message)), DebtorId.of(debtor))
                .step(Columns.string(rows, 3), DocumentKind.valueOf(Columns.string(rows, 4)))
                .asOf(LocalDate.ofEpochDay(rows.getLong(5)))
                .media(DebtorRows.media(Columns.string(rows, 6)))
                .amounts(
                        Money.ofMinor(rows.getLong(8), currency),
                        Money.ofMinor(rows.getLong(9), currency),
                        Money.ofMinor(rows.getLong(10), currency),
                        Money.ofMinor(rows.getLong(11), currency))
                .caseRevision(rows.getLong(12))
                .facts(Columns.string(rows, 14))
                .items(items(state.isLive() ? LIVE_ITEMS : PAST_ITEMS, debtor, message, currency))
                .credits(credits(message));
        Optional<LocalDate> expiresOn = Columns.day(rows, 13);
        return expiresOn.isPresent() ? builder.expiresOn(expiresOn.get()).build() : builder.build();
    }

    private List<MessageItem> items(String sql, String debtor, long message, Currency currency) throws SQLException {
        List<MessageItem> items = new ArrayList<>();
        try (ResultSet rows = session.query(sql, key, debtor, message)) {
            while (rows.next()) {
                ItemKey item = ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 1)), rows.getInt(2));
                items.add(new MessageItem(
                        new ItemToken(item, Columns.string(rows, 5)),
                        rows.getInt(3),
                        Columns.string(rows, 4),
                        Money.ofMinor(rows.getLong(6), currency),
                        Money.ofMinor(rows.getLong(7), currency),
                        Columns.day(rows, 8),
                        Money.ofMinor(rows.getLong(9), currency)));
            }
        }
        return items;
    }

    private List<ItemToken> credits(long message) throws SQLException {
        List<ItemToken> credits = new ArrayList<>();
        try (ResultSet rows = session.query(CREDITS, message)) {
            while (rows.next()) {
                ItemKey item = ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 1)), rows.getInt(2));
                credits.add(new ItemToken(item, Columns.string(rows, 3)));
            }
        }
        return credits;
    }
}
