package org.quittance.api.document;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/**
 * Turns facts into words and pages. Pure: the same facts, creditor and debtor give the same bytes, so that what is kept as
 * proof can be made again. Safe for any thread; takes milliseconds.
 */
@ConsumerType
public interface DocumentRenderer {

    /** Whether there are words for this template in this language; asked before a run, so that none is found missing in it. */
    boolean knows(String template, Locale language);

    /**
     * @throws DocumentException where the template is missing or the facts lack what this kind of document must contain
     */
    RenderedMessage render(MessageFacts facts, Creditor creditor, Debtor debtor) throws DocumentException;
}
