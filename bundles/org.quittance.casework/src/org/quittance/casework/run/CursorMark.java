package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.store.ChangeCursor;

/**
 * How far the changes of a store were taken in. A simulated replay looks at days that lie before changes already recorded: those
 * wait, and the cursor stays before the first of them. What lies behind it is read again on the next day, by its number, and of
 * that only what fell due since then is taken in, so that no change is taken in twice.
 *
 * @param from where the next reading begins
 * @param readBeyond how many changes after it were looked at already
 * @param asOf the day they were looked at for; meaningless when none were
 */
record CursorMark(ChangeCursor from, long readBeyond, LocalDate asOf) {

    private static final String PREFIX = "quittance:waiting:";

    static final CursorMark BEGINNING = new CursorMark(ChangeCursor.BEGINNING, 0, LocalDate.MIN);

    static CursorMark at(ChangeCursor cursor) {
        return new CursorMark(cursor, 0, LocalDate.MIN);
    }

    /** Reads what {@link #toCursor()} wrote; the plain cursor of a store is a mark with nothing waiting. */
    static CursorMark of(Optional<ChangeCursor> stored) {
        String text = stored.orElse(ChangeCursor.BEGINNING).value();
        if (!text.startsWith(PREFIX)) {
            return at(new ChangeCursor(text));
        }
        int count = PREFIX.length();
        int day = text.indexOf(':', count);
        int cursor = text.indexOf(':', day + 1);
        return new CursorMark(
                new ChangeCursor(text.substring(cursor + 1)),
                Long.parseLong(text.substring(count, day)),
                LocalDate.parse(text.substring(day + 1, cursor)));
    }

    ChangeCursor toCursor() {
        return readBeyond == 0 ? from : new ChangeCursor(PREFIX + readBeyond + ":" + asOf + ":" + from.value());
    }
}
