package org.quittance.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/** Reads texts, and columns that may be NULL. */
final class Columns {

    private Columns() {}

    static Optional<LocalDate> day(ResultSet rows, int column) throws SQLException {
        long day = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    static Optional<String> text(ResultSet rows, int column) throws SQLException {
        @Nullable String text = nullableText(rows, column);
        return text == null ? Optional.empty() : Optional.of(text);
    }

    /** A text that is never NULL. Read as bytes: the driver's own way makes a buffer object per value, at twice the time. */
    static String string(ResultSet rows, int column) throws SQLException {
        return new String(rows.getBytes(column), StandardCharsets.UTF_8);
    }

    static @Nullable String nullableText(ResultSet rows, int column) throws SQLException {
        byte @Nullable [] bytes = rows.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
