package org.quittance.prevention;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Role;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.Turns;

/** How a clerk's record reaches the case: checked, numbered while nobody else numbers, written with its journal entry or not at all. */
@Component(service = Recordings.class)
public final class Recordings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseLedger ledger;
    private final CaseService cases;
    private final CreditorDirectory creditors;
    private final BusinessClock clock;
    private final Turns turns;

    @Activate
    public Recordings(
            @Reference CaseLedger ledger,
            @Reference CaseService cases,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference Turns turns) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.cases = requireNonNull(cases, "cases");
        this.creditors = requireNonNull(creditors, "creditors");
        this.clock = requireNonNull(clock, "clock");
        this.turns = requireNonNull(turns, "turns");
    }

    /** Makes the record; called within the creditor's turn. */
    @FunctionalInterface
    interface Making<T> {

        T make() throws CaseworkException, LedgerException;
    }

    /** @param payload fills the journal entry, which has the day already */
    <T extends CaseRecord> T write(
            CreditorId creditor,
            DebtorId debtor,
            Recording recording,
            String kind,
            Making<T> making,
            Payload<T> payload)
            throws CaseworkException {
        Failures.require(recording.actor(), "record " + kind.replace('.', ' '), Role.CLERK);
        LocalDate today = clock.today(creditor(creditor).zone());
        if (recording.on().isAfter(today)) {
            throw Failures.refusal(Kind.USAGE, "date.future", recording.on(), today);
        }
        debtor(creditor, debtor);
        try (Turns.Turn turn = turns.take(creditor)) {
            T record = making.make();
            if (!recording.dryRun()) {
                ObjectNode json = JSON.createObjectNode();
                json.put("v", 1);
                json.put("on", recording.on().toString());
                json.put("id", record.id());
                payload.of(record).accept(json);
                ledger.write(creditor, recording.actor(), batch -> {
                    batch.record(debtor, record);
                    batch.journal(JournalDraft.about(debtor, kind, json.toString()));
                });
            }
            return record;
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /** What the journal says of a record. */
    @FunctionalInterface
    interface Payload<T> {

        Consumer<ObjectNode> of(T record);
    }

    Creditor creditor(CreditorId id) throws CaseworkException {
        return creditors.creditor(id).orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", id));
    }

    Debtor debtor(CreditorId creditor, DebtorId id) throws CaseworkException {
        return cases.debtor(creditor, id).orElseThrow(() -> Failures.refusal(Kind.USAGE, "debtor.unknown", id));
    }
}
