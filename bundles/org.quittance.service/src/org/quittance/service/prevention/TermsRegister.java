package org.quittance.service.prevention;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.interest.TermCap;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;

/** The payment terms agreed with debtors, each with what proves it. Safe for any thread. */
@ProviderType
public interface TermsRegister {

    /**
     * Records a term from the day of the recording on. One that is longer than the law allows is recorded and said to be: it
     * was agreed, and what follows from that a person decides. Role CLERK.
     *
     * @param days 0 to 366
     * @param source what proves it; not blank
     */
    Agreed agree(CreditorId creditor, DebtorId debtor, TermMethod method, int days, String source, Recording recording)
            throws CaseworkException;

    /** Every term of a debtor, the earliest first. */
    List<AgreedTerm> terms(CreditorId creditor, DebtorId debtor) throws CaseworkException;

    /** The term for invoices issued on a day; empty where nothing was agreed by then. */
    default Optional<AgreedTerm> inForce(CreditorId creditor, DebtorId debtor, LocalDate issued)
            throws CaseworkException {
        return terms(creditor, debtor).stream()
                .filter(term -> !term.agreedOn().isAfter(issued))
                .reduce((earlier, later) -> later);
    }

    /** @param beyond the cap it breaks, where it does */
    record Agreed(AgreedTerm term, Optional<TermCap> beyond) {

        public Agreed {
            requireNonNull(term, "term");
            requireNonNull(beyond, "beyond");
        }
    }
}
