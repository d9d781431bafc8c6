package org.quittance.api.legal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/**
 * What one jurisdiction asks of a creditor who escalates. Shows conditions; a person decides. Pure, safe for any thread.
 */
@ConsumerType
public interface LegalEscalation {

    /** Such as {@code fr}. */
    String id();

    /** Whether claims of this creditor against this debtor go before the courts of this jurisdiction. */
    boolean governs(Creditor creditor, Debtor debtor);

    /**
     * Completes a formal notice with what the law of this place wants in it, or names what is missing. The caller sends
     * nothing that is incomplete.
     */
    FormalNotice formalNotice(MessageFacts facts, Creditor creditor, Debtor debtor);

    /** The routes to a title for a claim, open and closed, each with its conditions. */
    List<LegalRoute> routes(LegalClaim claim, Creditor creditor, Debtor debtor);

    /** Paragraphs this law wants in an acknowledgement of debt, in the language or one the provider has; none by default. */
    default List<String> acknowledgementOfDebt(Locale language) {
        return List.of();
    }

    /**
     * The last day for filing a claim in insolvency proceedings over this debtor; empty where this law is not that of the
     * proceedings, or sets no such day.
     *
     * @param publishedOn when the opening was published, from which the law counts; where that is not known, the day
     *     somebody heard of it stands for it, and the publication may ask for an earlier one
     */
    default Optional<LocalDate> lastFiling(
            Creditor creditor, Debtor debtor, Optional<LocalDate> publishedOn, LocalDate heardOn) {
        return Optional.empty();
    }
}
