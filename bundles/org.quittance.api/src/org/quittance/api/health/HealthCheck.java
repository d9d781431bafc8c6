package org.quittance.api.health;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks after one part of an installation. Changes nothing and may be asked at any time by any thread; it may block, but whoever asks
 * waits ten seconds at most. What it throws is shown as critical. Nothing it says may name a debtor.
 */
@ConsumerType
public interface HealthCheck {

    /** Stable name of what is checked, lower-case words joined by hyphens, such as {@code bank-data}; also a label of metrics. */
    String id();

    /** How each of its subjects is now; those that are well, too. */
    List<Health> check() throws Exception;
}
