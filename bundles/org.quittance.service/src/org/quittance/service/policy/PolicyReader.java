package org.quittance.service.policy;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Reads policies written as JSON. Pure and safe for any thread. */
@ProviderType
public interface PolicyReader {

    /**
     * Reads and checks one policy: syntax, fields, contradictions between steps, limits.
     *
     * @param json UTF-8 text
     */
    Reading read(String json);

    /** The policies that are shipped: standard, service, gentle. */
    List<Policy> shipped();

    /** A shipped policy as it is written, to begin one's own with; empty where there is none of this name. */
    Optional<String> shippedSource(String id);

    /**
     * @param policy one policy, or none when there are problems
     * @param problems in order of line
     */
    record Reading(List<Policy> policy, List<PolicyProblem> problems) {

        public Reading {
            policy = List.copyOf(policy);
            problems = List.copyOf(problems);
        }
    }
}
