package org.quittance.service.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;

/** Claims that were put in writing: numbered per debtor, frozen, shown again byte for byte. Safe for any thread. */
@ProviderType
public interface ClaimStatements {

    /**
     * Issues the next statement, of what is due on the day of the recording. Role CLERK.
     *
     * @param language French or English; any other gives English
     * @return with its document, which a dry recording does not keep
     */
    ClaimStatement issue(CreditorId creditor, DebtorId debtor, Locale language, Recording recording)
            throws CaseworkException;

    /** In the order of issue, without their documents. */
    List<ClaimStatement> issued(CreditorId creditor, DebtorId debtor) throws CaseworkException;

    /** The bytes of one as they were issued; empty where there is none of that number. */
    Optional<DocumentFile> document(CreditorId creditor, DebtorId debtor, int number) throws CaseworkException;
}
