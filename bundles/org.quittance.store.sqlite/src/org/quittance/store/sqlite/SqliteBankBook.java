package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.quittance.api.bank.AccountState;
import org.quittance.api.bank.BankBook;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;

/** Entries, statements and matches, written within one intake session. */
final class SqliteBankBook implements BankBook {

    private static final String ADD_ACCOUNT =
            "INSERT INTO bank_account (creditor, account) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String ADD_ENTRY = """
        INSERT INTO bank_entry (creditor, number, account, key, booked, value_on, currency, minor, reversal,
          return_reason, state, teaches, counterparty, iban, ultimate, reference, end_to_end, mandate, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """;

    private static final String ADD_STATEMENT = """
        INSERT INTO bank_statement (creditor, account, until, position, number, currency, opening_minor, closing_minor)
        SELECT ?1, ?2, ?3, count(*) + 1, ?4, ?5, ?6, ?7 FROM bank_statement
        WHERE creditor = ?1 AND account = ?2 AND until = ?3
        HAVING NOT EXISTS (SELECT 1 FROM bank_statement WHERE creditor = ?1 AND account = ?2 AND until = ?3
          AND number = ?4 AND opening_minor IS ?6 AND closing_minor IS ?7)\
        """;

    private static final String ADD_PROPOSAL = "INSERT INTO bank_proposal (creditor, entry, rank, position, score,"
            + " reason, teaches, kind, debtor, invoice, currency, minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String TOLD = "UPDATE bank_match SET told = ? WHERE creditor = ? AND entry = ? AND round = ?";

    private final SqliteIntakeSession owner;
    private final SqliteSession session;
    private final long creditor;
    private final BankBooking booking;
    private final TreeSet<String> touched = new TreeSet<>();
    private long nextNumber;

    SqliteBankBook(SqliteIntakeSession owner, SqliteSession session, long creditor, BankBooking booking) {
        this.owner = owner;
        this.session = session;
        this.creditor = creditor;
        this.booking = booking;
    }

    @Override
    public IntakeResult entry(StatementEntry entry) throws StoreException {
        return owner.take(() -> add(entry));
    }

    private IntakeResult add(StatementEntry entry) throws SQLException {
        if (nextNumber == 0) {
            nextNumber = session.number(0, "SELECT max(number) FROM bank_entry WHERE creditor = ?", creditor) + 1;
        }
        addAccount(entry.account());
        int rows = session.update(
                ADD_ENTRY,
                creditor,
                nextNumber,
                entry.account(),
                entry.key(),
                entry.bookingDate().toEpochDay(),
                entry.valueDate().toEpochDay(),
                entry.amount().currency().getCurrencyCode(),
                entry.amount().minor(),
                entry.isReversal() ? 1 : 0,
                Codes.value(entry.returnReason()),
                Codes.value(entry.counterparty()),
                Codes.value(entry.counterpartyIban()),
                Codes.value(entry.ultimateCounterparty()),
                Codes.value(entry.structuredReference()),
                Codes.value(entry.endToEndId()),
                Codes.value(entry.mandate()),
                entry.text());
        nextNumber += rows;
        return IntakeResult.of(rows == 0 ? IntakeResult.Kind.UNCHANGED : IntakeResult.Kind.ADDED);
    }

    private void addAccount(String account) throws SQLException {
        if (touched.add(account)) {
            session.update(ADD_ACCOUNT, creditor, account);
        }
    }

    @Override
    public IntakeResult statement(AccountStatement statement) throws StoreException {
        return owner.take(() -> add(statement));
    }

    private IntakeResult add(AccountStatement statement) throws SQLException {
        addAccount(statement.account());
        if (statement.until().isEmpty()) {
            return IntakeResult.of(IntakeResult.Kind.UNCHANGED);
        }
        Optional<String> currency = statement
                .closing()
                .or(statement::opening)
                .map(money -> money.currency().getCurrencyCode());
        int rows = session.update(
                ADD_STATEMENT,
                creditor,
                statement.account(),
                statement.until().get().toEpochDay(),
                statement.number(),
                Codes.value(currency),
                Codes.value(statement.opening().map(Money::minor)),
                Codes.value(statement.closing().map(Money::minor)));
        return IntakeResult.of(rows == 0 ? IntakeResult.Kind.UNCHANGED : IntakeResult.Kind.ADDED);
    }

    /** To be called before the transaction is committed. */
    void finish() throws SQLException {
        for (String account : touched) {
            new AccountChain(session, creditor, account).extend();
        }
    }

    @Override
    public List<AccountState> accounts() throws StoreException {
        return owner.guarded(() -> {
            finish();
            try (ResultSet rows = session.query(BankRows.ACCOUNTS, creditor)) {
                return BankRows.accounts(rows);
            }
        });
    }

    @Override
    public IntakeResult book(long number, EntryMatch match, boolean automatic) throws StoreException {
        return owner.take(() -> booking.book(number, match, automatic));
    }

    @Override
    public IntakeResult takeBack(
            long number, Optional<LocalDate> on, String reason, EntryState state, Optional<Long> source)
            throws StoreException {
        return owner.take(() -> booking.takeBack(number, on, reason, state, source));
    }

    @Override
    public void decide(long number, EntryState state, Optional<DebtorId> debtor, List<EntryMatch> proposals)
            throws StoreException {
        owner.guarded(() -> {
            session.update(BankBooking.FORGET_PROPOSALS, creditor, number);
            booking.set(number, state, debtor, false);
            for (int rank = 0; rank < proposals.size(); rank++) {
                propose(number, rank + 1, proposals.get(rank));
            }
            return Boolean.TRUE;
        });
    }

    private void propose(long number, int rank, EntryMatch match) throws SQLException {
        int position = 0;
        for (MatchPart part : match.parts()) {
            session.update(
                    ADD_PROPOSAL,
                    creditor,
                    number,
                    rank,
                    ++position,
                    match.score(),
                    match.reason(),
                    match.teaches() ? 1 : 0,
                    BankRows.code(part.kind()),
                    part.debtor().value(),
                    Codes.value(part.invoice()),
                    part.amount().currency().getCurrencyCode(),
                    part.amount().minor());
        }
    }

    @Override
    public void told(Collection<BookedMatch> matches) throws StoreException {
        owner.guarded(() -> {
            for (BookedMatch match : matches) {
                session.update(TOLD, match.undone() ? 2 : 1, creditor, match.entry(), match.round());
            }
            return Boolean.TRUE;
        });
    }
}
