package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.ledger.StepRecord;

/**
 * Changes the states of messages, within one transaction of one creditor. The steps of a message move between the live
 * and the past ones with it.
 */
final class StateWriter {

    private static final String STATE = "SELECT state, debtor, sent_on FROM message WHERE message = ? AND creditor = ?";

    private static final String SET_STATE = """
        UPDATE message SET state = ?, changed_at = ?, sent_on = ?, channel = coalesce(?, channel),
          output = coalesce(?, output), reason = ?
        WHERE message = ?\
        """;

    private static final String OF_MESSAGE = " WHERE creditor = ? AND debtor = ? AND message = ?";

    private static final String COLUMNS =
            "creditor, debtor, message, position, invoice, instalment, cycle, step, token, claimed_minor,"
                    + " interest_minor, claimed_until, indemnity_minor, charged_in, own, outcome, on_day";

    private static final String COPIED = "creditor, debtor, message, position, invoice, instalment, cycle, step, token,"
            + " claimed_minor, interest_minor, claimed_until, indemnity_minor, charged_in, own, ?, coalesce(?, on_day)";

    private final SqliteSession session;
    private final long creditor;
    private final long at;
    private final MessageKeys keys;

    StateWriter(SqliteSession session, long creditor, long at, MessageKeys keys) {
        this.session = session;
        this.creditor = creditor;
        this.at = at;
        this.keys = keys;
    }

    /** A message as it is before the change. */
    private record Before(long key, String debtor, MessageState state, Optional<LocalDate> sentOn) {}

    boolean change(StateChange change) throws SQLException {
        Optional<Long> key = keys.key(change.message());
        Optional<Before> found = key.isEmpty() ? Optional.empty() : before(key.get());
        if (found.isEmpty() || !change.expected().contains(found.get().state())) {
            return false;
        }
        Before before = found.get();
        boolean nowSent = change.next().countsAsSent() && !before.state().countsAsSent();
        boolean dated = nowSent || change.next() == MessageState.EXPIRED;
        if (dated) {
            requireDate(change);
        }
        if (!moveSteps(before, change.next(), dated ? Codes.day(change.on()) : null)) {
            return false;
        }
        session.update(
                SET_STATE,
                Codes.of(change.next()),
                at,
                Codes.day(nowSent ? change.on() : before.sentOn()),
                Codes.value(change.channel()),
                Codes.value(change.output()),
                Codes.value(change.reason()),
                before.key());
        return true;
    }

    private Optional<Before> before(long key) throws SQLException {
        try (ResultSet row = session.query(STATE, key, creditor)) {
            return row.next()
                    ? Optional.of(
                            new Before(key, row.getString(2), Codes.messageState(row.getInt(1)), Columns.day(row, 3)))
                    : Optional.empty();
        }
    }

    private static void requireDate(StateChange change) {
        if (change.on().isEmpty()) {
            throw new IllegalArgumentException("message " + change.message() + " cannot become " + change.next()
                    + " without the date it counts from");
        }
    }

    /** Returns false where another message for one of the items has become live meanwhile. */
    private boolean moveSteps(Before before, MessageState next, @Nullable Long day) throws SQLException {
        Optional<StepRecord.Outcome> outcome = Codes.outcome(next);
        if (outcome.equals(Codes.outcome(before.state()))) {
            return true;
        }
        @Nullable Integer code = Codes.value(outcome.map(Codes::of));
        String from = table(before.state());
        String to = table(next);
        if (from.equals(to)) {
            session.update(
                    "UPDATE " + to + " SET outcome = ?, on_day = coalesce(?, on_day)" + OF_MESSAGE,
                    code,
                    day,
                    creditor,
                    before.debtor(),
                    before.key());
            return true;
        }
        return move(before, from, to, code, day);
    }

    private boolean move(Before before, String from, String to, @Nullable Integer code, @Nullable Long day)
            throws SQLException {
        try {
            session.update(
                    "INSERT INTO " + to + " (" + COLUMNS + ") SELECT " + COPIED + " FROM " + from + OF_MESSAGE,
                    code,
                    day,
                    creditor,
                    before.debtor(),
                    before.key());
        } catch (SQLException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
        session.update("DELETE FROM " + from + OF_MESSAGE, creditor, before.debtor(), before.key());
        return true;
    }

    /** Where the steps of a message in a state lie. */
    static String table(MessageState state) {
        return state.isLive() ? "live_step" : "past_step";
    }
}
