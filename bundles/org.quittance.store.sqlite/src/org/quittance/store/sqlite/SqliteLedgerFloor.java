package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.model.CreditorId;
import org.quittance.api.store.LedgerFloor;
import org.quittance.api.store.StoreException;

/** Measures the floor on the embedded database, with the columns and the order that {@link SqliteInvoiceStore} reads. */
@Component(service = LedgerFloor.class, immediate = true)
public final class SqliteLedgerFloor implements LedgerFloor {

    private static final String READ = "SELECT " + ItemRows.COLUMNS + " FROM item i"
            + " WHERE i.creditor = ? AND i.open_minor <> 0 ORDER BY i.debtor, i.invoice, i.instalment";

    private static final String SCRATCH = """
        CREATE TABLE floor_scratch (
          debtor TEXT NOT NULL, invoice TEXT NOT NULL, instalment INTEGER NOT NULL, days_overdue INTEGER NOT NULL,
          step INTEGER NOT NULL) STRICT\
        """;

    /** The thresholds of the shipped policy {@code standard}. */
    private static final String INSERT = """
        INSERT INTO floor_scratch (debtor, invoice, instalment, days_overdue, step)
        SELECT debtor, invoice, instalment, ?1 - due,
          CASE WHEN ?1 - due >= 60 THEN 6 WHEN ?1 - due >= 40 THEN 5 WHEN ?1 - due >= 30 THEN 4
            WHEN ?1 - due >= 22 THEN 3 WHEN ?1 - due >= 15 THEN 2 ELSE 1 END
        FROM item WHERE creditor = ?2 AND open_minor > 0 AND ?1 - due >= 3\
        """;

    private final SqliteDatabase database;

    @Activate
    public SqliteLedgerFloor(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public Timing measure(CreditorId creditor, LocalDate asOf) throws StoreException {
        requireNonNull(asOf, "asOf");
        try {
            Optional<Long> key = database.read(session -> database.creditor(session, creditor));
            if (key.isEmpty()) {
                return new Timing(Duration.ZERO, 0, Duration.ZERO, 0);
            }
            long started = System.nanoTime();
            long read = database.read(session -> readAll(session, key.get()));
            Duration reading = Duration.ofNanos(System.nanoTime() - started);
            return insert(key.get(), asOf.toEpochDay(), reading, read);
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }

    private static long readAll(SqliteSession session, long creditor) throws SQLException {
        long count = 0;
        try (ResultSet rows = session.query(READ, creditor)) {
            while (rows.next()) {
                rows.getString(1);
                rows.getString(2);
                rows.getInt(3);
                rows.getInt(4);
                rows.getLong(5);
                rows.getLong(6);
                rows.getString(7);
                rows.getLong(8);
                rows.getLong(9);
                rows.getInt(10);
                rows.getInt(11);
                rows.getLong(12);
                rows.getString(13);
                count++;
            }
        }
        return count;
    }

    private Timing insert(long creditor, long day, Duration reading, long read) throws SQLException {
        long started = System.nanoTime();
        int due = database.write(session -> {
            session.script(SCRATCH);
            return session.updateOnce(INSERT, day, creditor);
        });
        Duration inserting = Duration.ofNanos(System.nanoTime() - started);
        database.write(session -> {
            session.script("DROP TABLE floor_scratch");
            return Boolean.TRUE;
        });
        return new Timing(reading, read, inserting, due);
    }
}
