package org.quittance.api.store;

/** The store knows only what is open now and was asked about another day. */
public final class NoHistoryException extends StoreException {

    private static final long serialVersionUID = 1L;

    public NoHistoryException(String message) {
        super(message, null, false);
    }
}
