package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.RunRecord;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.store.StoreId;

/** Reads the messages of the embedded database. */
@Component(service = SendLedger.class, immediate = true)
public final class SqliteSendLedger implements SendLedger {

    private static final String ONE = MessageReader.SELECT + "FROM message m WHERE m.message = ? AND m.creditor = ?";

    private static final String LIVE_ABOUT = MessageReader.SELECT + """
        FROM message m WHERE m.message IN (
          SELECT s.message FROM json_each(?2) k CROSS JOIN live_step s
          WHERE s.creditor = ?1 AND s.invoice = k.value ->> 0 AND s.instalment = k.value ->> 1 AND s.own = 0
          UNION
          SELECT s.message FROM json_each(?2) k CROSS JOIN item i CROSS JOIN live_step s
          WHERE i.creditor = ?1 AND i.invoice = k.value ->> 0 AND i.instalment = k.value ->> 1
            AND s.creditor = ?1 AND s.debtor = i.debtor AND s.invoice = i.invoice AND s.instalment = i.instalment
            AND s.own = 1)
        ORDER BY m.message\
        """;

    private static final String CONTENT = """
        SELECT t.file_name, t.media_type, c.bytes FROM message_content t CROSS JOIN content c USING (creditor, sha256)
        WHERE t.message = ? AND t.creditor = ? ORDER BY t.position\
        """;

    private static final String RUNS = "SELECT run, as_of, store, prepared_by, prepared_at, complete FROM run"
            + " WHERE creditor = ? AND run BETWEEN ? AND ? ORDER BY ordinal DESC LIMIT ?";

    private final SqliteDatabase database;

    @Activate
    public SqliteSendLedger(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public Optional<MessageRecord> message(CreditorId creditor, MessageId message) throws LedgerException {
        requireNonNull(message, "message");
        return read(creditor, List.<MessageRecord>of(), (session, key) -> {
                    MessageKeys keys = new MessageKeys(session, key);
                    Optional<Long> row = keys.key(message);
                    return row.isEmpty()
                            ? List.<MessageRecord>of()
                            : new MessageReader(session, key, creditor, keys).read(ONE, List.of(row.get(), key));
                })
                .stream()
                .findFirst();
    }

    @Override
    public List<MessageRecord> messages(CreditorId creditor, MessageQuery query) throws LedgerException {
        requireNonNull(query, "query");
        return read(creditor, List.of(), (session, key) -> {
            MessageKeys keys = new MessageKeys(session, key);
            return new MessageSearch(new MessageReader(session, key, creditor, keys), keys, key, query).run();
        });
    }

    @Override
    public List<MessageRecord> liveAbout(CreditorId creditor, List<ItemKey> items) throws LedgerException {
        JsonArray asked = new JsonArray();
        for (ItemKey item : items) {
            if (!item.creditor().equals(creditor)) {
                throw new IllegalArgumentException("item " + item + " is of creditor " + item.creditor());
            }
            asked.add(item.invoice().value(), item.instalment());
        }
        return read(
                creditor,
                List.of(),
                (session, key) -> new MessageReader(session, key, creditor, new MessageKeys(session, key))
                        .read(LIVE_ABOUT, List.of(key, asked.toString())));
    }

    @Override
    public List<DocumentFile> content(CreditorId creditor, MessageId message) throws LedgerException {
        requireNonNull(message, "message");
        return read(creditor, List.of(), (session, key) -> {
            List<DocumentFile> files = new ArrayList<>();
            Optional<Long> row = new MessageKeys(session, key).key(message);
            if (row.isEmpty()) {
                return files;
            }
            try (ResultSet rows = session.query(CONTENT, row.get(), key)) {
                while (rows.next()) {
                    files.add(DocumentFile.of(rows.getString(1), rows.getString(2), rows.getBytes(3)));
                }
            }
            return files;
        });
    }

    @Override
    public Optional<RunRecord> run(CreditorId creditor, RunId run) throws LedgerException {
        long code = MessageKeys.code(run);
        return runs(creditor, code, code, 1).stream().findFirst();
    }

    @Override
    public List<RunRecord> runs(CreditorId creditor, int limit) throws LedgerException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", at least 1");
        }
        return runs(creditor, 0, Long.MAX_VALUE, limit);
    }

    private List<RunRecord> runs(CreditorId creditor, long first, long last, int limit) throws LedgerException {
        return read(creditor, List.of(), (session, key) -> {
            List<RunRecord> runs = new ArrayList<>();
            try (ResultSet rows = session.query(RUNS, key, first, last, limit)) {
                while (rows.next()) {
                    runs.add(new RunRecord(
                            MessageKeys.run(rows.getLong(1)),
                            LocalDate.ofEpochDay(rows.getLong(2)),
                            new StoreId(rows.getString(3)),
                            rows.getString(4),
                            Codes.instant(rows.getLong(5)),
                            rows.getInt(6) != 0));
                }
            }
            return runs;
        });
    }

    /** Reading for a creditor that is known. */
    @FunctionalInterface
    private interface CreditorWork<T> {

        T run(SqliteSession session, long creditor) throws SQLException;
    }

    private <T> T read(CreditorId creditor, T unknown, CreditorWork<T> work) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.<T, RuntimeException>read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? unknown : work.run(session, key.get());
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }
}
