package org.quittance.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ClosedItem;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.casework.live.Installation;
import org.quittance.casework.run.Positions;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.ExplainService;
import org.quittance.service.casework.Failures;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import org.quittance.service.policy.PolicyLibrary;

/** Explains what a run on a day would do about one invoice. Reads the debtor it belongs to and nobody else. */
@Component
public final class CaseworkExplainService implements ExplainService {

    /** A number followed by an instalment, as lists show it. */
    private static final Pattern INSTALMENT = Pattern.compile("(.+)/([1-9][0-9]{0,3})");

    private final CreditorDirectory creditors;
    private final Positions positions;
    private final CaseLedger ledger;
    private final DunningEngine engine;

    @Activate
    public CaseworkExplainService(
            @Reference CaseLedger ledger,
            @Reference SendLedger messages,
            @Reference DunningEngine engine,
            @Reference PolicyLibrary library,
            @Reference CreditorDirectory creditors,
            @Reference Installation installation) {
        this.creditors = requireNonNull(creditors, "creditors");
        this.ledger = requireNonNull(ledger, "ledger");
        this.engine = requireNonNull(engine, "engine");
        this.positions = new Positions(ledger, messages, engine, library, installation);
    }

    @Override
    public List<Explanation> explain(CreditorId creditorId, String invoice, LocalDate asOf, Locale language)
            throws CaseworkException {
        Creditor creditor = Creditors.require(creditors, creditorId);
        try {
            List<OpenItem> items = positions.store().find(creditorId, invoice, asOf);
            Matcher numbered = INSTALMENT.matcher(invoice);
            if (items.isEmpty() && numbered.matches()) {
                int instalment = Integer.parseInt(numbered.group(2));
                return explain(creditorId, numbered.group(1), asOf, language).stream()
                        .filter(one -> one.answer().item().instalment() == instalment)
                        .toList();
            }
            if (items.isEmpty()) {
                return closedOrAlike(creditorId, invoice, asOf, language);
            }
            Map<DebtorId, Set<InvoiceId>> found = new LinkedHashMap<>();
            for (OpenItem item : items) {
                Set<InvoiceId> invoices = found.getOrDefault(item.debtor(), new TreeSet<>());
                invoices.add(item.key().invoice());
                found.put(item.debtor(), invoices);
            }
            List<Explanation> explanations = new ArrayList<>();
            for (Map.Entry<DebtorId, Set<InvoiceId>> entry : found.entrySet()) {
                explanations.addAll(positions
                        .explain(creditor, entry.getKey(), entry.getValue(), asOf, language)
                        .explanations());
            }
            return explanations;
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private List<Explanation> closedOrAlike(CreditorId creditor, String invoice, LocalDate asOf, Locale language)
            throws StoreException, LedgerException, CaseworkException {
        List<Explanation> closed = closed(creditor, invoice, asOf, language);
        if (!closed.isEmpty()) {
            return closed;
        }
        Optional<String> alike = looked(creditor, invoice, asOf).alike();
        return alike.isPresent() && !alike.get().equals(invoice)
                ? explain(creditor, alike.get(), asOf, language)
                : List.of();
    }

    @Override
    public List<String> near(CreditorId creditor, String invoice, LocalDate asOf) throws CaseworkException {
        try {
            return looked(creditor, invoice, asOf).near();
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    private NearNumbers looked(CreditorId creditor, String invoice, LocalDate asOf)
            throws StoreException, CaseworkException {
        NearNumbers near = new NearNumbers(invoice);
        try (OpenItemCursor items = positions.store().openItems(creditor, asOf)) {
            while (items.advance()) {
                near.look(items.current().number());
            }
        }
        return near;
    }

    /** What became of an invoice of which nothing is open. */
    private List<Explanation> closed(CreditorId creditor, String invoice, LocalDate asOf, Locale language)
            throws StoreException, LedgerException, CaseworkException {
        List<ClosedItem> items = positions.store().closed(creditor, invoice, asOf);
        List<DebtorId> debtors =
                items.stream().map(ClosedItem::debtor).distinct().toList();
        Map<DebtorId, CaseHistory> histories = debtors.isEmpty() ? Map.of() : ledger.histories(creditor, debtors);
        List<Explanation> explanations = new ArrayList<>();
        for (ClosedItem item : items) {
            CaseHistory history = histories.containsKey(item.debtor())
                    ? histories.get(item.debtor())
                    : CaseHistory.of(item.debtor()).build();
            explanations.add(engine.explain(item, history, language));
        }
        return explanations;
    }
}
