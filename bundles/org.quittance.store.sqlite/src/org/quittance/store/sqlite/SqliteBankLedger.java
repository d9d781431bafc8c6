package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.bank.AccountState;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BankLedger;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.bank.Payer;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;

/** Bank accounts, their entries and matches, from the embedded database. */
@Component(service = BankLedger.class, immediate = true)
public final class SqliteBankLedger implements BankLedger {

    private static final Set<EntryState> NOT_INDEXED = Set.of(EntryState.BOOKED, EntryState.NO_PAYMENT);

    private static final String PROPOSALS = """
        SELECT entry, rank, score, reason, teaches, kind, debtor, invoice, currency, minor FROM bank_proposal
        WHERE creditor = ? AND entry IN (SELECT value FROM json_each(?)) ORDER BY entry, rank, position\
        """;

    private static final String PAYERS = "SELECT DISTINCT debtor, iban, counterparty FROM bank_entry"
            + " WHERE creditor = ? AND teaches = 1 AND debtor IS NOT NULL";

    private final SqliteDatabase database;

    @Activate
    public SqliteBankLedger(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public StoreId ledger() {
        return new StoreId(database.storeId());
    }

    @Override
    public List<AccountState> accounts(CreditorId creditor) throws StoreException {
        return read(creditor, List.of(), (session, key) -> {
            try (ResultSet rows = session.query(BankRows.ACCOUNTS, key)) {
                return BankRows.accounts(rows);
            }
        });
    }

    @Override
    public List<BankEntry> entries(CreditorId creditor, Set<EntryState> states, long after, int limit)
            throws StoreException {
        String codes = states.stream()
                .map(state -> Integer.toString(BankRows.code(state)))
                .collect(Collectors.joining(",", "[", "]"));
        boolean indexed = states.stream().noneMatch(NOT_INDEXED::contains);
        String sql = indexed ? BankRows.ENTRIES_IN_STATES : BankRows.ENTRIES_IN_ANY_STATE;
        return read(creditor, List.of(), (session, key) -> {
            try (ResultSet rows = session.query(sql, key, after, codes, limit)) {
                return BankRows.entries(rows);
            }
        });
    }

    @Override
    public Optional<BankEntry> entry(CreditorId creditor, long number) throws StoreException {
        return read(creditor, Optional.empty(), (session, key) -> {
            try (ResultSet rows = session.query(BankRows.ENTRY_BY_NUMBER, key, number)) {
                return BankRows.entries(rows).stream().findFirst();
            }
        });
    }

    @Override
    public Map<Long, List<EntryMatch>> proposals(CreditorId creditor, Collection<Long> entries) throws StoreException {
        String numbers =
                entries.stream().map(number -> Long.toString(number)).collect(Collectors.joining(",", "[", "]"));
        return read(creditor, Map.of(), (session, key) -> {
            try (ResultSet rows = session.query(PROPOSALS, key, numbers)) {
                return proposals(rows);
            }
        });
    }

    private static Map<Long, List<EntryMatch>> proposals(ResultSet rows) throws SQLException {
        Map<Long, List<EntryMatch>> found = new HashMap<>();
        int lastRank = -1;
        long lastEntry = -1;
        while (rows.next()) {
            List<EntryMatch> ofEntry = found.computeIfAbsent(rows.getLong(1), entry -> new ArrayList<>());
            boolean continues = rows.getLong(1) == lastEntry && rows.getInt(2) == lastRank;
            List<MatchPart> parts = continues
                    ? new ArrayList<>(ofEntry.remove(ofEntry.size() - 1).parts())
                    : new ArrayList<>();
            parts.add(BankRows.part(rows, 6));
            ofEntry.add(new EntryMatch(rows.getInt(3), Columns.string(rows, 4), rows.getInt(5) != 0, parts));
            lastEntry = rows.getLong(1);
            lastRank = rows.getInt(2);
        }
        return found;
    }

    @Override
    public Optional<BookedMatch> lastMatch(CreditorId creditor, long entry) throws StoreException {
        return read(
                creditor,
                Optional.empty(),
                (session, key) -> BankRows.matches(session, key, BankRows.LAST_MATCH, entry).stream()
                        .findFirst());
    }

    @Override
    public List<BankEntry> bookedWith(CreditorId creditor, Money amount) throws StoreException {
        return read(creditor, List.of(), (session, key) -> {
            try (ResultSet rows = session.query(
                    BankRows.ENTRIES_BOOKED_WITH,
                    key,
                    amount.minor(),
                    amount.currency().getCurrencyCode())) {
                return BankRows.entries(rows);
            }
        });
    }

    @Override
    public void payers(CreditorId creditor, Consumer<Payer> taker) throws StoreException {
        read(creditor, Boolean.FALSE, (session, key) -> {
            try (ResultSet rows = session.query(PAYERS, key)) {
                while (rows.next()) {
                    taker.accept(new Payer(
                            DebtorId.of(Columns.string(rows, 1)), Columns.text(rows, 2), Columns.text(rows, 3)));
                }
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public List<BookedMatch> untold(CreditorId creditor, int limit) throws StoreException {
        return read(creditor, List.of(), (session, key) -> BankRows.matches(session, key, BankRows.UNTOLD, limit));
    }

    /** Reading for a creditor that is known. */
    @FunctionalInterface
    private interface CreditorWork<T> {

        T run(SqliteSession session, long creditor) throws SQLException;
    }

    private <T> T read(CreditorId creditor, T unknown, CreditorWork<T> work) throws StoreException {
        requireNonNull(creditor, "creditor");
        try {
            return database.<T, StoreException>read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? unknown : work.run(session, key.get());
            });
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }
}
