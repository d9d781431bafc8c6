package org.quittance.service.proof;

import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;

/**
 * The place outside the workspace where signed heads of the journal are kept, where one is configured. Neither method throws or
 * waits for anything but the disk: what fails is reported and never stops work. Safe for any thread.
 */
@ProviderType
public interface HeadArchive {

    /** Keeps the head as it is now; to be called when work is done and committed. */
    void keep(CreditorId creditor);
}
