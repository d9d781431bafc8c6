package org.quittance.casework.send;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.RunAction;

/** Shows messages of the send ledger as lists show them. For one thread. */
final class Actions {

    /** Names remembered, so that a debtor with several messages is looked up once; a page of messages has fewer. */
    private static final int NAMES_MAX = 2_000;

    private final Installation installation;
    private final CreditorId creditor;
    private final Map<DebtorId, String> names = new HashMap<>();

    Actions(Installation installation, CreditorId creditor) {
        this.installation = installation;
        this.creditor = creditor;
    }

    /** Looks up names before they are shown. A directory that does not answer leaves identifiers in their place. */
    void learn(Collection<MessageRecord> records) {
        if (names.size() > NAMES_MAX) {
            names.clear();
        }
        List<DebtorId> unknown = records.stream()
                .map(record -> record.message().debtor())
                .filter(debtor -> !names.containsKey(debtor))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        try {
            for (Debtor debtor : installation.debtors(creditor, unknown).values()) {
                names.put(debtor.id(), debtor.name());
            }
        } catch (StoreException | RuntimeException e) {
            unknown.forEach(debtor -> names.putIfAbsent(debtor, debtor.value()));
        }
    }

    /** @param because why, where that is not plain */
    RunAction after(MessageRecord record, StateChange change, Optional<Sentence> because) {
        PreparedMessage message = record.message();
        return new RunAction(
                Optional.of(message.id()),
                message.debtor(),
                names.getOrDefault(message.debtor(), message.debtor().value()),
                message.step(),
                change.channel().or(record::channel).orElseGet(() -> medium(message)),
                MessageFactsJson.numbers(message.facts()),
                message.principal(),
                message.interest(),
                message.indemnity(),
                message.fees(),
                change.next().name(),
                change.output().or(record::output),
                because);
    }

    private static String medium(PreparedMessage message) {
        return message.media().isEmpty() ? "call" : message.media().get(0).name();
    }
}
