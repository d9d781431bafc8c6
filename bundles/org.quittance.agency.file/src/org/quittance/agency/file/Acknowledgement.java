package org.quittance.agency.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.agency.file.BoundedJson.UnreadableException;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;

/**
 * The agency's answer to a case, as it stands in {@code acknowledgement.json}.
 *
 * @param text the agency's file number, or its reason where it does not accept
 */
record Acknowledgement(boolean accepted, String text, LocalDate on) {

    static Acknowledgement of(JsonNode node) throws UnreadableException {
        ReportFields fields = new ReportFields(node);
        boolean accepted = node.path("accepted").asBoolean(true);
        return new Acknowledgement(accepted, fields.text(accepted ? "reference" : "reason"), fields.date("on"));
    }

    HandOverOutcome outcome() {
        return accepted ? HandOverOutcome.acknowledged(text) : HandOverOutcome.refused(text);
    }

    /** As a report: a case not accepted is closed. */
    AgencyEvent event(HandOverKey key) {
        AgencyEvent.Kind kind = accepted ? AgencyEvent.Kind.ACKNOWLEDGED : AgencyEvent.Kind.CLOSED;
        return new AgencyEvent("acknowledgement-" + key, key, kind, on, Optional.empty(), text);
    }
}
