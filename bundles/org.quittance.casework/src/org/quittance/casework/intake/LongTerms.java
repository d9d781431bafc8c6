package org.quittance.casework.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.Rejection;
import org.quittance.service.claim.LimitWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts imported instalments that are due later than the law allows. That is no reason to refuse an invoice, so a person is
 * told. What a debtor is may be read after its invoices, so it is asked at the end. For one thread.
 */
final class LongTerms {

    private static final Logger LOG = LoggerFactory.getLogger(LongTerms.class);

    private static final int PAGE = 500;

    /** Pairs of days that are remembered; files repeat them. */
    private static final int TERMS_MAX = 20_000;

    private final LimitWatch limits;
    private final Creditor creditor;
    private final Map<Term, Set<DebtorKind>> terms = new HashMap<>();
    private final Map<DebtorId, Map<DebtorKind, Long>> found = new HashMap<>();

    LongTerms(LimitWatch limits, Creditor creditor) {
        this.limits = limits;
        this.creditor = creditor;
    }

    private record Term(LocalDate issued, LocalDate due) {}

    /** An invoice that was added. */
    void taken(InvoiceRecord invoice) {
        if (invoice.isCreditNote()) {
            return;
        }
        for (InvoiceRecord.Instalment instalment : invoice.instalments()) {
            if (terms.size() > TERMS_MAX) {
                terms.clear();
            }
            for (DebtorKind kind :
                    terms.computeIfAbsent(new Term(invoice.issueDate(), instalment.dueDate()), this::tooLongFor)) {
                found.computeIfAbsent(invoice.debtor(), debtor -> new EnumMap<>(DebtorKind.class))
                        .merge(kind, 1L, Long::sum);
            }
        }
    }

    private Set<DebtorKind> tooLongFor(Term term) {
        Set<DebtorKind> kinds = EnumSet.noneOf(DebtorKind.class);
        for (DebtorKind kind : DebtorKind.values()) {
            if (limits.brokenCap(creditor.address().country(), kind, term.issued(), term.due())
                    .isPresent()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The files are imported, whatever a directory answers. */
    void tell(Installation installation, ImportListener listener) {
        try {
            long count = count(installation);
            if (count > 0) {
                listener.warned(new Rejection("", 0, "dueDate", Sentence.of(LongTerms.class, "terms.long", count)));
            }
        } catch (StoreException | RuntimeException e) {
            LOG.warn("Whether imported invoices are due later than the law allows cannot be told.", e);
        }
    }

    private long count(Installation installation) throws StoreException {
        List<DebtorId> debtors = new ArrayList<>(found.keySet());
        long count = 0;
        for (int from = 0; from < debtors.size(); from += PAGE) {
            List<DebtorId> page = debtors.subList(from, Math.min(from + PAGE, debtors.size()));
            Map<DebtorId, Debtor> known = installation.debtors(creditor.id(), page);
            for (DebtorId debtor : page) {
                DebtorKind kind = known.containsKey(debtor) ? known.get(debtor).kind() : DebtorKind.UNKNOWN;
                count += found.getOrDefault(debtor, Map.of()).getOrDefault(kind, 0L);
            }
        }
        return count;
    }
}
