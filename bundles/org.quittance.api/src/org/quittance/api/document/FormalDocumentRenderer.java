package org.quittance.api.document;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns a document that is no message into pages. Pure: the same document gives the same bytes on any day. Safe for any thread;
 * takes milliseconds once fonts are loaded.
 */
@ConsumerType
public interface FormalDocumentRenderer {

    /**
     * @return a PDF/A-2b with embedded fonts under the document's own name
     * @throws DocumentException where nothing is printed in the document's language
     */
    DocumentFile render(FormalDocument document) throws DocumentException;
}
