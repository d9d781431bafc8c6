package org.quittance.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.ledger.EmbeddedDatabase;
import org.quittance.api.ledger.LedgerException;

/** Creates, checks and migrates the database file of a workspace. Holds nothing open. */
@Component(service = EmbeddedDatabase.class)
public final class SqliteEmbeddedDatabase implements EmbeddedDatabase {

    static final String FILE_NAME = "quittance.db";

    /** "Quit" in the header of the file, so that a foreign database is told from ours. */
    private static final long APPLICATION_ID = 0x51756974;

    /** Above this size a cleanly closed file is not read through at every start. */
    private static final long CHECKED_AT_EVERY_START_BYTES = 32L << 20;

    private static final int CACHE_MEBIBYTES = 16;

    private static final String CREATE_HISTORY = """
        CREATE TABLE IF NOT EXISTS schema_migration (
          version  INTEGER PRIMARY KEY,
          checksum TEXT NOT NULL
        ) STRICT\
        """;

    private final List<Migration> migrations;

    @Activate
    public SqliteEmbeddedDatabase() {
        this(Migration.all());
    }

    SqliteEmbeddedDatabase(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    @Override
    public void prepare(Path directory) throws LedgerException {
        Path file = directory.resolve(FILE_NAME);
        requireWritable(directory, file);
        OpenMarker marker = OpenMarker.of(file);
        refuseWithoutLog(file, marker);
        boolean exists = hasContent(file);
        try (SqliteSession session = SqliteSession.open(file, CACHE_MEBIBYTES, true)) {
            if (exists) {
                refuseForeign(session, file);
                refuseDamaged(session, file, marker.isPresent());
            } else {
                // With 8 KiB a run took a third more processor time: a commit writes every page it touched as a whole.
                session.script("PRAGMA page_size = 4096");
                session.script("PRAGMA application_id = " + APPLICATION_ID);
            }
            session.script("PRAGMA journal_mode = WAL");
            migrate(session, file);
        } catch (SQLException e) {
            throw Failures.ledger(file, e);
        }
        forgetAbsorbedLog(marker);
    }

    /** Closing the only connection moved what a crash had left in the log into the database, and removed the log. */
    private static void forgetAbsorbedLog(OpenMarker marker) throws LedgerException {
        if (!marker.lacksLog()) {
            return;
        }
        try {
            marker.clear();
        } catch (IOException e) {
            throw LedgerException.lasting(marker.file() + ": the file cannot be removed (" + e + ")", e);
        }
    }

    private static void requireWritable(Path directory, Path file) throws LedgerException {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "quittance", ".probe"));
        } catch (IOException e) {
            throw LedgerException.lasting(
                    directory
                            + ": the folder cannot be written; give this user the right to write there or choose"
                            + " another workspace (" + e + ")",
                    e);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw LedgerException.lasting(
                    file + ": the database is read-only; give this user the right to write it", null);
        }
    }

    /** An empty file is what a crash right after its creation leaves. */
    private static boolean hasContent(Path file) throws LedgerException {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw LedgerException.lasting(file + ": the file cannot be read (" + e + ")", e);
        }
    }

    private static void refuseWithoutLog(Path file, OpenMarker marker) throws LedgerException {
        if (Files.exists(file) && marker.lacksLog()) {
            throw LedgerException.lasting(
                    file + ": the database was not closed and its log "
                            + marker.log().getFileName()
                            + " is missing, so the last changes would be lost; copy the log from where the database"
                            + " came from, or restore a backup. If you know that nothing is missing, delete "
                            + marker.file(),
                    null);
        }
    }

    private static void refuseForeign(SqliteSession session, Path file) throws SQLException, LedgerException {
        long id = session.number(0, "PRAGMA application_id");
        if (id != APPLICATION_ID) {
            throw LedgerException.lasting(
                    file + ": this is not a database of Quittance; move it away or choose another workspace", null);
        }
    }

    private static void refuseDamaged(SqliteSession session, Path file, boolean unclean)
            throws SQLException, LedgerException {
        try {
            if (unclean || Files.size(file) <= CHECKED_AT_EVERY_START_BYTES) {
                refuseUnsound(session, file);
            } else {
                refuseTruncated(session, file);
            }
        } catch (IOException e) {
            throw LedgerException.lasting(file + ": the file cannot be read (" + e + ")", e);
        }
    }

    /** Reads the whole file; refuses it where SQLite finds a fault. */
    static void refuseUnsound(SqliteSession session, Path file) throws SQLException, LedgerException {
        String finding = session.text("PRAGMA quick_check(1)").orElse("no answer");
        if (!finding.equals("ok")) {
            throw LedgerException.lasting(
                    file + ": the database is damaged; restore the last backup (" + finding + ")", null);
        }
    }

    private static void refuseTruncated(SqliteSession session, Path file)
            throws SQLException, IOException, LedgerException {
        long bytes = session.number(0, "PRAGMA page_count") * session.number(0, "PRAGMA page_size");
        if (Files.size(file) < bytes) {
            throw LedgerException.lasting(
                    file + ": the database is cut off, " + bytes + " bytes are expected; restore the last backup",
                    null);
        }
    }

    private void migrate(SqliteSession session, Path file) throws SQLException, LedgerException {
        session.script(CREATE_HISTORY);
        long present = session.number(0, "SELECT max(version) FROM schema_migration");
        if (present > migrations.size()) {
            throw LedgerException.lasting(
                    file + ": the database has schema version " + present + ", this program knows " + migrations.size()
                            + "; use the newer version of Quittance that wrote it",
                    null);
        }
        for (Migration migration : migrations.subList(0, (int) present)) {
            refuseChanged(session, file, migration);
        }
        if (present > 0 && present < migrations.size()) {
            backUp(session, file, present);
        }
        for (Migration migration : migrations.subList((int) present, migrations.size())) {
            apply(session, migration);
        }
    }

    private static void refuseChanged(SqliteSession session, Path file, Migration migration)
            throws SQLException, LedgerException {
        String applied = session.text("SELECT checksum FROM schema_migration WHERE version = ?", migration.version())
                .orElse("none");
        if (!applied.equals(migration.checksum())) {
            throw LedgerException.lasting(
                    file + ": schema step " + migration.version() + " is not the one this program knows (checksum "
                            + applied + ", expected " + migration.checksum()
                            + "); use the version of Quittance that wrote the database",
                    null);
        }
    }

    private static void backUp(SqliteSession session, Path file, long version) throws LedgerException {
        Path backup = file.resolveSibling("quittance-before-schema-" + (version + 1) + ".db");
        for (int number = 2; Files.exists(backup); number++) {
            backup = file.resolveSibling("quittance-before-schema-" + (version + 1) + "-" + number + ".db");
        }
        DatabaseFile.copy(session, file, backup);
    }

    private static void apply(SqliteSession session, Migration migration) throws SQLException {
        session.begin();
        try {
            session.script(migration.sql());
            session.update(
                    "INSERT INTO schema_migration (version, checksum) VALUES (?, ?)",
                    migration.version(),
                    migration.checksum());
            session.commit();
        } catch (SQLException e) {
            session.rollback();
            throw e;
        }
    }
}
