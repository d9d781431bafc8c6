package org.quittance.casework.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Debtors that invoices name and nobody describes: most often the file with the customers was forgotten. Their invoices are
 * good and kept, so this is a warning. For one thread.
 */
final class UnknownDebtors {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownDebtors.class);

    /** More than these are not looked at: whoever forgot a file hears it from the first. */
    private static final int NAMED_MAX = 200_000;

    private static final int TOLD_MAX = 100;
    private static final int PAGE = 500;

    private final Set<DebtorId> described = new HashSet<>();
    private final Map<DebtorId, Place> named = new LinkedHashMap<>();

    private record Place(String file, long line) {}

    void described(DebtorId debtor) {
        described.add(debtor);
    }

    /** An invoice of this debtor was taken. */
    void named(String file, long line, DebtorId debtor) {
        if (!named.containsKey(debtor) && named.size() < NAMED_MAX) {
            named.put(debtor, new Place(file, line));
        }
    }

    /** Tells of those that no directory knows either. The files are imported, whatever a directory answers. */
    void tell(Installation installation, CreditorId creditor, ImportListener listener) {
        try {
            ask(installation, creditor, listener);
        } catch (StoreException | RuntimeException e) {
            LOG.warn("Whether the debtors of the imported invoices are known cannot be told.", e);
        }
    }

    private void ask(Installation installation, CreditorId creditor, ImportListener listener) throws StoreException {
        List<DebtorId> asked = new ArrayList<>(named.keySet());
        asked.removeAll(described);
        long unknown = 0;
        for (int from = 0; from < asked.size(); from += PAGE) {
            List<DebtorId> page = asked.subList(from, Math.min(from + PAGE, asked.size()));
            Set<DebtorId> known = installation.debtors(creditor, page).keySet();
            for (DebtorId debtor : page) {
                if (!known.contains(debtor) && ++unknown <= TOLD_MAX) {
                    tell(listener, debtor);
                }
            }
        }
        if (unknown > TOLD_MAX) {
            listener.warned(new Rejection(
                    "", 0, "debtor", Sentence.of(UnknownDebtors.class, "debtors.more", unknown - TOLD_MAX)));
        }
    }

    private void tell(ImportListener listener, DebtorId debtor) {
        Place place = named.getOrDefault(debtor, new Place("", 0));
        listener.warned(new Rejection(
                place.file, place.line, "debtor", Sentence.of(UnknownDebtors.class, "debtor.unknown", debtor)));
    }
}
