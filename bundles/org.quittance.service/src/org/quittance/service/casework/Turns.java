package org.quittance.service.casework;

import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;

/** One run, dispatch, write-off or erasure per creditor at a time; whoever does one takes a turn first. Safe for any thread. */
@ProviderType
public interface Turns {

    /** Waits for the creditor's turn; give it back with {@link Turn#close()}, on the same thread, which may take it again. */
    Turn take(CreditorId creditor);

    /** A turn that is held. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
