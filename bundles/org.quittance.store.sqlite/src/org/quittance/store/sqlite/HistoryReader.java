package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;

/** Reads the histories of some hundreds of debtors, one statement per kind of record whatever their number. */
final class HistoryReader {

    /** The position of a debtor in the question comes first in every row. */
    private static final String FROM = " FROM json_each(?) k CROSS JOIN ";

    private static final String CASES = "SELECT k.key, c.revision, c.answers, c.policy, c.policy_hash, c.away_at" + FROM
            + "case_file c WHERE c.creditor = ? AND c.debtor = k.value";

    private static final String STEPS = "SELECT k.key, s.invoice, s.instalment, s.cycle, s.step, s.outcome, s.on_day,"
            + " s.message, s.claimed_until, s.interest_minor, s.indemnity_minor, s.charged_in" + FROM
            + "%s s WHERE s.creditor = ? AND s.debtor = k.value"
            + " AND s.outcome IS NOT NULL";
    private static final String PAST_STEPS = String.format(STEPS, "past_step");
    private static final String LIVE_STEPS = String.format(STEPS, "live_step");

    private static final String STEPS_ELSEWHERE =
            "SELECT k.key, s.invoice, s.instalment, s.cycle, s.step, 4, s.on_day, 0, NULL, 0, 0, NULL" + FROM
                    + "step_elsewhere s WHERE s.creditor = ? AND s.debtor = k.value";

    private static final String LIVES = "SELECT k.key, l.invoice, l.instalment, l.cycle, l.settled_on, l.by_money"
            + FROM + "item_life l WHERE l.creditor = ? AND l.debtor = k.value";

    private static final String HOLDS = "SELECT k.key, h.id, h.invoice, h.instalment, h.reason, h.from_day, h.until_day"
            + FROM + "hold h WHERE h.creditor = ? AND h.debtor = k.value AND h.lifted = 0";

    private static final String EVIDENCE = "SELECT k.key, e.invoice, e.grade, e.sent_on, e.source" + FROM
            + "declared_evidence e WHERE e.creditor = ? AND e.debtor = k.value";

    private final SqliteSession session;
    private final long key;
    private final CreditorId creditor;
    private final List<DebtorId> debtors;
    private final String keys;
    private final List<CaseHistory.Builder> builders;

    HistoryReader(SqliteSession session, long key, CreditorId creditor, List<DebtorId> debtors) {
        this.session = session;
        this.key = key;
        this.creditor = creditor;
        this.debtors = debtors;
        JsonArray json = new JsonArray();
        debtors.forEach(debtor -> json.add(debtor.value()));
        this.keys = json.toString();
        this.builders = debtors.stream().map(CaseHistory::of).toList();
    }

    Map<DebtorId, CaseHistory> read() throws SQLException {
        cases();
        steps();
        if (has("item_life")) {
            lives();
        }
        if (has("hold")) {
            holds();
        }
        if (has("declared_evidence")) {
            evidence();
        }
        AgreementReader agreements = new AgreementReader(session, key, creditor, keys);
        if (has("commitment")) {
            agreements
                    .commitments()
                    .forEach((index, found) -> builders.get(index).commitments(found));
        }
        if (has("dispute")) {
            agreements.disputes().forEach((index, found) -> builders.get(index).disputes(found));
        }
        RecordReader records = new RecordReader(session, key, creditor, keys);
        if (has("contact")) {
            records.contacts(true).forEach((index, found) -> builders.get(index).contacts(found));
        }
        if (has("goodwill")) {
            Map<Integer, List<Goodwill>> goodwill = records.goodwill(true);
            goodwill.forEach((index, found) -> builders.get(index).goodwill(found));
            if (goodwill.values().stream().flatMap(List::stream).anyMatch(one -> one.kind() == Goodwill.Kind.RELEASE)) {
                agreements
                        .releasing()
                        .forEach((index, found) -> builders.get(index).keptSettlements(found));
            }
        }
        if (has("case_mark")) {
            records.marks(true).forEach((index, found) -> builders.get(index).marks(found));
        }
        if (has("claim_statement")) {
            ClaimRows.read(session, key, creditor, keys)
                    .forEach((index, found) -> builders.get(index).statements(found));
        }
        if (has("ruling")) {
            records.rulings(true).forEach((index, found) -> builders.get(index).rulings(found));
        }
        if (has("imputed_interest")) {
            records.imputed().forEach((index, found) -> builders.get(index).imputed(found));
        }
        if (has("imputed_charge")) {
            records.paidCharges().forEach((index, found) -> builders.get(index).paidCharges(found));
        }
        Map<DebtorId, CaseHistory> histories = new HashMap<>(debtors.size() * 2);
        for (int index = 0; index < debtors.size(); index++) {
            histories.put(debtors.get(index), builders.get(index).build());
        }
        return histories;
    }

    /** Most creditors have nothing in most tables: one look spares a search per debtor. */
    private boolean has(String table) throws SQLException {
        return session.number(0, "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE creditor = ?)", key) != 0;
    }

    private void cases() throws SQLException {
        try (ResultSet rows = session.query(CASES, keys, key)) {
            while (rows.next()) {
                CaseHistory.Builder builder = builders.get(rows.getInt(1));
                builder.revision(rows.getLong(2)).answers(Columns.string(rows, 3));
                @Nullable String policy = Columns.nullableText(rows, 4);
                if (policy != null) {
                    builder.pin(new PolicyPin(policy, Columns.string(rows, 5)));
                }
                @Nullable String away = Columns.nullableText(rows, 6);
                if (away != null) {
                    builder.awayAt(away);
                }
            }
        }
    }

    private void steps() throws SQLException {
        Map<Integer, List<StepRecord>> found = new HashMap<>();
        MessageNames names = new MessageNames(new MessageKeys(session, key));
        for (String sql : stepQueries()) {
            try (ResultSet rows = session.query(sql, keys, key)) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getInt(1), index -> new ArrayList<>())
                            .add(step(rows, names));
                }
            }
        }
        found.forEach((index, steps) -> {
            steps.sort(Comparator.comparing(StepRecord::on));
            builders.get(index).steps(steps);
        });
    }

    private List<String> stepQueries() throws SQLException {
        List<String> queries = new ArrayList<>();
        if (has("step_elsewhere")) {
            queries.add(STEPS_ELSEWHERE);
        }
        queries.add(PAST_STEPS);
        if (has("live_step")) {
            queries.add(LIVE_STEPS);
        }
        return queries;
    }

    private StepRecord step(ResultSet rows, MessageNames names) throws SQLException {
        return new StepRecord(
                ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 2)), rows.getInt(3)),
                rows.getInt(4),
                Columns.string(rows, 5),
                Codes.outcome(rows.getInt(6)),
                LocalDate.ofEpochDay(rows.getLong(7)),
                names.get(rows.getLong(8)),
                Columns.day(rows, 9),
                rows.getLong(10),
                indemnity(rows));
    }

    private static Optional<Money> indemnity(ResultSet rows) throws SQLException {
        @Nullable String currency = Columns.nullableText(rows, 12);
        return currency == null
                ? Optional.empty()
                : Optional.of(Money.ofMinor(rows.getLong(11), Currency.getInstance(currency)));
    }

    /** Items of one message lie near each other: its name is made once. */
    private static final class MessageNames {

        private final MessageKeys keys;
        private long lastKey;
        private Optional<MessageId> last = Optional.empty();

        MessageNames(MessageKeys keys) {
            this.keys = keys;
        }

        Optional<MessageId> get(long key) throws SQLException {
            if (key != lastKey) {
                lastKey = key;
                last = key == 0 ? Optional.empty() : Optional.of(keys.message(key));
            }
            return last;
        }
    }

    private void lives() throws SQLException {
        Map<Integer, Map<ItemKey, ItemLife>> found = new HashMap<>();
        try (ResultSet rows = session.query(LIVES, keys, key)) {
            while (rows.next()) {
                ItemKey item = ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 2)), rows.getInt(3));
                found.computeIfAbsent(rows.getInt(1), index -> new HashMap<>())
                        .put(item, new ItemLife(item, rows.getInt(4), Columns.day(rows, 5), rows.getInt(6) != 0));
            }
        }
        found.forEach((index, lives) -> builders.get(index).lives(lives));
    }

    private void holds() throws SQLException {
        Map<Integer, List<Hold>> found = new HashMap<>();
        try (ResultSet rows = session.query(HOLDS, keys, key)) {
            while (rows.next()) {
                int instalment = rows.getInt(4);
                Optional<ItemKey> item =
                        Columns.text(rows, 3).map(invoice -> ItemKey.of(creditor, InvoiceId.of(invoice), instalment));
                found.computeIfAbsent(rows.getInt(1), index -> new ArrayList<>())
                        .add(new Hold(
                                Columns.string(rows, 2),
                                item,
                                Columns.string(rows, 5),
                                LocalDate.ofEpochDay(rows.getLong(6)),
                                Columns.day(rows, 7)));
            }
        }
        found.forEach((index, holds) -> builders.get(index).holds(holds));
    }

    private void evidence() throws SQLException {
        Map<Integer, Map<InvoiceId, SendingEvidence>> found = new HashMap<>();
        try (ResultSet rows = session.query(EVIDENCE, keys, key)) {
            while (rows.next()) {
                InvoiceId invoice = InvoiceId.of(Columns.string(rows, 2));
                int index = rows.getInt(1);
                ItemRows.evidence(rows, 3)
                        .ifPresent(evidence -> found.computeIfAbsent(index, number -> new HashMap<>())
                                .put(invoice, evidence));
            }
        }
        found.forEach((index, evidence) -> builders.get(index).evidence(evidence));
    }
}
