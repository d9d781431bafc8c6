package org.quittance.api.store;

import java.time.Duration;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;

/**
 * The least work any run over the embedded ledger could do, measured so that runs can be compared with it on the same
 * machine and the same database. Blocks for seconds; leaves nothing behind.
 */
@ProviderType
public interface LedgerFloor {

    /**
     * Reads the columns of every open item in debtor order and drops them, then computes days overdue and next step in one
     * statement that inserts one row per due item into a scratch table.
     */
    Timing measure(CreditorId creditor, LocalDate asOf) throws StoreException;

    /**
     * What was measured.
     *
     * @param itemsRead open items read
     * @param itemsDue rows inserted
     */
    record Timing(Duration read, long itemsRead, Duration insert, long itemsDue) {

        public Timing {
            java.util.Objects.requireNonNull(read, "read");
            java.util.Objects.requireNonNull(insert, "insert");
        }

        public Duration total() {
            return read.plus(insert);
        }
    }
}
