package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;

/** Answers a query for messages by the index that fits it, in the order in which they were prepared. */
final class MessageSearch {

    private static final String RANGE = " AND m.message BETWEEN ? AND ? ORDER BY m.message LIMIT ?";

    private static final String OF_STATE = MessageReader.SELECT
            + "FROM message m INDEXED BY message_in_state WHERE m.creditor = ? AND m.state = ?" + RANGE;

    private static final String OF_DEBTOR = MessageReader.SELECT + """
        FROM message m WHERE m.message IN (
          SELECT message FROM live_step WHERE creditor = ?1 AND debtor = ?2
          UNION SELECT message FROM past_step WHERE creditor = ?1 AND debtor = ?2)
        AND m.message BETWEEN ?3 AND ?4 AND m.state IN (%s) ORDER BY m.message LIMIT ?5\
        """;

    private final MessageReader reader;
    private final MessageKeys keys;
    private final long creditor;
    private final MessageQuery query;
    private long first = 0;
    private long last = Long.MAX_VALUE;

    MessageSearch(MessageReader reader, MessageKeys keys, long creditor, MessageQuery query) {
        this.reader = reader;
        this.keys = keys;
        this.creditor = creditor;
        this.query = query;
    }

    List<MessageRecord> run() throws SQLException {
        if (!findRange()) {
            return List.of();
        }
        Set<MessageState> states = query.states().isEmpty() ? EnumSet.allOf(MessageState.class) : query.states();
        Optional<DebtorId> debtor = query.debtor();
        return debtor.isPresent() ? ofDebtor(debtor.get(), states) : inStates(states);
    }

    /** Returns false where a run or the message to begin after is unknown. */
    private boolean findRange() throws SQLException {
        if (query.run().isPresent()) {
            Optional<Long> ordinal = keys.ordinal(query.run().get());
            if (ordinal.isEmpty()) {
                return false;
            }
            first = ordinal.get() * MessageKeys.MESSAGES_PER_RUN;
            last = first + MessageKeys.MESSAGES_PER_RUN - 1;
        }
        if (query.before().isPresent()) {
            Optional<Long> ordinal = keys.ordinal(query.before().get());
            if (ordinal.isEmpty()) {
                return false;
            }
            last = Math.min(last, ordinal.get() * MessageKeys.MESSAGES_PER_RUN - 1);
        }
        if (query.after().isPresent()) {
            Optional<Long> after = keys.key(query.after().get());
            if (after.isEmpty()) {
                return false;
            }
            first = Math.max(first, after.get() + 1);
        }
        return true;
    }

    private List<MessageRecord> ofDebtor(DebtorId debtor, Set<MessageState> states) throws SQLException {
        String codes = states.stream()
                .map(state -> Integer.toString(Codes.of(state)))
                .sorted()
                .collect(Collectors.joining(", "));
        return reader.read(
                String.format(OF_DEBTOR, codes), List.of(creditor, debtor.value(), first, last, query.limit()));
    }

    /** The first messages in each state, merged. */
    private List<MessageRecord> inStates(Set<MessageState> states) throws SQLException {
        List<MessageRecord> found = new ArrayList<>();
        for (MessageState state : states) {
            found.addAll(reader.read(OF_STATE, List.of(creditor, Codes.of(state), first, last, query.limit())));
        }
        if (states.size() > 1) {
            List<Keyed> keyed = new ArrayList<>();
            for (MessageRecord record : found) {
                keyed.add(new Keyed(keys.key(record.message().id()).orElseThrow(), record));
            }
            keyed.sort(Comparator.comparingLong(Keyed::key));
            found = keyed.stream().map(Keyed::record).toList();
        }
        return found.subList(0, Math.min(found.size(), query.limit()));
    }

    /** A message with its place in the order. */
    private record Keyed(long key, MessageRecord record) {}
}
