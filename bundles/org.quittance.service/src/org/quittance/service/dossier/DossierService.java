package org.quittance.service.dossier;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.claim.ItemClaim;

/** Makes documents about one debtor's case. Changes nothing in ledger or journal. Safe for any thread, may take seconds. */
@ProviderType
public interface DossierService {

    /**
     * @param asOf the day that amounts are stated for
     * @param language French or English; any other gives English
     */
    record Order(CreditorId creditor, DebtorId debtor, LocalDate asOf, Locale language) {

        public Order {
            requireNonNull(creditor, "creditor");
            requireNonNull(debtor, "debtor");
            requireNonNull(asOf, "asOf");
            requireNonNull(language, "language");
        }
    }

    /** What a dossier would contain, without writing it. */
    List<Exhibit> exhibits(Order order) throws CaseworkException;

    /**
     * Writes the dossier as one PDF, and beside it a folder of the same name without {@code .pdf} with the original bytes
     * of every exhibit and {@code SHA256SUMS}. Both appear only when they are complete.
     *
     * @param replace whether an earlier dossier in the same place is replaced; otherwise it is an error
     */
    List<Exhibit> write(Order order, Path file, boolean replace) throws CaseworkException;

    /** Every open item with what was paid and credited on it, the claim with its interest, and the balance. */
    DocumentFile statement(Order order) throws CaseworkException;

    /**
     * A numbered statement of what is due, made but not kept.
     *
     * @param earlier those issued before, in that order
     */
    ClaimSheet claim(Order order, int number, List<ClaimStatement> earlier) throws CaseworkException;

    /** @param items what it claims, item by item */
    record ClaimSheet(DocumentFile document, List<ItemClaim> items) {

        public ClaimSheet {
            requireNonNull(document, "document");
            items = List.copyOf(items);
        }
    }

    /** What to know before telephoning, on one page where the case allows. */
    DocumentFile callSheet(Order order) throws CaseworkException;

    /**
     * The acknowledgement of debt for an instalment plan, to be signed by the debtor, with room for the amount in its own hand.
     *
     * @param plan identifier of the plan
     * @throws CaseworkException USAGE where the debtor has no such plan
     */
    DocumentFile acknowledgement(Order order, String plan) throws CaseworkException;
}
