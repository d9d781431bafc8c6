package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.model.Actor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.Sha256;

/** Makes payments of what entries pay, and takes them back, within one transaction of one creditor. */
final class BankBooking {

    private static final String ADD_MATCH = "INSERT INTO bank_match (creditor, entry, round, score, reason, teaches,"
            + " automatic, actor, at, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private static final String ADD_PART =
            "INSERT INTO bank_match_part (creditor, entry, round, position, kind, debtor,"
                    + " invoice, currency, minor, payment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UNDO = "UPDATE bank_match SET undone_at = ?, undone_by = ?, source = ?"
            + " WHERE creditor = ? AND entry = ? AND round = ?";

    private static final String PAYMENTS =
            "SELECT payment FROM bank_match_part" + " WHERE creditor = ? AND entry = ? AND round = ? ORDER BY position";

    private static final String SET_STATE =
            "UPDATE bank_entry SET state = ?, debtor = ?, teaches = ? WHERE creditor = ? AND number = ?";

    static final String FORGET_PROPOSALS = "DELETE FROM bank_proposal WHERE creditor = ? AND entry = ?";

    /** Of the digest of account and key: enough that no two entries of one creditor ever share it. */
    private static final int KEY_DIGITS = 24;

    private final SqliteSession session;
    private final long creditor;
    private final LedgerWriter ledger;
    private final PaymentIntake payments;
    private final PaymentReversal reversal;
    private final Actor actor;
    private final Instant at;

    BankBooking(
            SqliteSession session,
            long creditor,
            LedgerWriter ledger,
            PaymentIntake payments,
            PaymentReversal reversal,
            Actor actor,
            Instant at) {
        this.session = session;
        this.creditor = creditor;
        this.ledger = ledger;
        this.payments = payments;
        this.reversal = reversal;
        this.actor = actor;
        this.at = at;
    }

    /** Books it or leaves everything as it was. */
    IntakeResult book(long number, EntryMatch match, boolean automatic) throws SQLException {
        session.update("SAVEPOINT booking");
        IntakeResult result = bookEntry(number, match, automatic);
        if (result.kind() == IntakeResult.Kind.REJECTED) {
            session.update("ROLLBACK TO booking");
        }
        session.update("RELEASE booking");
        return result;
    }

    private IntakeResult bookEntry(long number, EntryMatch match, boolean automatic) throws SQLException {
        Optional<BankEntry> known = entry(number);
        if (known.isEmpty()) {
            return IntakeResult.rejected("entry", "there is no bank entry " + number);
        }
        StatementEntry entry = known.get().entry();
        if (!match.money().currency().equals(entry.amount().currency())
                || match.money().compareTo(entry.amount()) > 0) {
            return IntakeResult.rejected(
                    "amount", match.money() + " is more than entry " + number + " holds, " + entry.amount());
        }
        Optional<BookedMatch> before = lastMatch(number);
        if (before.isPresent() && !before.get().undone()) {
            if (before.get().match().parts().equals(match.parts())
                    && before.get().automatic() == automatic) {
                return IntakeResult.of(IntakeResult.Kind.UNCHANGED);
            }
            undo(before.get(), entry.bookingDate(), "matched anew", Optional.empty());
        }
        int round = before.map(BookedMatch::round).orElse(0) + 1;
        Optional<IntakeResult> refused = pay(known.get(), match, round);
        if (refused.isPresent()) {
            return refused.get();
        }
        session.update(
                ADD_MATCH,
                creditor,
                number,
                round,
                match.score(),
                match.reason(),
                match.teaches() ? 1 : 0,
                automatic ? 1 : 0,
                actor.name(),
                Codes.of(at));
        boolean onAccount = automatic && match.isCreditOnly();
        session.update(FORGET_PROPOSALS, creditor, number);
        set(
                number,
                onAccount ? EntryState.ON_ACCOUNT : EntryState.BOOKED,
                match.isOfOneDebtor() ? Optional.of(match.parts().get(0).debtor()) : Optional.empty(),
                match.teaches());
        return IntakeResult.of(IntakeResult.Kind.ADDED);
    }

    private Optional<IntakeResult> pay(BankEntry known, EntryMatch match, int round) throws SQLException {
        StatementEntry entry = known.entry();
        String prefix =
                "bank-" + Sha256.hex(entry.account() + "\n" + entry.key()).substring(0, KEY_DIGITS) + "-" + round + "-";
        int position = 0;
        for (MatchPart part : match.parts()) {
            String key = prefix + ++position;
            Optional<IntakeResult> overpaid = overpaid(part);
            if (overpaid.isPresent()) {
                return overpaid;
            }
            IntakeResult paid = payments.take(new PaymentRecord(
                    key,
                    Optional.of(part.debtor()),
                    part.invoice(),
                    part.amount(),
                    entry.bookingDate(),
                    entry.valueDate()));
            if (paid.kind() != IntakeResult.Kind.ADDED) {
                return Optional.of(
                        paid.kind() == IntakeResult.Kind.REJECTED
                                ? paid
                                : IntakeResult.rejected("entry", "the payment " + key + " is booked already"));
            }
            session.update(
                    ADD_PART,
                    creditor,
                    known.number(),
                    round,
                    position,
                    BankRows.code(part.kind()),
                    part.debtor().value(),
                    Codes.value(part.invoice()),
                    part.amount().currency().getCurrencyCode(),
                    part.amount().minor(),
                    key);
        }
        return Optional.empty();
    }

    private Optional<IntakeResult> overpaid(MatchPart part) throws SQLException {
        if (part.invoice().isEmpty()) {
            return Optional.empty();
        }
        long open = 0;
        for (LedgerWriter.Item item : ledger.items(part.invoice().get())) {
            open += item.openMinor();
        }
        return part.amount().minor() <= open
                ? Optional.empty()
                : Optional.of(IntakeResult.rejected(
                        "invoice",
                        "of invoice " + part.invoice().get() + " "
                                + Money.ofMinor(open, part.amount().currency()) + " is open, less than "
                                + part.amount()));
    }

    IntakeResult takeBack(long number, Optional<LocalDate> on, String reason, EntryState state, Optional<Long> source)
            throws SQLException {
        Optional<BankEntry> known = entry(number);
        Optional<BookedMatch> match = lastMatch(number);
        if (known.isEmpty() || match.isEmpty() || match.get().undone()) {
            return IntakeResult.of(IntakeResult.Kind.UNCHANGED);
        }
        LocalDate booked = known.get().entry().bookingDate();
        LocalDate day = on.isPresent() && on.get().isAfter(booked) ? on.get() : booked;
        undo(match.get(), day, reason, source);
        set(number, state, known.get().debtor(), false);
        return IntakeResult.of(IntakeResult.Kind.CHANGED);
    }

    private void undo(BookedMatch match, LocalDate on, String reason, Optional<Long> source) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = session.query(PAYMENTS, creditor, match.entry(), match.round())) {
            while (rows.next()) {
                keys.add(Columns.string(rows, 1));
            }
        }
        for (String key : keys) {
            reversal.takeBack(key, on, reason);
        }
        session.update(UNDO, Codes.of(at), actor.name(), Codes.value(source), creditor, match.entry(), match.round());
    }

    void set(long number, EntryState state, Optional<DebtorId> debtor, boolean teaches) throws SQLException {
        session.update(
                SET_STATE,
                BankRows.code(state),
                Codes.value(debtor.map(DebtorId::value)),
                teaches ? 1 : 0,
                creditor,
                number);
    }

    private Optional<BankEntry> entry(long number) throws SQLException {
        try (ResultSet rows = session.query(BankRows.ENTRY_BY_NUMBER, creditor, number)) {
            return BankRows.entries(rows).stream().findFirst();
        }
    }

    private Optional<BookedMatch> lastMatch(long number) throws SQLException {
        return BankRows.matches(session, creditor, BankRows.LAST_MATCH, number).stream()
                .findFirst();
    }
}
