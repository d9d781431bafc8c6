package org.quittance.casework.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.StoreId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;

/** Counts what a run does and tells its listener. For one thread. */
final class Tally {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TELL_EVERY_NANOS = 300_000_000L;

    private final RunListener listener;
    private final long[] reasons = new long[Reason.values().length];
    private long debtors;
    private long items;
    private long messages;
    private long failed;
    private long superseded;
    private long standing;
    private long toldAt = System.nanoTime();

    Tally(RunListener listener) {
        this.listener = listener;
    }

    RunListener listener() {
        return listener;
    }

    void decided() {
        debtors++;
    }

    void failed(DebtorId debtor, Sentence because) {
        failed++;
        listener.failed(debtor, because);
    }

    void message() {
        messages++;
    }

    void superseded(long count) {
        superseded += count;
    }

    void standing(long count) {
        standing = count;
    }

    void answers(DebtorId debtor, List<Answer> answers) {
        items += answers.size();
        for (Answer answer : answers) {
            reasons[answer.reason().ordinal()]++;
            if (!answer.reason().acts()) {
                listener.silent(debtor, answer);
            }
        }
    }

    void progress() {
        long now = System.nanoTime();
        if (now - toldAt > TELL_EVERY_NANOS) {
            toldAt = now;
            listener.progress(items);
        }
    }

    /** The counts for the journal. */
    String json(RunId run, LocalDate asOf, StoreId store) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("run", run.value());
        json.put("asOf", asOf.toString());
        json.put("store", store.value());
        json.put("debtors", debtors);
        json.put("items", items);
        json.put("messages", messages);
        json.put("failed", failed);
        json.put("superseded", superseded);
        return json.toString();
    }

    RunSummary summary(Optional<RunId> run, LocalDate asOf) {
        Map<String, Long> byReason = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            if (reasons[reason.ordinal()] > 0) {
                byReason.put(reason.name(), reasons[reason.ordinal()]);
            }
        }
        return new RunSummary(run, asOf, debtors, items, messages, failed, superseded, standing, byReason);
    }
}
