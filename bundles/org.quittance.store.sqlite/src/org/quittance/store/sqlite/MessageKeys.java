package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.RunId;

/**
 * Turns the names of runs and messages of one creditor into the keys of their rows and back. Remembers what it looked up;
 * for one transaction.
 */
final class MessageKeys {

    /** A message's key is its run's ordinal times this plus its number, which has nine digits at most. */
    static final long MESSAGES_PER_RUN = 1L << 30;

    private static final long RUNS_PER_DAY = 1_000_000;

    private static final String ORDINAL = "SELECT ordinal FROM run WHERE creditor = ? AND run = ?";

    private static final String NAME = "SELECT run FROM run WHERE ordinal = ?";

    private final SqliteSession session;
    private final long creditor;
    private final Map<Long, @Nullable Long> ordinals = new HashMap<>();
    private final Map<Long, @Nullable RunId> names = new HashMap<>();

    MessageKeys(SqliteSession session, long creditor) {
        this.session = session;
        this.creditor = creditor;
    }

    /** The number a run's name is stored as. */
    static long code(RunId run) {
        String text = run.value();
        return Long.parseLong(text, 0, 8, 10) * RUNS_PER_DAY + Long.parseLong(text, 9, text.length(), 10);
    }

    static RunId run(long code) {
        return new RunId(code / RUNS_PER_DAY + "-" + code % RUNS_PER_DAY);
    }

    /** The first name that a run of a day could have; the last is less than a million above it. */
    static long firstCode(LocalDate day) {
        return (day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth()) * RUNS_PER_DAY + 1;
    }

    /** Empty for a run that is unknown. */
    Optional<Long> ordinal(RunId run) throws SQLException {
        long code = code(run);
        @Nullable Long known = ordinals.get(code);
        if (known == null) {
            known = session.number(0, ORDINAL, creditor, code);
            ordinals.put(code, known);
        }
        return known == 0 ? Optional.empty() : Optional.of(known);
    }

    /** Empty for a message of a run that is unknown. */
    Optional<Long> key(MessageId message) throws SQLException {
        String text = message.value();
        int end = text.lastIndexOf('-');
        Optional<Long> ordinal = ordinal(new RunId(text.substring(0, end)));
        return ordinal.isEmpty()
                ? Optional.empty()
                : Optional.of(ordinal.get() * MESSAGES_PER_RUN + Long.parseLong(text, end + 1, text.length(), 10));
    }

    RunId run(MessageKey key) throws SQLException {
        @Nullable RunId known = names.get(key.ordinal());
        if (known == null) {
            known = run(session.number(0, NAME, key.ordinal()));
            names.put(key.ordinal(), known);
        }
        return known;
    }

    MessageId message(long key) throws SQLException {
        MessageKey parts = new MessageKey(key);
        return MessageId.of(run(parts), parts.number());
    }

    /** The parts of a key. */
    record MessageKey(long value) {

        long ordinal() {
            return value / MESSAGES_PER_RUN;
        }

        long number() {
            return value % MESSAGES_PER_RUN;
        }
    }
}
