package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.model.Actor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.tck.store.InvoiceStoreContract;
import org.quittance.tck.store.LedgerUnderTest;

class SqliteInvoiceStoreTest extends InvoiceStoreContract {

    @TempDir
    Path directory = Path.of("");

    @Override
    protected LedgerUnderTest emptyLedger() throws Exception {
        return new EmbeddedLedger(new SqliteDatabase(directory));
    }

    /** The embedded ledger, filled by intake. */
    private static final class EmbeddedLedger implements LedgerUnderTest {

        private final SqliteDatabase database;

        EmbeddedLedger(SqliteDatabase database) {
            this.database = database;
        }

        @Override
        public InvoiceStore store() {
            return new SqliteInvoiceStore(database);
        }

        /** Takes one record in. */
        @FunctionalInterface
        private interface Taking {

            IntakeResult in(IntakeSession session) throws Exception;
        }

        private void take(Taking taking) throws Exception {
            try (IntakeSession session = new SqliteLedgerIntake(database)
                    .open(CREDITOR, Actor.withAllRoles("test"), new SteppedClock().now())) {
                IntakeResult result = taking.in(session);
                assertNotEquals(IntakeResult.Kind.REJECTED, result.kind(), result::toString);
                session.commit();
            }
        }

        @Override
        public void book(InvoiceRecord invoice) throws Exception {
            take(session -> session.invoice(invoice));
        }

        @Override
        public void book(PaymentRecord payment) throws Exception {
            take(session -> session.payment(payment));
        }

        @Override
        public void close() throws Exception {
            database.close();
        }
    }
}
