package org.quittance.casework.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;

/** A restriction and its entry in the journal, in one shape whoever begins or lifts it. */
public final class RestrictionEntry {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RestrictionEntry() {}

    /** Begins the suspension that a message announced; its name is the message's, so that it is the same however often it is read. */
    public static void suspend(LedgerBatch batch, MessageRecord announcement, LocalDate sentOn) throws LedgerException {
        Set<ItemKey> items = announcement.message().items().stream()
                .map(item -> item.token().item())
                .collect(Collectors.toSet());
        write(
                batch,
                announcement.message().debtor(),
                new Restriction(
                        "suspension-" + announcement.message().id(),
                        Restriction.Kind.SERVICE_SUSPENSION,
                        sentOn,
                        announcement.message().step(),
                        items,
                        Optional.empty(),
                        false));
    }

    static void write(LedgerBatch batch, DebtorId debtor, Restriction restriction) throws LedgerException {
        batch.record(debtor, restriction);
        batch.journal(JournalDraft.about(
                debtor,
                restriction.liftedOn().isPresent() ? "restriction.lifted" : "restriction.begun",
                JSON.createObjectNode()
                        .put("v", 1)
                        .put(
                                "on",
                                restriction
                                        .liftedOn()
                                        .orElse(restriction.since())
                                        .toString())
                        .put("id", restriction.id())
                        .put("kind", restriction.kind().name())
                        .put("reason", restriction.reason())
                        .toString()));
    }
}
