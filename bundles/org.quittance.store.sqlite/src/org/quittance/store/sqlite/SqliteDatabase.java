package org.quittance.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database of a workspace: one session that writes, for whoever waits first, and a few that read. Reading never
 * waits for writing. Safe for any thread.
 */
@Component(
        service = SqliteDatabase.class,
        immediate = true,
        configurationPid = SqliteDatabase.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SqliteDatabase.Configuration.class)
public final class SqliteDatabase implements AutoCloseable {

    static final String PID = "org.quittance.store.sqlite";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

    private static final int WAIT_AT_CLOSE_SECONDS = 30;
    private static final int READERS = 4;
    private static final int WRITER_CACHE_MEBIBYTES = 256;
    private static final int READER_CACHE_MEBIBYTES = 16;
    /** Pages of the log after which it is moved into the database: 64 MiB, so that a page changed often moves once. */
    private static final int CHECKPOINT_PAGES = 16_384;

    private final Path file;
    private final OpenMarker marker;
    private final SqliteSession writer;
    private final BlockingQueue<SqliteSession> readers = new LinkedBlockingQueue<>();
    private final ExecutorService readAhead = Executors.newFixedThreadPool(2, SqliteDatabase::readAheadThread);
    private final Semaphore writing = new Semaphore(1, true);
    private final Map<CreditorId, @Nullable Long> creditors = new ConcurrentHashMap<>();
    private final String id;
    private volatile @Nullable Thread writingThread;
    private volatile boolean closed;

    /** Where the database lies. */
    @ObjectClassDefinition(
            name = "Quittance embedded store (SQLite)",
            description = "Ledger, case journal and send ledger of a workspace in one file.")
    public @interface Configuration {

        @AttributeDefinition(
                name = "Workspace folder",
                description =
                        "Local folder that holds quittance.db; created when missing. Not on a network file system.")
        String directory();
    }

    @Activate
    public SqliteDatabase(Configuration configuration) throws LedgerException {
        this(Path.of(configuration.directory()));
    }

    SqliteDatabase(Path directory) throws LedgerException {
        new SqliteEmbeddedDatabase().prepare(directory);
        this.file = directory.resolve(SqliteEmbeddedDatabase.FILE_NAME);
        this.marker = OpenMarker.of(file);
        try {
            this.writer = SqliteSession.open(file, WRITER_CACHE_MEBIBYTES, true);
            this.id = openWriter();
            for (int number = 0; number < READERS; number++) {
                readers.add(SqliteSession.open(file, READER_CACHE_MEBIBYTES, false));
            }
        } catch (SQLException e) {
            throw Failures.ledger(file, e);
        } catch (IOException e) {
            throw LedgerException.lasting(marker.file() + ": the file cannot be written (" + e + ")", e);
        }
    }

    private String openWriter() throws SQLException, IOException {
        writer.script("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        writer.script("PRAGMA journal_size_limit = " + CHECKPOINT_PAGES * 4_096L);
        // Something must be in the log before the marker promises that there is one.
        writer.script("UPDATE installation SET epoch = epoch");
        marker.set();
        return writer.text("SELECT id FROM installation").orElseThrow();
    }

    /** Never changes, also not by backup and restore. */
    String id() {
        return id;
    }

    /** The identifier of the ledger in this database. */
    String storeId() {
        return "embedded-" + id;
    }

    Path file() {
        return file;
    }

    /** Work with a session. */
    @FunctionalInterface
    interface SessionWork<T, X extends Exception> {

        T run(SqliteSession session) throws SQLException, X;
    }

    /** Reads one consistent state. The result must not need the session any more. */
    <T, X extends Exception> T read(SessionWork<T, X> work) throws SQLException, X {
        SqliteSession session = takeReader();
        boolean done = false;
        try {
            session.begin();
            T result = work.run(session);
            session.commit();
            done = true;
            return result;
        } finally {
            giveBack(session, done);
        }
    }

    private static Thread readAheadThread(Runnable work) {
        Thread thread = new Thread(work, "quittance-read-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs a short reading work on another thread, while the caller does something else. */
    <T> Future<T> ahead(Callable<T> work) throws SQLException {
        try {
            return readAhead.submit(work);
        } catch (RejectedExecutionException e) {
            throw closed(e);
        }
    }

    /** Reads without a transaction around it, for what SQLite does not allow in one. */
    <T, X extends Exception> T readPlain(SessionWork<T, X> work) throws SQLException, X {
        SqliteSession session = takeReader();
        try {
            return work.run(session);
        } finally {
            readers.add(session);
        }
    }

    /** Passing: it was closed to be replaced or restarted, and who asks again finds the next one. */
    private static SQLException closed(@Nullable Throwable cause) {
        return new SQLTransientConnectionException("the store was closed", cause);
    }

    private SqliteSession takeReader() throws SQLException {
        try {
            SqliteSession session = readers.take();
            if (closed) {
                readers.add(session);
                throw closed(null);
            }
            return session;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the database", e);
        }
    }

    private void giveBack(SqliteSession session, boolean done) {
        if (!done) {
            session.rollback();
        }
        readers.add(session);
    }

    /** Writes in one transaction: all of it is on disk when this returns, or nothing of it is kept. */
    <T, X extends Exception> T write(SessionWork<T, X> work) throws SQLException, X {
        SqliteSession session = beginWrite();
        boolean done = false;
        try {
            T result = work.run(session);
            session.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                session.rollback();
            }
            endWrite();
        }
    }

    /**
     * Waits for the right to write and begins a transaction, which the caller ends with {@link #endWrite()}.
     *
     * @throws IllegalStateException if this thread writes already and would wait for itself
     */
    SqliteSession beginWrite() throws SQLException {
        if (writingThread == Thread.currentThread()) {
            throw new IllegalStateException("this thread has a unit of work or an intake open already");
        }
        try {
            writing.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting to write", e);
        }
        try {
            if (closed) {
                throw closed(null);
            }
            writer.begin();
        } catch (SQLException e) {
            writing.release();
            throw e;
        }
        writingThread = Thread.currentThread();
        return writer;
    }

    /** Writes the whole database anew, so that nothing is left in it but what it holds; takes seconds per hundred megabytes. */
    void rewrite() throws SQLException {
        SqliteSession session = beginWrite();
        try {
            session.rollback();
            session.script("VACUUM");
        } finally {
            endWrite();
        }
    }

    /** Moves the log into the database and empties it, as far as readers allow. */
    void moveLog() throws SQLException {
        SqliteSession session = takeReader();
        try {
            session.number(1, "PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            readers.add(session);
        }
    }

    /** Lets the next one write; the transaction has been committed or rolled back. */
    void endWrite() {
        writingThread = null;
        writing.release();
    }

    /** The number of a creditor, empty while nothing was ever written for it. */
    Optional<Long> creditor(SqliteSession session, CreditorId creditor) throws SQLException {
        @Nullable Long known = creditors.get(creditor);
        if (known != null) {
            return Optional.of(known);
        }
        long number = session.number(0, "SELECT creditor FROM creditor WHERE name = ?", creditor.value());
        return number == 0 ? Optional.empty() : Optional.of(number);
    }

    /** The number of a creditor, given now if it has none. A creditor new in a later epoch begins stopped. */
    long creditorToWrite(SqliteSession session, CreditorId creditor) throws SQLException {
        Optional<Long> known = creditor(session, creditor);
        if (known.isPresent()) {
            return known.get();
        }
        session.update("INSERT INTO creditor (name, stopped) SELECT ?, epoch > 1 FROM installation", creditor.value());
        return session.number(0, "SELECT creditor FROM creditor WHERE name = ?", creditor.value());
    }

    /** To be called once a creditor's number is committed. */
    void remember(CreditorId creditor, long number) {
        creditors.put(creditor, number);
    }

    /**
     * Waits for the writer, moves the log into the database and closes everything. Streams that are open fail. A writer that
     * does not end is left behind: its work was never acknowledged, and the log repairs the database at the next start.
     */
    @Deactivate
    @Override
    public void close() throws LedgerException {
        boolean idle = waitForWriter();
        try {
            if (!closed) {
                closed = true;
                readAhead.shutdown();
                closeSessions(idle);
            }
        } catch (SQLException e) {
            throw Failures.ledger(file, e);
        } catch (IOException e) {
            throw LedgerException.lasting(marker.file() + ": the file cannot be deleted (" + e + ")", e);
        } finally {
            if (idle) {
                writing.release();
            }
        }
    }

    private boolean waitForWriter() {
        try {
            return writing.tryAcquire(WAIT_AT_CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return writing.tryAcquire();
        }
    }

    private void closeSessions(boolean idle) throws SQLException, IOException {
        for (int number = 0; number < READERS; number++) {
            takeUninterruptibly().close();
        }
        // Whoever still waits for a reader wakes up with this one and sees that the store is closed.
        readers.add(writer);
        if (!idle) {
            LOG.warn("{} was closed while something was being written; that is not kept", file);
            return;
        }
        // Busy or full: then the log stays, and the marker with it.
        if (writer.number(1, "PRAGMA wal_checkpoint(TRUNCATE)") == 0) {
            marker.clear();
        }
        writer.close();
    }

    private SqliteSession takeUninterruptibly() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return readers.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
