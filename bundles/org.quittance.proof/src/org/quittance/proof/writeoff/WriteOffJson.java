package org.quittance.proof.writeoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.vat.LossGround;
import org.quittance.service.proof.WriteOffs.Loss;
import org.quittance.service.proof.WriteOffs.State;
import org.quittance.service.proof.WriteOffs.WriteOff;

/** Write-offs as entries of the journal, and back. */
final class WriteOffJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDED = "writeoff.recorded";
    private static final String UNDONE = "writeoff.undone";
    private static final String ISSUED = "writeoff.issued";

    private WriteOffJson() {}

    static JournalDraft recorded(DebtorId debtor, WriteOff writeOff) {
        ObjectNode json = JSON.createObjectNode().put("v", 1);
        json.put("id", writeOff.id());
        json.put("invoice", writeOff.item().invoice().value());
        json.put("instalment", writeOff.item().instalment());
        json.put("number", writeOff.number());
        json.put("issued", writeOff.issued().toString());
        json.put("amount", writeOff.amount().toDecimalString());
        json.put("currency", writeOff.amount().currency().getCurrencyCode());
        json.put("ground", writeOff.loss().ground().name());
        json.put("since", writeOff.loss().since().toString());
        json.put("reason", writeOff.loss().reason());
        return JournalDraft.about(debtor, RECORDED, json.toString());
    }

    static JournalDraft undone(DebtorId debtor, Collection<WriteOff> writeOffs) {
        return JournalDraft.about(debtor, UNDONE, ids(writeOffs).toString());
    }

    static JournalDraft issued(DebtorId debtor, Collection<WriteOff> writeOffs, String file, String sha256) {
        return JournalDraft.about(
                debtor,
                ISSUED,
                ids(writeOffs).put("file", file).put("sha256", sha256).toString());
    }

    private static ObjectNode ids(Collection<WriteOff> writeOffs) {
        ObjectNode json = JSON.createObjectNode().put("v", 1);
        ArrayNode ids = json.putArray("ids");
        writeOffs.forEach(writeOff -> ids.add(writeOff.id()));
        return json;
    }

    /** The write-offs of a debtor as they stand, in the order they were recorded. */
    static List<WriteOff> read(CreditorId creditor, List<JournalEntry> entries) {
        Map<String, WriteOff> byId = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.kind().startsWith("writeoff."))
                .sorted(Comparator.comparingLong(JournalEntry::sequence))
                .forEach(entry -> apply(creditor, entry, byId));
        return List.copyOf(byId.values());
    }

    private static void apply(CreditorId creditor, JournalEntry entry, Map<String, WriteOff> byId) {
        Optional<String> payload = entry.payload();
        if (payload.isEmpty()) {
            return;
        }
        JsonNode json = parse(payload.get());
        switch (entry.kind()) {
            case RECORDED -> {
                WriteOff writeOff = recorded(creditor, json);
                byId.put(writeOff.id(), writeOff);
            }
            case UNDONE -> json.path("ids").forEach(id -> become(byId, id.asText(), State.UNDONE));
            case ISSUED -> json.path("ids").forEach(id -> become(byId, id.asText(), State.ISSUED));
            default -> {}
        }
    }

    private static void become(Map<String, WriteOff> byId, String id, State state) {
        byId.computeIfPresent(id, (same, known) -> as(known, state));
    }

    static WriteOff as(WriteOff known, State state) {
        return new WriteOff(
                known.id(), known.item(), known.number(), known.issued(), known.amount(), known.loss(), state);
    }

    private static WriteOff recorded(CreditorId creditor, JsonNode json) {
        return new WriteOff(
                json.path("id").asText(),
                ItemKey.of(
                        creditor,
                        InvoiceId.of(json.path("invoice").asText()),
                        json.path("instalment").asInt()),
                json.path("number").asText(),
                LocalDate.parse(json.path("issued").asText()),
                Money.parse(json.path("amount").asText(), json.path("currency").asText()),
                new Loss(
                        json.path("reason").asText(),
                        LossGround.valueOf(json.path("ground").asText()),
                        LocalDate.parse(json.path("since").asText())),
                State.RECORDED);
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds a write-off that cannot be read", e);
        }
    }
}
