package org.quittance.proof.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.JournalLink;
import org.quittance.api.ledger.JournalReader;
import org.quittance.api.ledger.JournalRecord;

/** Entries and links as JSON, one per line, with everything their hashes are made of. */
final class JournalLines implements JournalReader {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final OutputStream out;

    JournalLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void entry(JournalRecord record) throws IOException {
        JournalEntry entry = record.entry();
        line(json -> {
            json.writeNumberField("entry", entry.sequence());
            json.writeStringField("at", entry.at().toString());
            json.writeNumberField(
                    "micros",
                    entry.at().getEpochSecond() * 1_000_000 + entry.at().getNano() / 1_000);
            json.writeStringField("actor", entry.actor());
            json.writeStringField("kind", entry.kind());
            json.writeStringField("payloadHash", record.payloadHash());
            json.writeStringField("hash", record.hash());
            if (record.salt().isPresent()) {
                json.writeStringField("salt", record.salt().get());
                if (entry.debtor().isPresent()) {
                    json.writeStringField("debtor", entry.debtor().get().value());
                }
                json.writeStringField("payload", entry.payload().orElse(""));
            }
        });
    }

    @Override
    public void link(JournalLink link) throws IOException {
        line(json -> {
            json.writeNumberField("link", link.number());
            json.writeNumberField("epoch", link.epoch());
            json.writeNumberField("first", link.firstSequence());
            json.writeNumberField("last", link.lastSequence());
            json.writeStringField("hash", link.hash());
        });
    }

    @FunctionalInterface
    private interface Fields {

        void write(JsonGenerator json) throws IOException;
    }

    private void line(Fields fields) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        out.write('\n');
    }
}
