package org.quittance.api.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The only place that knows what time it is. A simulated workspace brings its own clock, so nothing else may ask the
 * machine. Safe for any thread.
 */
@ProviderType
public interface BusinessClock {

    /** The instant that the journal writes, in UTC. Never goes backwards within one process. */
    Instant now();

    /** The date in a zone; a creditor's "today" is asked with the creditor's zone. */
    LocalDate today(ZoneId zone);

    /** Whether dates come from a simulation; then channels write files and nothing leaves the house. */
    boolean isSimulated();
}
