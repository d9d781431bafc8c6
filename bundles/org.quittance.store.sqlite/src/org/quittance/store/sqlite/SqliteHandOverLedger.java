package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.HandOverLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Cases given to agencies, from the embedded database. */
@Component(service = HandOverLedger.class, immediate = true)
public final class SqliteHandOverLedger implements HandOverLedger {

    private final SqliteDatabase database;

    @Activate
    public SqliteHandOverLedger(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public Map<DebtorId, List<HandOver>> handOvers(CreditorId creditor) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? Map.of() : HandOverRows.read(session, key.get(), creditor);
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }
}
