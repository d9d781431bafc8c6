package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Reason;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.PolicyLibrary;

/**
 * Single debtors as a run would see them: what nobody approved yet is looked through, since a run would take its place. What the
 * ledger reported since the last run is not taken in.
 */
public final class Positions {

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final DunningEngine engine;
    private final PolicyLibrary library;
    private final Installation installation;

    public Positions(
            CaseLedger ledger,
            SendLedger messages,
            DunningEngine engine,
            PolicyLibrary library,
            Installation installation) {
        this.ledger = ledger;
        this.messages = messages;
        this.engine = engine;
        this.library = library;
        this.installation = installation;
    }

    public InvoiceStore store() throws CaseworkException {
        return installation.store().orElseThrow(() -> Failures.refusal(Kind.UNAVAILABLE, "ledger.none"));
    }

    /**
     * One debtor.
     *
     * @param history as it is recorded
     * @param claim what is owed on that day; nothing where the debtor cannot be decided about
     */
    public record Known(
            Debtor debtor, List<OpenItem> items, CaseHistory history, List<Explanation> explanations, CaseClaim claim) {

        public Known {
            items = List.copyOf(items);
            explanations = List.copyOf(explanations);
        }
    }

    /** Explains every item of a debtor that is asked for; one that nobody can decide about says so. */
    public Known explain(Creditor creditor, DebtorId id, Set<InvoiceId> asked, LocalDate asOf, Locale language)
            throws StoreException, LedgerException, CaseworkException {
        InvoiceStore store = store();
        List<OpenItem> items = items(store, creditor, id, asOf);
        DebtorGroup group = new DebtorGroup(id, items, false);
        Batch batch = new BatchReader(installation, ledger, messages, creditor.id()).read(List.of(group));
        Debtor debtor = batch.debtors().get(id);
        CaseHistory history = batch.histories().get(id);
        if (debtor == null || history == null) {
            return unknown(
                    creditor,
                    group,
                    asked,
                    batch.silence().orElse(Failures.said("debtor.unknown", id)).in(language),
                    batch.silence().map(Sentence::toString).orElse("debtor"));
        }
        Situation situation;
        try {
            situation = situations(creditor, asOf, store).of(debtor);
        } catch (IllegalStateException e) {
            throw new CaseworkException(Kind.INPUT, Sentence.from(e), e);
        }
        CaseHistory seen = withEvidence(
                creditor, items, new HistoryOverlay().over(history, superseded(batch, id)), debtor, situation);
        DebtorPosition position = new DebtorPosition(debtor, items, seen);
        List<Explanation> explanations = new ArrayList<>();
        for (OpenItem item : items) {
            if (asked.isEmpty() || asked.contains(item.key().invoice())) {
                explanations.add(engine.explain(position, situation, item.key(), language));
            }
        }
        return new Known(debtor, items, history, explanations, engine.claim(position, situation));
    }

    /** The same answer that a run gives for a debtor nobody knows. */
    private static Known unknown(
            Creditor creditor, DebtorGroup group, Set<InvoiceId> asked, String because, String detail) {
        List<Explanation> explanations = new ArrayList<>();
        for (Answer answer : Decider.answers(group, Reason.DATA_BROKEN, detail)) {
            if (asked.isEmpty() || asked.contains(answer.item().invoice())) {
                explanations.add(new Explanation(answer, answer.open(), List.of(because)));
            }
        }
        String name = group.debtor().value();
        return new Known(
                Debtor.named(new DebtorKey(creditor.id(), group.debtor()), name).build(),
                group.items(),
                CaseHistory.of(group.debtor()).build(),
                explanations,
                new CaseClaim(List.of(), List.of(), List.of()));
    }

    private Situations situations(Creditor creditor, LocalDate asOf, InvoiceStore store) throws StoreException {
        return new Situations(
                asOf,
                creditor,
                Optional.empty(),
                store.paymentsKnownUntil(creditor.id()),
                installation.media(creditor),
                installation.law(),
                library);
    }

    private static List<OpenItem> items(InvoiceStore store, Creditor creditor, DebtorId debtor, LocalDate asOf)
            throws StoreException {
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = store.openItems(creditor.id(), debtor, asOf)) {
            while (cursor.advance()) {
                items.add(cursor.current());
            }
        }
        return items;
    }

    private static Set<MessageId> superseded(Batch batch, DebtorId debtor) {
        return batch.prepared().getOrDefault(debtor, List.of()).stream()
                .map(MessageRecord::message)
                .map(message -> message.id())
                .collect(Collectors.toSet());
    }

    private CaseHistory withEvidence(
            Creditor creditor, List<OpenItem> items, CaseHistory history, Debtor debtor, Situation situation) {
        if (!installation.hasDocuments()) {
            return history;
        }
        Set<InvoiceId> unproven = new LinkedHashSet<>();
        engine.plan(new DebtorPosition(debtor, items, history), situation).answers().stream()
                .filter(answer -> answer.reason() == Reason.NO_EVIDENCE)
                .forEach(answer -> unproven.add(answer.item().invoice()));
        return unproven.isEmpty()
                ? history
                : HistoryOverlay.with(history, Map.copyOf(installation.evidence(creditor.id(), unproven)));
    }
}
