package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.bank.AccountState;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/** Makes entries, matches and accounts of rows. */
final class BankRows {

    private static final String ENTRY = "SELECT number, account, key, booked, value_on, currency, minor, reversal,"
            + " return_reason, state, debtor, counterparty, iban, ultimate, reference, end_to_end, mandate, words"
            + " FROM bank_entry WHERE creditor = ? AND ";

    static final String ENTRY_BY_NUMBER = ENTRY + "number = ?";

    static final String ENTRIES_IN_STATES = ENTRY + "number > ? AND state NOT IN (2, 8)"
            + " AND state IN (SELECT value FROM json_each(?)) ORDER BY number LIMIT ?";

    static final String ENTRIES_IN_ANY_STATE =
            ENTRY + "number > ? AND state IN (SELECT value FROM json_each(?)) ORDER BY number LIMIT ?";

    static final String ENTRIES_BOOKED_WITH = ENTRY + "minor = ? AND state IN (2, 3) AND currency = ? ORDER BY number";

    static final String ACCOUNTS = "SELECT account, known_until, currency, closing_minor, gap_until, gap_opening_minor"
            + " FROM bank_account WHERE creditor = ? ORDER BY account";

    private static final String MATCH = "SELECT m.entry, m.round, m.score, m.reason, m.teaches, m.automatic, m.actor,"
            + " m.at, m.undone_at, m.source, m.told FROM bank_match m WHERE m.creditor = ? AND ";

    static final String LAST_MATCH = MATCH + "m.entry = ? ORDER BY m.round DESC LIMIT 1";

    static final String UNTOLD =
            MATCH + "(m.told = 0 OR (m.told = 1 AND m.undone_at IS NOT NULL)) ORDER BY m.entry, m.round LIMIT ?";

    private static final String PARTS = "SELECT kind, debtor, invoice, currency, minor FROM bank_match_part"
            + " WHERE creditor = ? AND entry = ? AND round = ? ORDER BY position";

    private BankRows() {}

    static int code(EntryState state) {
        return switch (state) {
            case NEW -> 1;
            case BOOKED -> 2;
            case ON_ACCOUNT -> 3;
            case WAITING -> 4;
            case UNKNOWN -> 5;
            case RETURNED -> 6;
            case RETURN -> 7;
            case NO_PAYMENT -> 8;
            case IGNORED -> 9;
        };
    }

    private static EntryState state(int code) {
        for (EntryState state : EntryState.values()) {
            if (code(state) == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown state of a bank entry: " + code);
    }

    static int code(MatchPart.Kind kind) {
        return switch (kind) {
            case MONEY -> 1;
            case DISCOUNT -> 2;
            case BANK_FEE -> 3;
            case DIFFERENCE -> 4;
        };
    }

    private static MatchPart.Kind kind(int code) {
        for (MatchPart.Kind kind : MatchPart.Kind.values()) {
            if (code(kind) == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of a part: " + code);
    }

    static List<BankEntry> entries(ResultSet rows) throws SQLException {
        List<BankEntry> entries = new ArrayList<>();
        while (rows.next()) {
            StatementEntry entry = StatementEntry.of(
                            Columns.string(rows, 2),
                            Columns.string(rows, 3),
                            LocalDate.ofEpochDay(rows.getLong(4)),
                            money(rows, 6, 7))
                    .valueDate(LocalDate.ofEpochDay(rows.getLong(5)))
                    .reversal(rows.getInt(8) != 0)
                    .returnReason(Columns.text(rows, 9))
                    .counterparty(Columns.text(rows, 12))
                    .counterpartyIban(Columns.text(rows, 13))
                    .ultimateCounterparty(Columns.text(rows, 14))
                    .structuredReference(Columns.text(rows, 15))
                    .endToEndId(Columns.text(rows, 16))
                    .mandate(Columns.text(rows, 17))
                    .text(Columns.string(rows, 18))
                    .build();
            entries.add(new BankEntry(
                    rows.getLong(1),
                    entry,
                    state(rows.getInt(10)),
                    Columns.text(rows, 11).map(DebtorId::of)));
        }
        return entries;
    }

    /** Kind, debtor, invoice, currency and amount, from a column on. */
    static MatchPart part(ResultSet rows, int first) throws SQLException {
        return new MatchPart(
                kind(rows.getInt(first)),
                DebtorId.of(Columns.string(rows, first + 1)),
                Columns.text(rows, first + 2),
                money(rows, first + 3, first + 4));
    }

    static List<BookedMatch> matches(SqliteSession session, long creditor, String sql, Object last)
            throws SQLException {
        List<BookedMatch> matches = new ArrayList<>();
        try (ResultSet rows = session.query(sql, creditor, last)) {
            while (rows.next()) {
                long entry = rows.getLong(1);
                int round = rows.getInt(2);
                @Nullable Object source = rows.getObject(10);
                matches.add(new BookedMatch(
                        entry,
                        round,
                        new EntryMatch(
                                rows.getInt(3),
                                Columns.string(rows, 4),
                                rows.getInt(5) != 0,
                                parts(session, creditor, entry, round)),
                        Columns.string(rows, 7),
                        Codes.instant(rows.getLong(8)),
                        rows.getInt(6) != 0,
                        rows.getObject(9) != null,
                        rows.getInt(11) > 0,
                        source instanceof Number number ? Optional.of(number.longValue()) : Optional.empty()));
            }
        }
        return matches;
    }

    private static List<MatchPart> parts(SqliteSession session, long creditor, long entry, int round)
            throws SQLException {
        List<MatchPart> parts = new ArrayList<>();
        try (ResultSet rows = session.query(PARTS, creditor, entry, round)) {
            while (rows.next()) {
                parts.add(part(rows, 1));
            }
        }
        return parts;
    }

    static List<AccountState> accounts(ResultSet rows) throws SQLException {
        List<AccountState> accounts = new ArrayList<>();
        while (rows.next()) {
            Optional<LocalDate> gap = Columns.day(rows, 5);
            accounts.add(new AccountState(
                    Columns.string(rows, 1),
                    Columns.day(rows, 2),
                    optionalMoney(rows, 3, 4),
                    gap.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new AccountState.Gap(
                                    gap.get(), optionalMoney(rows, 3, 6).orElseThrow()))));
        }
        return accounts;
    }

    static Optional<Money> optionalMoney(ResultSet rows, int currency, int minor) throws SQLException {
        return rows.getObject(minor) == null ? Optional.empty() : Optional.of(money(rows, currency, minor));
    }

    private static Money money(ResultSet rows, int currency, int minor) throws SQLException {
        return Money.ofMinor(rows.getLong(minor), Currency.getInstance(Columns.string(rows, currency)));
    }
}
