package org.quittance.api.document;

/** A document could not be made; trying again with the same facts and templates fails again. */
public final class DocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    public DocumentException(String message) {
        super(message);
    }

    public DocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
