package org.quittance.prevention;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Delivery;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.prevention.InvoicingWatch;

/** The watch over the ledger of the open workspace, some hundred items at a time. */
@Component
public final class LedgerInvoicingWatch implements InvoicingWatch {

    private static final int ITEMS_AT_A_TIME = 500;

    private final Recordings recordings;
    private final CaseLedger cases;
    private final PreventionLedger ledger;
    private final DebtorInvoices invoices;
    private final InvoiceStore store;
    private final List<InvoiceDocument> documents;

    @Activate
    public LedgerInvoicingWatch(
            @Reference Recordings recordings,
            @Reference CaseLedger cases,
            @Reference PreventionLedger ledger,
            @Reference DebtorInvoices invoices,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) InvoiceStore store,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<InvoiceDocument> documents) {
        this.recordings = requireNonNull(recordings, "recordings");
        this.cases = requireNonNull(cases, "cases");
        this.ledger = requireNonNull(ledger, "ledger");
        this.invoices = requireNonNull(invoices, "invoices");
        this.store = requireNonNull(store, "store");
        this.documents = List.copyOf(documents);
    }

    @Override
    public Delivery record(CreditorId creditor, DebtorId debtor, Delivery delivery, Recording recording)
            throws CaseworkException {
        return write(creditor, debtor, recording, "delivery.recorded", () -> delivery);
    }

    @Override
    public Delivery invoiced(CreditorId creditor, DebtorId debtor, String id, String invoice, Recording recording)
            throws CaseworkException {
        invoices.require(creditor, debtor, invoice, recording.on());
        return write(
                creditor,
                debtor,
                recording,
                "delivery.invoiced",
                () -> ledger.delivery(creditor, debtor, id)
                        .orElseThrow(() -> new CaseworkException(
                                Kind.USAGE, Sentence.of(LedgerInvoicingWatch.class, "delivery.none", id, debtor)))
                        .invoiced(invoice));
    }

    private Delivery write(
            CreditorId creditor, DebtorId debtor, Recording recording, String kind, Recordings.Making<Delivery> making)
            throws CaseworkException {
        return recordings.write(creditor, debtor, recording, kind, making, delivery -> json -> {
            json.put("delivered", delivery.on().toString());
            delivery.amount().ifPresent(amount -> {
                json.put("amount", amount.toDecimalString());
                json.put("currency", amount.currency().getCurrencyCode());
            });
            delivery.invoice().ifPresent(number -> json.put("invoice", number));
            json.put("description", delivery.description());
        });
    }

    @Override
    public Gaps gaps(CreditorId creditor, LocalDate today, int withinDays) throws CaseworkException {
        recordings.creditor(creditor);
        try {
            List<NotInvoiced> notInvoiced = new ArrayList<>();
            List<Late> invoiced = new ArrayList<>();
            Map<DebtorId, List<Delivery>> deliveries = ledger.deliveries(creditor, today.minusYears(1));
            Map<String, PreventionLedger.Issued> issued = ledger.issued(creditor, numbers(deliveries.values()));
            deliveries.forEach((debtor, ofDebtor) -> ofDebtor.forEach(delivery -> {
                if (delivery.invoice().isEmpty()) {
                    notInvoiced.add(new NotInvoiced(debtor, delivery, ChronoUnit.DAYS.between(delivery.on(), today)));
                } else if (issued.containsKey(delivery.invoice().get())) {
                    LocalDate on = issued.get(delivery.invoice().get()).on();
                    invoiced.add(new Late(debtor, delivery, on, ChronoUnit.DAYS.between(delivery.on(), on)));
                }
            }));
            notInvoiced.removeIf(gap -> gap.days() <= withinDays);
            notInvoiced.sort(
                    Comparator.comparing((NotInvoiced gap) -> gap.delivery().on()));
            invoiced.sort(Comparator.comparingLong(Late::days).reversed());
            return new Gaps(
                    notInvoiced,
                    notSent(creditor, today, withinDays),
                    invoiced.stream().filter(late -> late.days() > withinDays).toList(),
                    delay(invoiced));
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    private static Set<String> numbers(Collection<List<Delivery>> deliveries) {
        return deliveries.stream()
                .flatMap(List::stream)
                .flatMap(delivery -> delivery.invoice().stream())
                .collect(Collectors.toSet());
    }

    /** @param invoiced the slowest first */
    private static Delay delay(List<Late> invoiced) {
        return invoiced.isEmpty()
                ? new Delay(0, 0, 0)
                : new Delay(
                        invoiced.size(),
                        invoiced.get(invoiced.size() / 2).days(),
                        invoiced.get(0).days());
    }

    private List<OpenItem> notSent(CreditorId creditor, LocalDate today, int withinDays)
            throws StoreException, LedgerException {
        List<OpenItem> unsent = new ArrayList<>();
        List<OpenItem> page = new ArrayList<>(ITEMS_AT_A_TIME);
        LocalDate latest = today.minusDays(withinDays);
        try (OpenItemCursor cursor = store.openItems(creditor, today)) {
            while (cursor.advance()) {
                OpenItem item = cursor.current();
                if (item.kind() == ItemKind.INVOICE
                        && item.evidence().isEmpty()
                        && item.issueDate().isBefore(latest)) {
                    page.add(item);
                }
                if (page.size() == ITEMS_AT_A_TIME) {
                    unsent.addAll(withoutEvidence(creditor, page));
                    page.clear();
                }
            }
        }
        unsent.addAll(withoutEvidence(creditor, page));
        unsent.sort(Comparator.comparing(OpenItem::issueDate)
                .thenComparing(item -> item.key().toString()));
        return unsent;
    }

    /** Those of which neither a person nor an archive or platform says that they were sent. */
    private List<OpenItem> withoutEvidence(CreditorId creditor, List<OpenItem> page)
            throws StoreException, LedgerException {
        Set<InvoiceId> sent = new HashSet<>();
        Set<DebtorId> debtors = page.stream().map(OpenItem::debtor).collect(Collectors.toSet());
        for (CaseHistory history : cases.histories(creditor, debtors).values()) {
            sent.addAll(history.evidence().keySet());
        }
        Set<InvoiceId> invoices =
                page.stream().map(item -> item.key().invoice()).collect(Collectors.toSet());
        for (InvoiceDocument source : documents) {
            sent.addAll(source.evidence(creditor, invoices).keySet());
        }
        return page.stream()
                .filter(item -> !sent.contains(item.key().invoice()))
                .toList();
    }
}
