package org.quittance.store.sqlite;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** Reads contacts, goodwill, marks, terms and restrictions; results are by the debtor's position in the question. */
final class RecordReader {

    private static final String FROM = " FROM json_each(?) k CROSS JOIN ";
    private static final String WHERE = " r WHERE r.creditor = ? AND r.debtor = k.value";

    private static final String CONTACTS = "SELECT k.key, r.id, r.kind, r.on_day, r.invoice, r.instalment, r.reason,"
            + " r.reached, r.answers, r.person, r.words" + FROM + "contact" + WHERE;

    private static final String GOODWILL = "SELECT k.key, r.id, r.kind, r.state, r.invoice, r.instalment, r.currency,"
            + " r.amount_minor, r.reason, r.proposed_by, r.proposed_on, r.decided_by, r.decided_on" + FROM + "goodwill"
            + WHERE;

    private static final String MARKS = "SELECT k.key, r.kind, r.since, r.deadline, r.reason, r.cleared_on, r.opened_on"
            + FROM + "case_mark" + WHERE;

    private static final String TERMS = "SELECT k.key, r.id, r.currency, r.covered_minor, r.interest_minor,"
            + " r.released_minor, r.down_minor, r.yearly_percent, r.proposed_by, r.proposed_on, r.decided_by,"
            + " r.decided_on, r.outcome, r.person, r.note" + FROM + "commitment_terms" + WHERE;

    private static final String RESTRICTIONS =
            "SELECT k.key, r.id, r.kind, r.since, r.reason, r.lifted_on, r.told" + FROM + "restriction" + WHERE;

    private static final String RESTRICTED_ITEMS =
            "SELECT k.key, r.id, r.invoice, r.instalment" + FROM + "restriction_item" + WHERE;

    private static final String IMPUTED =
            "SELECT k.key, r.commitment, r.invoice, r.instalment, r.currency, r.minor, r.on_day" + FROM
                    + "imputed_interest" + WHERE + " AND r.taken_back = 0";

    private static final String PAID_CHARGES = "SELECT k.key, r.charge, r.invoice, r.instalment, r.credit,"
            + " r.credit_instalment, r.currency, r.minor, r.on_day" + FROM + "imputed_charge" + WHERE
            + " AND r.taken_back = 0";

    private static final String RULINGS = "SELECT k.key, r.id, r.kind, r.invoice, r.instalment, r.from_day, r.to_day,"
            + " r.yearly_percent, r.reason, r.lifted" + FROM + "ruling" + WHERE;

    private final SqliteSession session;
    private final long key;
    private final CreditorId creditor;
    private final String keys;

    RecordReader(SqliteSession session, long key, CreditorId creditor, String keys) {
        this.session = session;
        this.key = key;
        this.creditor = creditor;
        this.keys = keys;
    }

    /** Makes one record of a row. */
    @FunctionalInterface
    private interface Row<T> {

        T read(ResultSet rows) throws SQLException;
    }

    private <T> Map<Integer, List<T>> read(String sql, String condition, Row<T> row) throws SQLException {
        Map<Integer, List<T>> found = new HashMap<>();
        try (ResultSet rows = session.query(sql + condition, keys, key)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getInt(1), index -> new ArrayList<>())
                        .add(row.read(rows));
            }
        }
        return found;
    }

    /** @param onlyAnswers only those that count as an answer of the debtor */
    Map<Integer, List<Contact>> contacts(boolean onlyAnswers) throws SQLException {
        return read(
                CONTACTS,
                onlyAnswers ? " AND r.answers = 1" : "",
                rows -> new Contact(
                        Columns.string(rows, 2),
                        Contact.Kind.valueOf(Columns.string(rows, 3)),
                        LocalDate.ofEpochDay(rows.getLong(4)),
                        item(rows, 5),
                        Columns.text(rows, 7),
                        rows.getInt(8) != 0,
                        rows.getInt(9) != 0,
                        Columns.string(rows, 10),
                        Columns.string(rows, 11)));
    }

    /** @param onlyGranted only what has effect now */
    Map<Integer, List<Goodwill>> goodwill(boolean onlyGranted) throws SQLException {
        return read(
                GOODWILL,
                onlyGranted ? " AND r.state = 'GRANTED'" : "",
                rows -> new Goodwill(
                        Columns.string(rows, 2),
                        Goodwill.Kind.valueOf(Columns.string(rows, 3)),
                        Goodwill.State.valueOf(Columns.string(rows, 4)),
                        item(rows, 5),
                        amount(rows, 7),
                        Columns.string(rows, 9),
                        Columns.string(rows, 10),
                        LocalDate.ofEpochDay(rows.getLong(11)),
                        Columns.text(rows, 12),
                        Columns.day(rows, 13)));
    }

    /** @param onlyStanding without those that were cleared */
    Map<Integer, List<CaseMark>> marks(boolean onlyStanding) throws SQLException {
        return read(
                MARKS,
                onlyStanding ? " AND r.cleared_on IS NULL" : "",
                rows -> new CaseMark(
                        CaseMark.Kind.valueOf(Columns.string(rows, 2)),
                        LocalDate.ofEpochDay(rows.getLong(3)),
                        Columns.day(rows, 4),
                        Columns.string(rows, 5),
                        Columns.day(rows, 6),
                        Columns.day(rows, 7)));
    }

    Map<Integer, List<CommitmentTerms>> terms() throws SQLException {
        return read(TERMS, "", rows -> {
            Currency currency = Currency.getInstance(Columns.string(rows, 3));
            return new CommitmentTerms(
                    Columns.string(rows, 2),
                    Money.ofMinor(rows.getLong(4), currency),
                    Money.ofMinor(rows.getLong(5), currency),
                    Money.ofMinor(rows.getLong(6), currency),
                    Money.ofMinor(rows.getLong(7), currency),
                    Columns.text(rows, 8).map(BigDecimal::new),
                    Columns.string(rows, 9),
                    LocalDate.ofEpochDay(rows.getLong(10)),
                    Columns.text(rows, 11),
                    Columns.day(rows, 12),
                    Columns.string(rows, 13),
                    Columns.string(rows, 14),
                    Columns.string(rows, 15));
        });
    }

    Map<Integer, List<ImputedInterest>> imputed() throws SQLException {
        return read(
                IMPUTED,
                "",
                rows -> new ImputedInterest(
                        Columns.string(rows, 2),
                        ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 3)), rows.getInt(4)),
                        Money.ofMinor(rows.getLong(6), Currency.getInstance(Columns.string(rows, 5))),
                        LocalDate.ofEpochDay(rows.getLong(7))));
    }

    Map<Integer, List<ImputedCharge>> paidCharges() throws SQLException {
        return read(
                PAID_CHARGES,
                "",
                rows -> new ImputedCharge(
                        ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 3)), rows.getInt(4)),
                        ChargeKind.valueOf(Columns.string(rows, 2)),
                        ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 5)), rows.getInt(6)),
                        Money.ofMinor(rows.getLong(8), Currency.getInstance(Columns.string(rows, 7))),
                        LocalDate.ofEpochDay(rows.getLong(9)),
                        false));
    }

    /** @param onlyStanding without those that were taken back */
    Map<Integer, List<Ruling>> rulings(boolean onlyStanding) throws SQLException {
        return read(
                RULINGS,
                onlyStanding ? " AND r.lifted = 0" : "",
                rows -> new Ruling(
                        Columns.string(rows, 2),
                        Ruling.Kind.valueOf(Columns.string(rows, 3)),
                        ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 4)), rows.getInt(5)),
                        LocalDate.ofEpochDay(rows.getLong(6)),
                        Columns.day(rows, 7),
                        Columns.text(rows, 8).map(BigDecimal::new),
                        Columns.string(rows, 9),
                        rows.getInt(10) != 0));
    }

    Map<Integer, List<Restriction>> restrictions() throws SQLException {
        Map<Integer, List<RestrictedItem>> items = read(
                RESTRICTED_ITEMS,
                "",
                rows -> new RestrictedItem(
                        Columns.string(rows, 2),
                        ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 3)), rows.getInt(4))));
        return read(
                RESTRICTIONS,
                "",
                rows -> new Restriction(
                        Columns.string(rows, 2),
                        Restriction.Kind.valueOf(Columns.string(rows, 3)),
                        LocalDate.ofEpochDay(rows.getLong(4)),
                        Columns.string(rows, 5),
                        RestrictedItem.of(Columns.string(rows, 2), items.getOrDefault(rows.getInt(1), List.of())),
                        Columns.day(rows, 6),
                        rows.getInt(7) != 0));
    }

    private record RestrictedItem(String restriction, ItemKey item) {

        static Set<ItemKey> of(String restriction, List<RestrictedItem> all) {
            return all.stream()
                    .filter(one -> one.restriction().equals(restriction))
                    .map(RestrictedItem::item)
                    .collect(Collectors.toSet());
        }
    }

    private Optional<ItemKey> item(ResultSet rows, int column) throws SQLException {
        int instalment = rows.getInt(column + 1);
        return Columns.text(rows, column).map(invoice -> ItemKey.of(creditor, InvoiceId.of(invoice), instalment));
    }

    private static Optional<Money> amount(ResultSet rows, int column) throws SQLException {
        long minor = rows.getLong(column + 1);
        return Columns.text(rows, column).map(currency -> Money.ofMinor(minor, Currency.getInstance(currency)));
    }
}
