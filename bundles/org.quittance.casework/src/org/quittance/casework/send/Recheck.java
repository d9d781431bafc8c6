package org.quittance.casework.send;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.RunRecord;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;
import org.quittance.api.text.Sentence;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.casework.live.Installation;
import org.quittance.service.policy.Policy;

/** Asks the ledger a run was decided on whether items and credits are still in the state they were decided in. */
final class Recheck {

    private final SendLedger messages;
    private final Installation installation;
    private final CreditorId creditor;
    private final LocalDate today;
    private final Map<RunId, Optional<RunRecord>> runs = new HashMap<>();

    Recheck(SendLedger messages, Installation installation, CreditorId creditor, LocalDate today) {
        this.messages = messages;
        this.installation = installation;
        this.creditor = creditor;
        this.today = today;
    }

    /**
     * What the ledger says of a group.
     *
     * @param changed what became of a message's items, for messages that must not go
     * @param unasked why the ledger could not be asked, for messages that wait
     */
    record Verdict(Map<MessageId, Sentence> changed, Map<MessageId, Sentence> unasked) {}

    Verdict of(List<MessageRecord> group) throws LedgerException {
        Verdict verdict = new Verdict(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<StoreId, List<MessageRecord>> byStore = new LinkedHashMap<>();
        for (MessageRecord record : group) {
            Optional<StoreId> store = store(record.message().run());
            if (store.isEmpty()) {
                verdict.unasked.put(record.message().id(), Sentence.of(Recheck.class, "run.not-recorded"));
            } else {
                List<MessageRecord> same = byStore.getOrDefault(store.get(), new ArrayList<>());
                same.add(record);
                byStore.put(store.get(), same);
            }
        }
        for (Map.Entry<StoreId, List<MessageRecord>> entry : byStore.entrySet()) {
            ask(entry.getKey(), entry.getValue(), verdict);
        }
        return verdict;
    }

    private Optional<StoreId> store(RunId run) throws LedgerException {
        if (!runs.containsKey(run)) {
            runs.put(run, messages.run(creditor, run));
        }
        return runs.getOrDefault(run, Optional.empty()).map(RunRecord::store);
    }

    private void ask(StoreId id, List<MessageRecord> group, Verdict verdict) {
        Optional<InvoiceStore> store = installation.store(id);
        if (store.isEmpty()) {
            group.forEach(record ->
                    verdict.unasked.put(record.message().id(), Sentence.of(Recheck.class, "ledger.gone", id)));
            return;
        }
        List<ItemToken> tokens = new ArrayList<>();
        List<MessageRecord> thanks = new ArrayList<>();
        for (MessageRecord record : group) {
            if (Policy.isThanks(record.message().step())) {
                thanks.add(record);
            } else {
                tokens.addAll(tokens(record));
            }
        }
        try {
            for (MessageRecord record : thanks) {
                open(store.get(), record)
                        .ifPresent(item -> verdict.changed.put(
                                record.message().id(), Sentence.of(Recheck.class, "item.open", item)));
            }
            Set<ItemKey> changed = store.get().recheck(creditor, tokens, today);
            for (MessageRecord record : group) {
                if (thanks.contains(record)) {
                    continue;
                }
                tokens(record).stream()
                        .map(ItemToken::item)
                        .filter(changed::contains)
                        .findFirst()
                        .ifPresent(item -> verdict.changed.put(
                                record.message().id(), Sentence.of(Recheck.class, "item.changed", item)));
            }
        } catch (StoreException | RuntimeException e) {
            group.forEach(record ->
                    verdict.unasked.put(record.message().id(), Sentence.of(Recheck.class, "ledger.silent", e)));
        }
    }

    /** An item of a message of thanks that the ledger has among the open ones; it demands that all are settled still. */
    private Optional<ItemKey> open(InvoiceStore store, MessageRecord record) throws StoreException {
        Set<ItemKey> items = record.message().items().stream()
                .map(item -> item.token().item())
                .collect(Collectors.toSet());
        Set<String> numbers = MessageFactsJson.read(record.message().facts()).lines().stream()
                .map(MessageFacts.Line::number)
                .collect(Collectors.toSet());
        for (String number : numbers) {
            for (OpenItem item : store.find(creditor, number, today)) {
                if (items.contains(item.key())) {
                    return Optional.of(item.key());
                }
            }
        }
        return Optional.empty();
    }

    private static List<ItemToken> tokens(MessageRecord record) {
        List<ItemToken> tokens = new ArrayList<>(record.message().credits());
        for (MessageItem item : record.message().items()) {
            tokens.add(item.token());
        }
        return tokens;
    }
}
