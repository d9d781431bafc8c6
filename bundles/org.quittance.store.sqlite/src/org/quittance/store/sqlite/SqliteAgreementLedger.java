package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** What was said and agreed, from the embedded database. */
@Component(service = AgreementLedger.class, immediate = true)
public final class SqliteAgreementLedger implements AgreementLedger {

    private static final String RESTRICTED =
            "SELECT DISTINCT debtor FROM restriction WHERE creditor = ? AND (told = 0 OR lifted_on IS NULL)";

    private static final String WAITING = """
        SELECT debtor FROM dispute WHERE creditor = ?1 AND closed_on IS NULL
        UNION SELECT debtor FROM commitment WHERE creditor = ?1 AND state = 'PROPOSED'
        UNION SELECT debtor FROM goodwill
          WHERE creditor = ?1 AND (state = 'PROPOSED' OR state = 'GRANTED' AND amount_minor IS NOT NULL)
        UNION SELECT debtor FROM hold WHERE creditor = ?1 AND lifted = 0 AND reason = 'not-received'
        UNION SELECT debtor FROM case_mark WHERE creditor = ?1 AND cleared_on IS NULL
        UNION SELECT debtor FROM hold WHERE creditor = ?1 AND lifted = 0 AND until_day IS NULL
        ORDER BY debtor\
        """;

    private final SqliteDatabase database;

    @Activate
    public SqliteAgreementLedger(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public CaseAgreements agreements(CreditorId creditor, DebtorId debtor) throws LedgerException {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? none(debtor) : read(session, key.get(), creditor, debtor);
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public Optional<DocumentFile> claimStatement(CreditorId creditor, DebtorId debtor, int number)
            throws LedgerException {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty()
                        ? Optional.empty()
                        : ClaimRows.document(session, key.get(), debtor.value(), number);
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public List<DebtorId> waiting(CreditorId creditor) throws LedgerException {
        return debtors(creditor, WAITING);
    }

    @Override
    public List<DebtorId> restricted(CreditorId creditor) throws LedgerException {
        return debtors(creditor, RESTRICTED);
    }

    private List<DebtorId> debtors(CreditorId creditor, String sql) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> {
                List<DebtorId> found = new ArrayList<>();
                Optional<Long> key = database.creditor(session, creditor);
                if (key.isPresent()) {
                    try (ResultSet rows = session.query(sql, key.get())) {
                        while (rows.next()) {
                            found.add(DebtorId.of(Columns.string(rows, 1)));
                        }
                    }
                }
                return found;
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private static CaseAgreements none(DebtorId debtor) {
        return new CaseAgreements(
                debtor, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    private static CaseAgreements read(SqliteSession session, long key, CreditorId creditor, DebtorId debtor)
            throws SQLException {
        JsonArray json = new JsonArray();
        json.add(debtor.value());
        String keys = json.toString();
        AgreementReader agreements = new AgreementReader(session, key, creditor, keys);
        RecordReader records = new RecordReader(session, key, creditor, keys);
        return new CaseAgreements(
                debtor,
                only(agreements.allCommitments()),
                only(records.terms()),
                only(agreements.allDisputes()),
                new HistoryReader(session, key, creditor, List.of(debtor))
                        .read()
                        .get(debtor)
                        .holds(),
                only(records.contacts(false)),
                only(records.goodwill(false)),
                only(records.marks(false)),
                only(records.restrictions()),
                only(records.rulings(false)),
                only(ClaimRows.read(session, key, creditor, keys)));
    }

    private static <T> List<T> only(Map<Integer, List<T>> found) {
        return found.getOrDefault(0, List.of());
    }
}
