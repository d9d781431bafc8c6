package org.quittance.casework.intake;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.TermCap;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.text.Sentence;
import org.quittance.service.claim.LegalFigures;

/** When an invoice is due that does not say so: by the term agreed with its debtor, else by the one the law gives. Safe for any thread. */
@Component(service = PaymentTerms.class)
public final class PaymentTerms {

    private final PreventionLedger ledger;
    private final LegalFigures figures;

    @Activate
    public PaymentTerms(
            @Reference PreventionLedger ledger,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalFigures figures) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.figures = requireNonNull(figures, "figures");
    }

    /** @param source what it follows from, for people */
    record Due(LocalDate on, Sentence source) {}

    /** Every term agreed with a debtor, the earliest first. */
    List<AgreedTerm> agreed(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return ledger.terms(creditor, debtor);
    }

    /** By the last term that was agreed by the day of issue. */
    static Optional<Due> agreed(List<AgreedTerm> terms, DebtorId debtor, LocalDate issued) {
        return terms.stream()
                .filter(term -> !term.agreedOn().isAfter(issued))
                .reduce((earlier, later) -> later)
                .map(term -> new Due(
                        term.due(issued),
                        Sentence.of(
                                PaymentTerms.class,
                                "due.agreed",
                                debtor,
                                term.days(),
                                counted(term.method()),
                                term.source())));
    }

    private static Sentence counted(TermMethod method) {
        return switch (method) {
            case DAYS -> Sentence.of(PaymentTerms.class, "term.days");
            case DAYS_THEN_END_OF_MONTH -> Sentence.of(PaymentTerms.class, "term.then-end-of-month");
            case END_OF_MONTH_THEN_DAYS -> Sentence.of(PaymentTerms.class, "term.after-end-of-month");
        };
    }

    /** Empty where the law says nothing for this kind of debtor, or the kind is not known. */
    Optional<Due> statutory(Creditor creditor, DebtorId debtor, DebtorKind kind, LocalDate issued) {
        return figures.limits(creditor.address().country()).map(LegalLimits::statutoryTerms).stream()
                .flatMap(List::stream)
                .filter(term -> !term.isSpecial() && term.debtors().contains(kind))
                .findFirst()
                .map(term -> due(term, debtor, issued));
    }

    private static Due due(TermCap term, DebtorId debtor, LocalDate issued) {
        return new Due(
                term.latest(issued),
                Sentence.of(
                        PaymentTerms.class,
                        "due.statutory",
                        debtor,
                        term.days(),
                        term.figure().source()));
    }
}
