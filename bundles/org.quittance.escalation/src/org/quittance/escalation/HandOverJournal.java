package org.quittance.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/** Hand-overs, reports of agencies and chosen routes as entries of the journal. */
final class HandOverJournal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = "agency.report";

    private HandOverJournal() {}

    /** The state it came into. */
    static JournalDraft state(DebtorId debtor, HandOver handOver, boolean figuresAcknowledged) {
        String kind = switch (handOver.state()) {
            case INTENDED -> "handover.intended";
            case PENDING -> "handover.pending";
            case ACKNOWLEDGED -> "handover.acknowledged";
            case RECALL_ASKED -> "handover.recall-asked";
            case REFUSED -> "handover.refused";
            case RECALLED -> "handover.recalled";
            case CLOSED -> "handover.closed";
        };
        ObjectNode json = about(handOver);
        json.put("text", handOver.answer());
        if (handOver.state() == HandOver.State.INTENDED) {
            amount(json, handOver.total());
            json.put("figuresAcknowledged", figuresAcknowledged);
            ArrayNode items = json.putArray("items");
            handOver.items().stream().map(Object::toString).sorted().forEach(items::add);
        }
        return JournalDraft.about(debtor, kind, json.toString());
    }

    /** What somebody said about it that changed or will change its state. */
    static JournalDraft said(DebtorId debtor, String kind, HandOver handOver, String text) {
        return JournalDraft.about(
                debtor, kind, about(handOver).put("text", text).toString());
    }

    static JournalDraft report(DebtorId debtor, String agency, AgencyEvent event) {
        ObjectNode json = JSON.createObjectNode().put("v", 1);
        json.put("agency", agency)
                .put("event", event.id())
                .put("key", event.key().value());
        json.put("kind", event.kind().name()).put("on", event.on().toString());
        event.amount().ifPresent(amount -> amount(json, amount));
        json.put("text", event.text());
        return JournalDraft.about(debtor, REPORT, json.toString());
    }

    /** Whether a report is among the entries of its debtor. */
    static boolean holds(List<JournalEntry> entries, String agency, AgencyEvent event) {
        for (JournalEntry entry : entries) {
            if (entry.kind().equals(REPORT) && entry.payload().isPresent()) {
                JsonNode json = parse(entry.payload().get());
                if (json.path("agency").asText().equals(agency)
                        && json.path("event").asText().equals(event.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    static JournalDraft route(DebtorId debtor, LegalClaim claim, LegalRoute route) {
        ObjectNode json = JSON.createObjectNode().put("v", 1);
        json.put("route", route.id())
                .put("open", route.open())
                .put("on", claim.today().toString());
        amount(json, claim.principal());
        ArrayNode unmet = json.putArray("unmet");
        route.conditions().stream()
                .filter(condition -> !condition.met())
                .forEach(condition -> unmet.add(condition.article() + ": " + condition.text()));
        return JournalDraft.about(debtor, "route.chosen", json.toString());
    }

    private static ObjectNode about(HandOver handOver) {
        ObjectNode json = JSON.createObjectNode().put("v", 1);
        return json.put("key", handOver.id()).put("agency", handOver.agency());
    }

    private static void amount(ObjectNode json, Money amount) {
        json.put("amount", amount.toDecimalString());
        json.put("currency", amount.currency().getCurrencyCode());
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds a report that cannot be read", e);
        }
    }
}
