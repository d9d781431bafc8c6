package org.quittance.service.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.score.Score;
import org.quittance.service.casework.CaseworkException;

/** How likely a debtor is to pay, explained. Reads only. Safe for any thread. */
@ProviderType
public interface ScoreService {

    /** Empty where no scoring service has an answer. */
    Optional<Score> score(CreditorId creditor, DebtorId debtor, LocalDate asOf) throws CaseworkException;
}
