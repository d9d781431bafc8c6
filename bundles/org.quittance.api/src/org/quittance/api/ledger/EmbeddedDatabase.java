package org.quittance.api.ledger;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes the embedded database of a workspace ready before the store is configured on it. Available without any
 * configuration. The caller holds the lock of the workspace.
 */
@ProviderType
public interface EmbeddedDatabase {

    /**
     * Creates the database in a workspace folder, or brings an existing one to the schema of this version, after a backup
     * copy was made beside it. Repeating it changes nothing.
     *
     * @throws LedgerException lasting, naming the file and what to do, where the folder cannot be written, the file is
     *     damaged, was written by a newer version, or was copied without its log
     */
    void prepare(Path directory) throws LedgerException;
}
