package org.quittance.legal.fr;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.legal.FormalNotice;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/**
 * Escalation for creditors in France, whoever the debtor is: the formal notice (<i>mise en demeure</i>) and the routes to a
 * title.
 *
 * <p>No text lists what a formal notice must contain; a judge looks for a sufficient demand (C. civ. 1344). So this provider
 * <b>requires</b> what makes the demand certain and payable, and without which the letter might have to be sent again:
 *
 * <ul>
 *   <li>the legal mentions of the creditor (C. com. R123-237, R123-238): every business letter must carry them. At least one;
 *       which ones are complete depends on the legal form, which a program cannot see;
 *   <li>the debtor's postal address with a street line and, in France, a postal code: a notice that cannot be delivered warns
 *       nobody;
 *   <li>at least one item, a positive principal, an account to pay to in the currency;
 *   <li>a deadline as a calendar date, at least eight days after the date of the letter (C. civ. 1231, "reasonable"): "within
 *       eight days" would begin on an unknown day;
 *   <li>no amount without a title: interest before the notice, an indemnity or fees from a consumer, fees from a public
 *       body, any charge from a debtor of unknown kind; and no interest that stops for want of a published rate;
 *   <li>a language the paragraphs exist in (French; English and German as translations that cite the French articles).
 * </ul>
 *
 * <p>Only <b>recommended</b>, and so not asked for here: the debtor's register number (SIREN), which a court wants but which a
 * notice with the exact name and address can do without, and which many ledgers lack for good debtors; a named contact and
 * the debtor's representative. Refusing for these would leave a lawful notice unsent.
 *
 * <p>Safe for any thread, does not block.
 */
@Component(service = LegalEscalation.class)
public final class FrenchLegalEscalation implements LegalEscalation {

    private final NoticeRequirements requirements;
    private final NoticeParagraphs paragraphs;
    private final LegalFigures figures;

    /** Reads the figures shipped with the bundle. */
    @Activate
    public FrenchLegalEscalation() {
        this(LegalFigures.shipped());
    }

    FrenchLegalEscalation(LegalFigures figures) {
        this.figures = figures;
        this.requirements = new NoticeRequirements(figures);
        this.paragraphs = new NoticeParagraphs(figures);
    }

    @Override
    public String id() {
        return "fr";
    }

    @Override
    public boolean governs(Creditor creditor, Debtor debtor) {
        requireNonNull(debtor, "debtor");
        return requireNonNull(creditor, "creditor").address().country().equals("FR");
    }

    @Override
    public FormalNotice formalNotice(MessageFacts facts, Creditor creditor, Debtor debtor) {
        List<String> missing = requirements.missing(
                requireNonNull(facts, "facts"), requireNonNull(creditor, "creditor"), requireNonNull(debtor, "debtor"));
        return missing.isEmpty()
                ? FormalNotice.complete(facts.withLegalParagraphs(paragraphs.of(facts, debtor)))
                : FormalNotice.incomplete(missing);
    }

    @Override
    public List<LegalRoute> routes(LegalClaim claim, Creditor creditor, Debtor debtor) {
        requireNonNull(claim, "claim");
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        return new CourtRoutes(new Conditions(claim, debtor, figures)).all();
    }

    @Override
    public List<String> acknowledgementOfDebt(Locale language) {
        return paragraphs.ofAcknowledgement(language);
    }

    /** Two months from the publication in the BODACC, four for a creditor abroad (C. com. R622-24), for a debtor with its seat in France. */
    @Override
    public Optional<LocalDate> lastFiling(
            Creditor creditor, Debtor debtor, Optional<LocalDate> publishedOn, LocalDate heardOn) {
        if (!debtor.country().equals("FR")) {
            return Optional.empty();
        }
        boolean abroad =
                publishedOn.isPresent() && !creditor.address().country().equals("FR");
        int months = abroad ? figures.insolvencyFilingMonthsAbroad() : figures.insolvencyFilingMonths();
        return Optional.of(publishedOn.orElse(heardOn).plusMonths(months));
    }
}
