package org.quittance.api.store;

import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.OpenItem;

/**
 * A stream of open items, read by one thread from front to end. {@code advance} returning {@code false} is the promise
 * that nothing was left out; a stream that cannot keep it throws instead.
 */
@ConsumerType
public interface OpenItemCursor extends AutoCloseable {

    /** Moves to the next item; {@code false} at the complete end. */
    boolean advance() throws StoreException;

    /** The item {@link #advance()} moved to; {@link IllegalStateException} before the first and after the last. */
    OpenItem current();

    /** Releases what the stream holds; allowed at any time and more than once. */
    @Override
    void close();
}
