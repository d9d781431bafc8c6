package org.quittance.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.store.StoreException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says of a failure of SQLite what happened to which file, what to do, and whether trying again makes sense. */
final class Failures {

    private Failures() {}

    static StoreException store(Path file, SQLException cause) {
        String message = message(file, cause);
        return isPassing(cause) ? StoreException.passing(message, cause) : StoreException.lasting(message, cause);
    }

    static LedgerException ledger(Path file, SQLException cause) {
        String message = message(file, cause);
        return isPassing(cause) ? LedgerException.passing(message, cause) : LedgerException.lasting(message, cause);
    }

    /** Whether a row was refused because another one with the same key exists. */
    static boolean isDuplicate(SQLException cause) {
        SQLiteErrorCode code = code(cause);
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
    }

    private static String message(Path file, SQLException cause) {
        String advice = cause instanceof SQLTransientException
                ? "the database is being closed; try again"
                : advice(code(cause));
        return file + ": " + advice + " (" + cause.getMessage() + ")";
    }

    private static String advice(SQLiteErrorCode code) {
        switch (primary(code)) {
            case SQLITE_FULL:
                return "the disk is full and nothing of the last change was kept; make room and try again";
            case SQLITE_READONLY:
            case SQLITE_CANTOPEN:
            case SQLITE_PERM:
                return "the file or its folder cannot be written; give this user the right to write there";
            case SQLITE_CORRUPT:
            case SQLITE_NOTADB:
                return "the database is damaged; restore the last backup";
            case SQLITE_BUSY:
            case SQLITE_LOCKED:
                return "the database is in use by another process; try again";
            case SQLITE_IOERR:
                return "the disk reported an error; check it, then try again";
            default:
                return "the database refused";
        }
    }

    private static boolean isPassing(SQLException cause) {
        SQLiteErrorCode code = primary(code(cause));
        return cause instanceof SQLTransientException
                || code == SQLiteErrorCode.SQLITE_BUSY
                || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    private static SQLiteErrorCode code(SQLException cause) {
        return cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** The error without what SQLite calls its extension. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.UNKNOWN_ERROR ? code : SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
