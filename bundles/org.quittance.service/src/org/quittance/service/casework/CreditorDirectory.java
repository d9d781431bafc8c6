package org.quittance.service.casework;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;

/** The creditors of this installation, from its configuration. */
@ProviderType
public interface CreditorDirectory {

    Optional<Creditor> creditor(CreditorId id);

    /** By identifier. */
    List<Creditor> creditors();
}
