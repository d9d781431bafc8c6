package org.quittance.service.casework;

import java.util.Map;

/**
 * What an operation on messages came to.
 *
 * @param states how many messages ended in each state
 * @param failed how many could not be handled and stay as they were
 */
public record MessageSummary(Map<String, Long> states, long failed) {

    public MessageSummary {
        states = Map.copyOf(states);
    }
}
