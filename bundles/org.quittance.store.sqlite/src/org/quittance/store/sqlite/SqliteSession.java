package org.quittance.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** One connection with its prepared statements, which are compiled once. For one thread at a time. */
final class SqliteSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteSession.class);

    /** How long SQLite itself waits for a lock that another process holds. */
    private static final int BUSY_MILLIS = 5_000;

    private final Connection connection;
    private final Map<String, @Nullable PreparedStatement> statements = new HashMap<>();

    private SqliteSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a connection with what every connection of the store needs.
     *
     * @param cacheMebibytes memory outside the Java heap for pages of this connection
     * @param writes whether its transactions begin with the right to write
     */
    static SqliteSession open(Path file, int cacheMebibytes, boolean writes) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // A session is used by one thread at a time, so SQLite need not lock it again for every value.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        config.setTransactionMode(
                writes ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        SqliteSession session = new SqliteSession(source.getConnection());
        try {
            session.script("PRAGMA foreign_keys = ON");
            session.script("PRAGMA recursive_triggers = ON");
            session.script("PRAGMA synchronous = FULL");
            session.script("PRAGMA temp_store = MEMORY");
            session.script("PRAGMA cache_size = -" + cacheMebibytes * 1024);
        } catch (SQLException e) {
            session.close();
            throw e;
        }
        return session;
    }

    /** The compiled statement of a text that never contains values; it may be used for one result at a time. */
    private PreparedStatement statement(String sql) throws SQLException {
        @Nullable PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
        return statement;
    }

    /** Runs a change and returns how many rows it touched. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        try {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            forget(sql);
            throw e;
        }
    }

    /** The driver makes a statement that failed unusable. */
    private void forget(String sql) throws SQLException {
        @Nullable PreparedStatement failed = statements.remove(sql);
        if (failed != null) {
            failed.close();
        }
    }

    /** Runs a change whose statement is not kept, because the table it writes to does not stay. */
    int updateOnce(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    ResultSet query(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        try {
            bind(statement, values);
            return statement.executeQuery();
        } catch (SQLException e) {
            forget(sql);
            throw e;
        }
    }

    /** The first column of the first row, or a value for no row and for NULL. */
    long number(long otherwise, String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = query(sql, values)) {
            if (!rows.next()) {
                return otherwise;
            }
            long number = rows.getLong(1);
            return rows.wasNull() ? otherwise : number;
        }
    }

    /** The first column of the first row, empty for no row and for NULL. */
    Optional<String> text(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = query(sql, values)) {
            return rows.next() ? Columns.text(rows, 1) : Optional.empty();
        }
    }

    /** Runs statements that are not worth keeping compiled; several at once are allowed. */
    void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (sql.startsWith("PRAGMA")) {
                statement.execute(sql);
            } else {
                statement.executeUpdate(sql);
            }
        }
    }

    /**
     * Begins a transaction, for writing at once in a session that writes. Through JDBC and not as a statement, because the
     * driver otherwise tries to begin one of its own after every statement.
     */
    void begin() throws SQLException {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            // The driver believes that it has begun one.
            rollback();
            throw e;
        }
    }

    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Ends a transaction without keeping it; SQLite may have done so by itself, as it does on a full disk. */
    void rollback() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            logUnlessEnded(e);
        }
        try {
            // The driver says COMMIT to what is no longer there.
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            logUnlessEnded(e);
        }
    }

    private static void logUnlessEnded(SQLException failure) {
        if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
            LOG.warn("A transaction could not be rolled back", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
