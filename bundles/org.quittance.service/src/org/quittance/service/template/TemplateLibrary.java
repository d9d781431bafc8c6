package org.quittance.service.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.service.policy.Policy;

/**
 * The templates of the installation: the shipped ones, and those of every {@code TemplateSource}, which win. Safe for any
 * thread. {@link #entries()} and {@link #check(Policy)} look at the sources anew; what is rendered afterwards is rendered with
 * what they saw, so that a run sends what was checked for it.
 */
@ProviderType
public interface TemplateLibrary {

    /** Every template in force, by name, language and form. */
    List<TemplateEntry> entries();

    /** The suite's own text of a template, also where a firm's own is in force; empty where the suite has none. */
    Optional<String> shipped(TemplateKey key);

    /** The names a policy may use, sorted. */
    List<String> names();

    /**
     * What keeps a policy from being run with the words there are: bad templates it names, forms and languages that are
     * missing, a tone that comes too early, a first reminder that invites nobody to call back. Steps whose template has
     * no name here are left out: another renderer may have them.
     */
    List<TemplateProblem> check(Policy policy);

    /** What is wrong with a template that is not in force yet. @param fileName such as {@code courteous.fr.email} */
    List<TemplateProblem> check(String fileName, String source);

    /**
     * Fills a template.
     *
     * @throws DocumentException where the template does not exist, is bad, or asks for what the facts lack
     */
    WrittenMessage write(TemplateKey key, MessageFacts facts, Creditor creditor, Debtor debtor)
            throws DocumentException;

    /** Made-up facts that fit a template, stated for the creditor. */
    Sample sample(TemplateKey key, Creditor creditor, LocalDate today);

    /** A fictitious debtor and what a message to it would state. */
    record Sample(MessageFacts facts, Debtor debtor) {}
}
