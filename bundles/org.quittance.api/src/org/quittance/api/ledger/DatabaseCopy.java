package org.quittance.api.ledger;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Copies the embedded database while it is in use. */
@ProviderType
public interface DatabaseCopy {

    /** Writes one complete, consistent file; refuses to overwrite. */
    void copyTo(Path file) throws LedgerException;

    /**
     * Called once after a copy was put in the place of the database: raises every stop switch, begins a new epoch and
     * marks as UNKNOWN what may have been sent after the copy was made.
     *
     * @return how many messages were marked
     */
    int beginEpochAfterRestore() throws LedgerException;
}
