package org.quittance.prevention;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.prevention.TermsRegister;

/** The register in the case ledger. */
@Component
public final class LedgerTermsRegister implements TermsRegister {

    private final Recordings recordings;
    private final PreventionLedger ledger;
    private final LimitWatch limits;

    @Activate
    public LedgerTermsRegister(
            @Reference Recordings recordings,
            @Reference PreventionLedger ledger,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LimitWatch limits) {
        this.recordings = requireNonNull(recordings, "recordings");
        this.ledger = requireNonNull(ledger, "ledger");
        this.limits = requireNonNull(limits, "limits");
    }

    @Override
    public Agreed agree(
            CreditorId creditor, DebtorId debtor, TermMethod method, int days, String source, Recording recording)
            throws CaseworkException {
        if (source.isBlank()) {
            throw new CaseworkException(Kind.USAGE, Sentence.of(LedgerTermsRegister.class, "term.source"));
        }
        AgreedTerm term = recordings.write(
                creditor,
                debtor,
                recording,
                "term.agreed",
                () -> {
                    String id = "term-" + (ledger.terms(creditor, debtor).size() + 1);
                    try {
                        return new AgreedTerm(id, method, days, recording.on(), source);
                    } catch (IllegalArgumentException e) {
                        throw new CaseworkException(Kind.USAGE, String.valueOf(e.getMessage()), e);
                    }
                },
                made -> json -> {
                    json.put("method", made.method().name());
                    json.put("days", made.days());
                    json.put("source", made.source());
                });
        Debtor known = recordings.debtor(creditor, debtor);
        String country = recordings.creditor(creditor).address().country();
        return new Agreed(term, limits.brokenCap(country, known.kind(), term.agreedOn(), term.due(term.agreedOn())));
    }

    @Override
    public List<AgreedTerm> terms(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        try {
            return ledger.terms(creditor, debtor);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }
}
