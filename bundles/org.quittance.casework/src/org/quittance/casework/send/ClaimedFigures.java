package org.quittance.casework.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.casework.facts.MessageFactsJson;

/** The legal figures a message claims on, as they were frozen in it. */
final class ClaimedFigures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaimedFigures() {}

    /** A claim without segments, of an indemnity alone, counts as not validated: nothing frozen in it says otherwise. */
    static boolean needAcknowledgement(PreparedMessage message) {
        if (message.interest().isZero()
                && message.indemnity().isZero()
                && message.fees().isZero()) {
            return false;
        }
        List<InterestSegment> segments = MessageFactsJson.read(message.facts()).segments();
        return segments.isEmpty() || !segments.stream().allMatch(InterestSegment::validated);
    }

    /** What an approver took upon himself: no personal data. */
    static JournalDraft acknowledged(PreparedMessage message) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("message", message.id().value());
        ArrayNode figures = json.putArray("figures");
        MessageFactsJson.read(message.facts()).segments().stream()
                .filter(segment -> !segment.validated())
                .map(segment -> segment.article() + ": " + segment.rate().toPlainString() + " % from " + segment.from()
                        + " to " + segment.to())
                .distinct()
                .forEach(figures::add);
        json.put("indemnity", message.indemnity().toString());
        json.put("fees", message.fees().toString());
        return JournalDraft.about(message.debtor(), "figures.acknowledged", json.toString());
    }
}
