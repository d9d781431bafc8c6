package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.DuplicateMessageException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;

/** Writes runs and messages, within one transaction of one creditor. */
final class MessageWriter {

    private static final String ADD_MESSAGE = """
        INSERT INTO message (message, creditor, state, debtor, step, kind, as_of, media, currency, principal_minor,
          interest_minor, indemnity_minor, fees_minor, case_revision, expires_on, changed_at, facts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String ADD_STEPS = """
        INSERT INTO live_step (creditor, debtor, message, on_day, own, outcome, position, invoice, instalment, cycle,
          step, token, claimed_minor, interest_minor, claimed_until, indemnity_minor, charged_in) VALUES\
        """;

    private static final String ADD_CREDIT =
            "INSERT INTO message_credit (message, position, invoice, instalment, token) VALUES (?, ?, ?, ?, ?)";

    /** Binds creditor, hash and bytes. */
    static final String ADD_CONTENT =
            "INSERT INTO content (creditor, sha256, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String TIE_CONTENT = """
        INSERT INTO message_content (message, position, creditor, sha256, file_name, media_type)
        SELECT ?1, coalesce(max(position), 0) + 1, ?2, ?3, ?4, ?5 FROM message_content WHERE message = ?1\
        """;

    /** Steps that go into one statement: most messages then need one. */
    private static final int STEPS_AT_ONCE = 10;

    private static final int SHARED_VALUES = 5;
    private static final int VALUES_PER_STEP = 11;

    private static final String[] ADD_SO_MANY = statements();

    private final SqliteSession session;
    private final long creditor;
    private final String actor;
    private final long at;
    private final MessageKeys keys;
    private final String ownStore;
    private long knownRun = -1;
    private int ownItems;

    MessageWriter(SqliteSession session, long creditor, String actor, long at, MessageKeys keys, String ownStore) {
        this.session = session;
        this.creditor = creditor;
        this.actor = actor;
        this.at = at;
        this.keys = keys;
        this.ownStore = ownStore;
    }

    /** What is the same for all steps of a message is bound once, in ?1 to ?5. */
    private static String[] statements() {
        String[] statements = new String[STEPS_AT_ONCE + 1];
        StringBuilder sql = new StringBuilder(ADD_STEPS);
        for (int count = 1; count <= STEPS_AT_ONCE; count++) {
            sql.append(count == 1 ? " " : ", ").append("(?1, ?2, ?3, ?4, ?5, 1");
            for (int value = 1; value <= VALUES_PER_STEP; value++) {
                sql.append(", ?").append(SHARED_VALUES + (count - 1) * VALUES_PER_STEP + value);
            }
            statements[count] = sql.append(')').toString();
        }
        return statements;
    }

    RunId beginRun(LocalDate asOf, String store) throws SQLException {
        long first = MessageKeys.firstCode(asOf);
        long last = session.number(
                first - 1,
                "SELECT max(run) FROM run WHERE creditor = ? AND run BETWEEN ? AND ?",
                creditor,
                first,
                first + 999_998);
        session.update(
                "INSERT INTO run (creditor, run, as_of, store, prepared_by, prepared_at, complete)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0)",
                creditor,
                last + 1,
                asOf.toEpochDay(),
                store,
                actor,
                at);
        return MessageKeys.run(last + 1);
    }

    void completeRun(RunId run) throws SQLException {
        int rows = session.update(
                "UPDATE run SET complete = 1 WHERE creditor = ? AND run = ?", creditor, MessageKeys.code(run));
        if (rows == 0) {
            throw new IllegalArgumentException("run " + run + " is unknown");
        }
    }

    void prepare(PreparedMessage message) throws SQLException, DuplicateMessageException {
        Currency currency = requireOneCurrency(message);
        long key = requireRun(message);
        session.update(
                ADD_MESSAGE,
                key,
                creditor,
                Codes.of(MessageState.PREPARED),
                message.debtor().value(),
                message.step(),
                message.kind().name(),
                message.asOf().toEpochDay(),
                message.media().stream().map(Medium::name).collect(Collectors.joining(",")),
                currency.getCurrencyCode(),
                message.principal().minor(),
                message.interest().minor(),
                message.indemnity().minor(),
                message.fees().minor(),
                message.caseRevision(),
                Codes.day(message.expiresOn()),
                at,
                message.facts());
        addSteps(message, key);
        addCredits(message.credits(), key);
    }

    private long requireRun(PreparedMessage message) throws SQLException {
        if (!message.id().value().startsWith(message.run().value() + "-")) {
            throw new IllegalArgumentException("message " + message.id() + " is not of run " + message.run());
        }
        long ordinal = keys.ordinal(message.run())
                .orElseThrow(() -> new IllegalArgumentException("run " + message.run() + " is unknown"));
        if (ordinal != knownRun) {
            knownRun = ordinal;
            ownItems = session.text("SELECT store FROM run WHERE ordinal = ?", ordinal)
                            .orElseThrow()
                            .equals(ownStore)
                    ? 1
                    : 0;
        }
        return keys.key(message.id()).orElseThrow();
    }

    private static Currency requireOneCurrency(PreparedMessage message) {
        Currency currency = message.principal().currency();
        requireCurrency(currency, message.interest());
        requireCurrency(currency, message.indemnity());
        requireCurrency(currency, message.fees());
        for (MessageItem item : message.items()) {
            requireCurrency(currency, item.claimed());
            requireCurrency(currency, item.interest());
            requireCurrency(currency, item.indemnity());
        }
        return currency;
    }

    private static void requireCurrency(Currency currency, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("a message in " + currency + " contains " + amount);
        }
    }

    private void addSteps(PreparedMessage message, long key) throws SQLException, DuplicateMessageException {
        List<MessageItem> items = message.items();
        for (int first = 0; first < items.size(); first += STEPS_AT_ONCE) {
            int count = Math.min(STEPS_AT_ONCE, items.size() - first);
            try {
                addSteps(message, key, first, count);
            } catch (SQLException e) {
                if (!Failures.isDuplicate(e)) {
                    throw e;
                }
                throw duplicate(message, key, first, count);
            }
        }
    }

    private void addSteps(PreparedMessage message, long key, int first, int count) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[SHARED_VALUES + count * VALUES_PER_STEP];
        values[0] = creditor;
        values[1] = message.debtor().value();
        values[2] = key;
        values[3] = message.asOf().toEpochDay();
        values[4] = ownItems;
        int next = SHARED_VALUES;
        for (int index = first; index < first + count; index++) {
            MessageItem item = message.items().get(index);
            values[next++] = index + 1;
            values[next++] = item.token().item().invoice().value();
            values[next++] = item.token().item().instalment();
            values[next++] = item.cycle();
            values[next++] = item.step();
            values[next++] = item.token().token();
            values[next++] = item.claimed().minor();
            values[next++] = item.interest().minor();
            values[next++] = Codes.day(item.claimedUntil());
            values[next++] = item.indemnity().minor();
            values[next++] = item.isCharged() ? item.indemnity().currency().getCurrencyCode() : null;
        }
        session.update(ADD_SO_MANY[count], values);
    }

    /** Finds out which of several steps was the one refused, by adding them one by one. */
    private DuplicateMessageException duplicate(PreparedMessage message, long key, int first, int count)
            throws SQLException {
        for (int index = first; index < first + count; index++) {
            MessageItem item = message.items().get(index);
            try {
                addSteps(message, key, index, 1);
            } catch (SQLException e) {
                if (!Failures.isDuplicate(e)) {
                    throw e;
                }
                return new DuplicateMessageException(item.token().item(), item.cycle(), item.step());
            }
        }
        throw new IllegalStateException("together the steps were refused, one by one none");
    }

    private void addCredits(List<ItemToken> credits, long key) throws SQLException {
        int position = 0;
        for (ItemToken credit : credits) {
            position++;
            session.update(
                    ADD_CREDIT,
                    key,
                    position,
                    credit.item().invoice().value(),
                    credit.item().instalment(),
                    credit.token());
        }
    }

    void keepContent(MessageId message, DocumentFile file) throws SQLException {
        long key =
                keys.key(message).orElseThrow(() -> new IllegalArgumentException("message " + message + " is unknown"));
        String sha256 = file.sha256();
        session.update(ADD_CONTENT, creditor, sha256, file.bytes());
        session.update(TIE_CONTENT, key, creditor, sha256, file.fileName(), file.mediaType());
    }
}
