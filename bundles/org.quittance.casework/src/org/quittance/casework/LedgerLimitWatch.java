package org.quittance.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.Interruption;
import org.quittance.api.interest.Interruption.Kind;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.LimitationPeriod;
import org.quittance.api.interest.TermCap;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.LegalFigures;
import org.quittance.service.claim.LimitWatch;

/** Watches over the ledger of the open workspace, some hundred items at a time. A stream that breaks off gives no list. */
@Component
public final class LedgerLimitWatch implements LimitWatch {

    private static final int ITEMS_AT_A_TIME = 500;

    private final CaseLedger ledger;
    private final CreditorDirectory creditors;
    private final Installation installation;
    private final LegalFigures figures;

    @Activate
    public LedgerLimitWatch(
            @Reference CaseLedger ledger,
            @Reference CreditorDirectory creditors,
            @Reference Installation installation,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalFigures figures) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.creditors = requireNonNull(creditors, "creditors");
        this.installation = requireNonNull(installation, "installation");
        this.figures = requireNonNull(figures, "figures");
    }

    @Override
    public Expiry expiring(CreditorId creditorId, LocalDate today, int withinDays) throws CaseworkException {
        Creditor creditor = Creditors.require(creditors, creditorId);
        List<Expiring> found = new ArrayList<>();
        long[] unwatched = new long[1];
        LocalDate until = today.plusDays(withinDays);
        eachPage(creditor, today, (items, kinds) -> {
            Map<DebtorId, CaseHistory> histories = ledger.histories(creditorId, kinds.keySet());
            for (OpenItem item : items) {
                Optional<LimitationPeriod> period =
                        limitation(creditor.address().country(), kind(kinds, item), item.issueDate());
                if (period.isEmpty()) {
                    unwatched[0]++;
                } else if (!period.get().lastDay(item.issueDate(), Set.of()).isAfter(until)) {
                    found.add(expiring(item, period.get(), interruptions(item, history(histories, item))));
                }
            }
        });
        found.sort(Comparator.comparing(Expiring::lastDay)
                .thenComparing(one -> one.item().key().toString()));
        return new Expiry(found, unwatched[0]);
    }

    @Override
    public List<LongTerm> longTerms(CreditorId creditorId, LocalDate today) throws CaseworkException {
        Creditor creditor = Creditors.require(creditors, creditorId);
        List<LongTerm> found = new ArrayList<>();
        eachPage(creditor, today, (items, kinds) -> {
            for (OpenItem item : items) {
                brokenCap(creditor.address().country(), kind(kinds, item), item.issueDate(), item.dueDate())
                        .ifPresent(cap -> found.add(new LongTerm(item, cap, cap.latest(item.issueDate()))));
            }
        });
        found.sort(Comparator.comparing((LongTerm one) -> one.item().issueDate())
                .thenComparing(one -> one.item().key().toString()));
        return found;
    }

    @Override
    public Optional<TermCap> brokenCap(String creditorCountry, DebtorKind debtor, LocalDate issued, LocalDate due) {
        Optional<TermCap> widest = figures.limits(creditorCountry).stream()
                .map(LegalLimits::termCaps)
                .flatMap(List::stream)
                .filter(cap -> !cap.isSpecial() && cap.debtors().contains(debtor))
                .max(Comparator.comparing(cap -> cap.latest(issued)));
        return widest.filter(cap -> due.isAfter(cap.latest(issued)));
    }

    @Override
    public Optional<LocalDate> lastDay(String creditorCountry, DebtorKind debtor, LocalDate issued) {
        return limitation(creditorCountry, debtor, issued).map(period -> period.lastDay(issued, Set.of()));
    }

    /** For a debtor of unknown kind the shortest of all. */
    private Optional<LimitationPeriod> limitation(String country, DebtorKind kind, LocalDate issued) {
        return figures.limits(country).stream()
                .map(LegalLimits::limitations)
                .flatMap(List::stream)
                .filter(period -> !period.isSpecial()
                        && (kind == DebtorKind.UNKNOWN || period.debtors().contains(kind)))
                .min(Comparator.comparing(period -> period.lastDay(issued, Set.of())));
    }

    private static Expiring expiring(OpenItem item, LimitationPeriod period, List<Interruption> interruptions) {
        return new Expiring(
                item,
                period,
                period.lastDay(item.issueDate(), Set.of()),
                interruptions.stream().max(Comparator.comparing(Interruption::on)),
                period.lastDay(item.issueDate(), interruptions));
    }

    /** What the debtor paid or agreed to; the ledger does not tell a payment from a credit note, hence two dates. */
    private static List<Interruption> interruptions(OpenItem item, CaseHistory history) {
        List<Interruption> interruptions = new ArrayList<>();
        for (Allocation allocation : item.allocations()) {
            interruptions.add(new Interruption(Kind.PART_PAYMENT, allocation.valueDate()));
        }
        for (Commitment commitment : history.commitments()) {
            if (commitment.items().isEmpty() || commitment.items().contains(item.key())) {
                interruptions.add(new Interruption(Kind.ACKNOWLEDGEMENT, commitment.madeOn()));
            }
        }
        return interruptions;
    }

    private static CaseHistory history(Map<DebtorId, CaseHistory> histories, OpenItem item) {
        return histories.getOrDefault(
                item.debtor(), CaseHistory.of(item.debtor()).build());
    }

    @FunctionalInterface
    private interface Page {
        void take(List<OpenItem> items, Map<DebtorId, DebtorKind> kinds) throws LedgerException;
    }

    private void eachPage(Creditor creditor, LocalDate today, Page page) throws CaseworkException {
        InvoiceStore store = installation
                .store()
                .orElseThrow(() -> Failures.refusal(CaseworkException.Kind.UNAVAILABLE, "ledger.none"));
        List<OpenItem> items = new ArrayList<>(ITEMS_AT_A_TIME);
        try (OpenItemCursor cursor = store.openItems(creditor.id(), today)) {
            while (cursor.advance()) {
                if (!cursor.current().kind().isCredit()) {
                    items.add(cursor.current());
                }
                if (items.size() == ITEMS_AT_A_TIME) {
                    page.take(items, kinds(creditor, items));
                    items.clear();
                }
            }
            page.take(items, kinds(creditor, items));
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /** Of every debtor of the items; one whom no directory knows is of unknown kind. */
    private Map<DebtorId, DebtorKind> kinds(Creditor creditor, List<OpenItem> items) throws StoreException {
        Set<DebtorId> ids = items.stream().map(OpenItem::debtor).collect(Collectors.toSet());
        Map<DebtorId, Debtor> known = installation.debtors(creditor.id(), ids);
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> known.containsKey(id) ? known.get(id).kind() : DebtorKind.UNKNOWN));
    }

    private static DebtorKind kind(Map<DebtorId, DebtorKind> kinds, OpenItem item) {
        return kinds.getOrDefault(item.debtor(), DebtorKind.UNKNOWN);
    }
}
