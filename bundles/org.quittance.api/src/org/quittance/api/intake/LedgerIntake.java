package org.quittance.api.intake;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.store.StoreException;

/** Takes records into the embedded ledger. */
@ProviderType
public interface LedgerIntake {

    /** Opens one transaction; others that want to write wait until it is closed. */
    IntakeSession open(CreditorId creditor, Actor actor, Instant at) throws StoreException;
}
