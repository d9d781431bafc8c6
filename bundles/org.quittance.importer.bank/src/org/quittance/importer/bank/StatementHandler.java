package org.quittance.importer.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** Takes the parts of a file whose closing balances stand behind the movements. */
interface StatementHandler {

    /** Reads one file from its beginning to its end. */
    @FunctionalInterface
    interface Parser {
        void parse(LineReader lines, StatementHandler handler) throws ImportException, IOException;
    }

    /** Whether it looks at more than day and amount of a movement. */
    boolean wantsDetails();

    /** @param number of the statement; empty text if it has none */
    void begin(long line, String account, String number, Optional<Money> opening) throws ImportException;

    void movement(Movement movement) throws ImportException;

    /** A record of the statement that cannot be taken; the statement is no longer complete. */
    void rejected(long line, String field, String reason);

    /** @param until the last day for which the movements are complete */
    void end(long line, Optional<Money> closing, Optional<LocalDate> until) throws ImportException;
}
