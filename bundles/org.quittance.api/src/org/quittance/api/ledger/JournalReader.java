package org.quittance.api.ledger;

import java.io.IOException;

/** Takes a journal as it is read. What it throws ends the reading. */
public interface JournalReader {

    void entry(JournalRecord entry) throws IOException;

    /** The seal over the entries since the link before. */
    void link(JournalLink link) throws IOException;
}
