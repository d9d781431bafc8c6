package org.quittance.service.server;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.health.Health;

/** Asks every {@link org.quittance.api.health.HealthCheck} that is installed at this moment. Safe for any thread. */
@ProviderType
public interface HealthService {

    /** By check, then by subject. A check that fails or does not answer in time is critical; the others are shown all the same. */
    List<Checked> check();

    /** @param check its id */
    record Checked(String check, Health health) {

        public Checked {
            requireNonNull(check, "check");
            requireNonNull(health, "health");
        }
    }
}
