package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;

/**
 * Makes open items of rows. Values that repeat from row to row (debtor, currency, evidence) are made once. For one
 * thread.
 */
final class ItemRows {

    /** The columns every query of items selects, in the order they are read here; {@code i} is the item. */
    static final String COLUMNS = "i.debtor, i.invoice, i.instalment, i.kind, i.issued, i.due, i.currency,"
            + " i.original_minor, i.open_minor, i.disputed, i.evidence_grade, i.evidence_on, i.evidence_source";

    private final CreditorId creditor;
    private final Map<String, Currency> currencies = new HashMap<>();
    private @Nullable DebtorId debtor;
    private @Nullable SendingEvidence evidence;

    ItemRows(CreditorId creditor) {
        this.creditor = creditor;
    }

    /** An item as its row states it, before the day of the question has been applied. */
    record Row(
            ItemKey key,
            DebtorId debtor,
            ItemKind kind,
            LocalDate issued,
            LocalDate due,
            Currency currency,
            long originalMinor,
            long openMinor,
            boolean disputed,
            @Nullable SendingEvidence evidence) {

        /** The item with what was open on a day; the caller knows that this is not zero. */
        OpenItem open(long minor, List<Allocation> allocations) {
            Money open = Money.ofMinor(minor, currency);
            OpenItem.Builder builder = OpenItem.of(key, debtor)
                    .kind(kind)
                    .issued(issued)
                    .due(due)
                    .original(minor == originalMinor ? open : Money.ofMinor(originalMinor, currency))
                    .open(open)
                    .token(token(minor, due.toEpochDay(), disputed))
                    .allocations(allocations);
            if (disputed && !kind.isCredit()) {
                builder.disputed(open);
            }
            @Nullable SendingEvidence known = evidence;
            return known == null ? builder.build() : builder.evidence(known).build();
        }
    }

    /** The state of an open item in a text: whatever a decision would depend on, and nothing else. */
    static String token(long openMinor, long due, boolean disputed) {
        StringBuilder token =
                new StringBuilder(20).append(openMinor).append('.').append(due);
        return disputed ? token.append(".d").toString() : token.toString();
    }

    Row read(ResultSet rows) throws SQLException {
        DebtorId owner = debtor(Columns.string(rows, 1));
        return new Row(
                ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 2)), rows.getInt(3)),
                owner,
                Codes.itemKind(rows.getInt(4)),
                LocalDate.ofEpochDay(rows.getLong(5)),
                LocalDate.ofEpochDay(rows.getLong(6)),
                currency(Columns.string(rows, 7)),
                rows.getLong(8),
                rows.getLong(9),
                rows.getInt(10) != 0,
                evidence(rows));
    }

    List<Row> readAll(ResultSet rows) throws SQLException {
        List<Row> items = new ArrayList<>();
        while (rows.next()) {
            items.add(read(rows));
        }
        return items;
    }

    Allocation allocation(ResultSet rows, int firstColumn, Currency currency) throws SQLException {
        return new Allocation(
                LocalDate.ofEpochDay(rows.getLong(firstColumn)),
                Money.ofMinor(rows.getLong(firstColumn + 1), currency));
    }

    private DebtorId debtor(String name) {
        DebtorId last = debtor;
        if (last == null || !last.value().equals(name)) {
            last = DebtorId.of(name);
            debtor = last;
        }
        return last;
    }

    private Currency currency(String code) {
        return currencies.computeIfAbsent(code, Currency::getInstance);
    }

    private @Nullable SendingEvidence evidence(ResultSet rows) throws SQLException {
        int grade = rows.getInt(11);
        if (grade == 0) {
            return null;
        }
        LocalDate on = LocalDate.ofEpochDay(rows.getLong(12));
        String source = Columns.string(rows, 13);
        SendingEvidence last = evidence;
        if (last == null
                || !last.sentOn().equals(on)
                || Codes.of(last.grade()) != grade
                || !last.source().equals(source)) {
            last = new SendingEvidence(Codes.grade(grade), on, source);
            evidence = last;
        }
        return last;
    }

    static Optional<SendingEvidence> evidence(ResultSet rows, int firstColumn) throws SQLException {
        int grade = rows.getInt(firstColumn);
        return grade == 0
                ? Optional.empty()
                : Optional.of(new SendingEvidence(
                        Codes.grade(grade),
                        LocalDate.ofEpochDay(rows.getLong(firstColumn + 1)),
                        Columns.string(rows, firstColumn + 2)));
    }
}
