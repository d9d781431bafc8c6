package org.quittance.service.proof;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;

/**
 * The place outside the workspace where signed heads of the journal are kept, where one is configured. Neither method throws or
 * waits for anything but the disk: what fails is logged and never stops work. Safe for any thread.
 */
@ProviderType
public interface HeadArchive {

    /** Keeps the head as it is now; to be called when a run or a dispatch is done and committed. */
    void keep(CreditorId creditor);

    /**
     * Keeps a head for every creditor whose journal has grown since the last one was kept, unless that was less than the configured
     * interval ago. To be called when any other work is done.
     */
    void keepDue();

    /** Why no head can be kept now; empty where one can, or where no place is configured. Writes nothing. */
    default Optional<Trouble> trouble() {
        return Optional.empty();
    }

    /**
     * What is wrong with the place.
     *
     * @param folder as it is configured
     */
    record Trouble(String folder, Cause cause) {}

    /** Kinds of trouble. */
    enum Cause {
        /** Lies in the workspace, where a head proves nothing. */
        IN_WORKSPACE,
        /** Is no folder, or not one that can be written to. */
        UNUSABLE
    }
}
