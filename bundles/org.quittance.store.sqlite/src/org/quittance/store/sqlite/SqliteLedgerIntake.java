package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.store.StoreException;

/** Takes records into the embedded ledger, one transaction per session. */
@Component(service = LedgerIntake.class, immediate = true)
public final class SqliteLedgerIntake implements LedgerIntake {

    private final SqliteDatabase database;

    @Activate
    public SqliteLedgerIntake(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if this thread has a session or a unit of work open: it would wait for itself
     */
    @Override
    public IntakeSession open(CreditorId creditor, Actor actor, Instant at) throws StoreException {
        requireNonNull(creditor, "creditor");
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        try {
            SqliteSession session = database.beginWrite();
            try {
                return new SqliteIntakeSession(database, session, creditor, actor, at);
            } catch (SQLException e) {
                session.rollback();
                database.endWrite();
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }
}
