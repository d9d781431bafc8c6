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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.StoreException;

/** The debtors that were imported into the embedded ledger. */
@Component(service = DebtorDirectory.class, immediate = true)
public final class SqliteDebtorDirectory implements DebtorDirectory {

    private static final String FIND = "SELECT " + DebtorRows.COLUMNS
            + " FROM json_each(?) k CROSS JOIN debtor d WHERE d.creditor = ? AND d.debtor = k.value";

    private static final String SEARCH = "SELECT " + DebtorRows.COLUMNS
            + " FROM debtor d WHERE d.creditor = ? AND instr(d.folded, ?) > 0 ORDER BY d.name, d.debtor LIMIT ?";

    private final SqliteDatabase database;

    @Activate
    public SqliteDebtorDirectory(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public Map<DebtorId, Debtor> find(CreditorId creditor, Collection<DebtorId> debtors) throws StoreException {
        JsonArray keys = new JsonArray();
        debtors.forEach(debtor -> keys.add(debtor.value()));
        Map<DebtorId, Debtor> found = new HashMap<>();
        for (Debtor debtor : read(creditor, FIND, true, keys.toString())) {
            found.put(debtor.id(), debtor);
        }
        return found;
    }

    @Override
    public List<Debtor> search(CreditorId creditor, String text, int limit) throws StoreException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", at least 1");
        }
        return read(creditor, SEARCH, false, DebtorRows.fold(text), limit);
    }

    private List<Debtor> read(CreditorId creditor, String sql, boolean keysFirst, Object... values)
            throws StoreException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                if (key.isEmpty()) {
                    return List.<Debtor>of();
                }
                try (ResultSet rows = keysFirst
                        ? session.query(sql, values[0], key.get())
                        : session.query(sql, key.get(), values[0], values[1])) {
                    return debtors(rows, creditor);
                }
            });
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }

    private static List<Debtor> debtors(ResultSet rows, CreditorId creditor) throws SQLException {
        List<Debtor> debtors = new ArrayList<>();
        while (rows.next()) {
            debtors.add(DebtorRows.read(rows, creditor));
        }
        return debtors;
    }
}
