package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.DatabaseCopy;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.time.BusinessClock;

/** Copies the database while it is in use, and makes a restored one safe to go on with. */
@Component(service = DatabaseCopy.class, immediate = true)
public final class SqliteDatabaseCopy implements DatabaseCopy {

    private static final String ACTOR = "restore";

    private static final String STEPS_UNKNOWN = "UPDATE live_step SET outcome = 2 WHERE creditor = ? AND outcome = 1";

    /** What was prepared when the copy was made may have been approved and sent after it: states 1 to 5. */
    private static final String MESSAGES_UNKNOWN =
            "UPDATE message SET state = 6, changed_at = ?, reason = ? WHERE creditor = ? AND state BETWEEN 1 AND 5";

    private final SqliteDatabase database;
    private final BusinessClock clock;

    @Activate
    public SqliteDatabaseCopy(@Reference SqliteDatabase database, @Reference BusinessClock clock) {
        this.database = requireNonNull(database, "database");
        this.clock = requireNonNull(clock, "clock");
    }

    /** {@inheritDoc} The copy is taken from one moment; writing goes on meanwhile. */
    @Override
    public void copyTo(Path target) throws LedgerException {
        requireNonNull(target, "target");
        try {
            database.readPlain(session -> {
                DatabaseFile.copy(session, database.file(), target);
                return Boolean.TRUE;
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public int beginEpochAfterRestore() throws LedgerException {
        try {
            database.readPlain(session -> {
                SqliteEmbeddedDatabase.refuseUnsound(session, database.file());
                return Boolean.TRUE;
            });
            return database.write(this::beginEpoch);
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private int beginEpoch(SqliteSession session) throws SQLException {
        session.update("UPDATE installation SET epoch = epoch + 1");
        session.update("UPDATE creditor SET stopped = 1");
        int marked = 0;
        for (Map.Entry<Long, String> creditor : creditors(session).entrySet()) {
            marked += markUnknown(session, creditor.getKey(), creditor.getValue());
        }
        return marked;
    }

    private static Map<Long, String> creditors(SqliteSession session) throws SQLException {
        Map<Long, String> creditors = new LinkedHashMap<>();
        try (ResultSet rows = session.query("SELECT creditor, name FROM creditor ORDER BY creditor")) {
            while (rows.next()) {
                creditors.put(rows.getLong(1), rows.getString(2));
            }
        }
        return creditors;
    }

    private int markUnknown(SqliteSession session, long creditor, String name) throws SQLException {
        long at = Codes.of(clock.now());
        session.update(STEPS_UNKNOWN, creditor);
        int marked = session.update(MESSAGES_UNKNOWN, at, "restored from a backup", creditor);
        JournalWriter journal = new JournalWriter(session, creditor, name, ACTOR, at, new SecureRandom());
        journal.append(JournalDraft.general("epoch.begun", "{\"stopped\":true,\"unknown\":" + marked + "}"));
        journal.seal();
        return marked;
    }
}
