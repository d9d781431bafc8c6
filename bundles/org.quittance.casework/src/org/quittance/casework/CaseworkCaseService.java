package org.quittance.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.StoreException;
import org.quittance.casework.live.Installation;
import org.quittance.casework.run.Positions;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.policy.PolicyLibrary;

/** Puts one debtor's case together for a person to look at. */
@Component
public final class CaseworkCaseService implements CaseService {

    /** More names than that are no answer but a list; a longer text finds fewer. */
    private static final int FOUND_MAX = 50;

    private static final int MESSAGES_PAGE = 500;
    private static final int TIMELINE_MAX = 1_000;

    private final CaseJournal journal;
    private final SendLedger messages;
    private final CreditorDirectory creditors;
    private final Installation installation;
    private final Positions positions;

    @Activate
    public CaseworkCaseService(
            @Reference CaseLedger ledger,
            @Reference CaseJournal journal,
            @Reference SendLedger messages,
            @Reference DunningEngine engine,
            @Reference PolicyLibrary library,
            @Reference CreditorDirectory creditors,
            @Reference Installation installation) {
        this.journal = requireNonNull(journal, "journal");
        this.messages = requireNonNull(messages, "messages");
        this.creditors = requireNonNull(creditors, "creditors");
        this.installation = requireNonNull(installation, "installation");
        this.positions = new Positions(ledger, messages, engine, library, installation);
    }

    @Override
    public List<Debtor> search(CreditorId creditor, String text) throws CaseworkException {
        Creditors.require(creditors, creditor);
        Map<DebtorId, Debtor> found = new LinkedHashMap<>();
        try {
            for (DebtorDirectory directory : installation.directories()) {
                directory.search(creditor, text, FOUND_MAX).forEach(debtor -> found.putIfAbsent(debtor.id(), debtor));
            }
            Optional<Debtor> exact = exact(creditor, text);
            return exact.map(List::of).orElseGet(() -> List.copyOf(found.values()));
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    private Optional<Debtor> exact(CreditorId creditor, String text) throws StoreException {
        DebtorId id;
        try {
            id = DebtorId.of(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return installation.debtors(creditor, List.of(id)).values().stream().findFirst();
    }

    @Override
    public CaseView view(CreditorId creditorId, DebtorId debtor, LocalDate asOf, Locale language)
            throws CaseworkException {
        Creditor creditor = Creditors.require(creditors, creditorId);
        try {
            Positions.Known known = positions.explain(creditor, debtor, Set.of(), asOf, language);
            return new CaseView(
                    known.debtor(),
                    known.items(),
                    known.explanations(),
                    known.claim(),
                    known.history(),
                    newestFirst(creditorId, debtor),
                    journal.entries(creditorId, Optional.of(debtor), TIMELINE_MAX));
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private List<MessageRecord> newestFirst(CreditorId creditor, DebtorId debtor) throws LedgerException {
        MessageQuery query = MessageQuery.inStates(Set.of(), MESSAGES_PAGE).of(debtor);
        List<MessageRecord> all = new ArrayList<>();
        List<MessageRecord> page = messages.messages(creditor, query);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < MESSAGES_PAGE
                    ? List.of()
                    : messages.messages(
                            creditor,
                            query.after(page.get(page.size() - 1).message().id()));
        }
        Collections.reverse(all);
        return all;
    }
}
