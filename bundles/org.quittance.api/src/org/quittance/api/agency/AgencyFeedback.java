package org.quittance.api.agency;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A page of reports.
 *
 * @param events oldest first
 * @param next cursor of the next page
 * @param refused reports that could not be read, each in one sentence; they stay at the agency's side
 */
public record AgencyFeedback(List<AgencyEvent> events, String next, List<String> refused) {

    public AgencyFeedback {
        events = List.copyOf(events);
        requireNonNull(next, "next");
        refused = List.copyOf(refused);
    }
}
