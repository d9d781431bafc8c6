package org.quittance.casework.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.service.agreement.Recording;

/** What one recording is going to write, with its journal entries; nothing is written before it is complete. */
final class Entry {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseFile file;
    private final Recording recording;
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Entry(CaseFile file, Recording recording) {
        this.file = file;
        this.recording = recording;
    }

    /** One write. */
    @FunctionalInterface
    interface Write {

        void to(LedgerBatch batch) throws LedgerException;
    }

    /** A name nobody used for this debtor before: «promise-1». */
    String nextId(String word) {
        int number = numbers.getOrDefault(word, highest(word)) + 1;
        numbers.put(word, number);
        return word + "-" + number;
    }

    private int highest(String word) {
        var agreements = file.agreements();
        return Stream.of(
                        agreements.commitments().stream().map(Commitment::id),
                        agreements.disputes().stream().map(Dispute::id),
                        agreements.holds().stream().map(Hold::id),
                        agreements.contacts().stream().map(CaseRecord::id),
                        agreements.goodwill().stream().map(CaseRecord::id),
                        agreements.restrictions().stream().map(CaseRecord::id),
                        agreements.rulings().stream().map(CaseRecord::id))
                .flatMap(ids -> ids)
                .filter(id -> id.matches(word + "-[0-9]{1,8}"))
                .mapToInt(id -> Integer.parseInt(id.substring(word.length() + 1)))
                .max()
                .orElse(0);
    }

    /**
     * The last day for filing in insolvency proceedings over the debtor, where a jurisdiction knows one.
     *
     * @param publishedOn when the opening of the proceedings was published; empty where that is not known
     */
    Optional<LocalDate> lastFiling(Optional<LocalDate> publishedOn) {
        return file.jurisdiction()
                .flatMap(place -> place.lastFiling(file.creditor(), file.debtor(), publishedOn, recording.on()));
    }

    Creditor creditor() {
        return file.creditor();
    }

    DebtorId debtor() {
        return file.debtor().id();
    }

    void add(Write write) {
        writes.add(write);
    }

    void put(Commitment commitment) {
        writes.add(batch -> batch.put(debtor(), commitment));
    }

    void put(Dispute dispute) {
        writes.add(batch -> batch.put(debtor(), dispute));
    }

    void put(Hold hold) {
        writes.add(batch -> batch.put(debtor(), hold));
    }

    void put(CaseRecord record) {
        writes.add(batch -> batch.record(debtor(), record));
    }

    /** Begins a journal entry; what is put into the object until the end of the recording is in it. */
    ObjectNode journal(String kind) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("v", 1);
        payload.put("on", recording.on().toString());
        writes.add(batch -> batch.journal(JournalDraft.about(debtor(), kind, payload.toString())));
        return payload;
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    void write(LedgerBatch batch) throws LedgerException {
        for (Write write : writes) {
            write.to(batch);
        }
    }
}
