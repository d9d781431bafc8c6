package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.decision.Explanation;

/** Shows one debtor's case. Reads only. */
@ProviderType
public interface CaseService {

    /** Debtors whose identifier or name contains the text; the one with exactly that identifier alone where there is one. */
    List<Debtor> search(CreditorId creditor, String text) throws CaseworkException;

    /** The debtor with exactly that identifier, where a directory knows it. */
    default Optional<Debtor> debtor(CreditorId creditor, DebtorId id) throws CaseworkException {
        return search(creditor, id.value()).stream()
                .filter(found -> found.id().equals(id))
                .findFirst();
    }

    CaseView view(CreditorId creditor, DebtorId debtor, LocalDate asOf, Locale language) throws CaseworkException;

    /**
     * @param items open items and credits
     * @param decisions one per item
     * @param claim what is owed on the day; nothing where the debtor cannot be decided about
     * @param messages newest first
     * @param timeline journal entries, newest first
     */
    record CaseView(
            Debtor debtor,
            List<OpenItem> items,
            List<Explanation> decisions,
            CaseClaim claim,
            CaseHistory history,
            List<MessageRecord> messages,
            List<JournalEntry> timeline) {

        public CaseView {
            requireNonNull(debtor, "debtor");
            items = List.copyOf(items);
            decisions = List.copyOf(decisions);
            requireNonNull(claim, "claim");
            requireNonNull(history, "history");
            messages = List.copyOf(messages);
            timeline = List.copyOf(timeline);
        }
    }
}
