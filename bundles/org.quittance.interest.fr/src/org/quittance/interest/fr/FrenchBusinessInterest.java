package org.quittance.interest.fr;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/**
 * Between businesses (C. com. L441-10 II): the European Central Bank’s refinancing rate in force on 1 January or 1 July plus
 * ten points, floating with each semester, and 40 EUR per invoice (D441-5). Due from the day after the due date without a
 * reminder. The literal text is followed: three times the legal rate is the floor of a contract’s rate, not of this default.
 * A late fee needs a contract; this regime only does not forbid it.
 */
@Component(service = InterestRegime.class)
public final class FrenchBusinessInterest implements InterestRegime {

    private static final String ID = "fr-b2b";

    private final RegimeTerms terms;
    private final SemesterRates rates;

    /** Reads the figures shipped with the bundle. */
    @Activate
    public FrenchBusinessInterest() {
        this(DataFile.shipped("regimes.json"), DataFile.shipped("mro.json"));
    }

    FrenchBusinessInterest(DataFile regimes, DataFile reference) {
        this.terms = RegimeTerms.of(ID, regimes);
        this.rates = SemesterRates.in(reference).plus(terms.margin());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean governs(String creditorCountry, DebtorKind debtor) {
        return "FR".equals(requireNonNull(creditorCountry, "creditorCountry"))
                && requireNonNull(debtor, "debtor") == DebtorKind.BUSINESS;
    }

    @Override
    public Set<ChargeKind> titles() {
        return Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY, ChargeKind.LATE_FEE);
    }

    @Override
    public InterestAnswer interest(InterestQuestion question) {
        return DelayInterest.floating(requireNonNull(question, "question"), rates, terms.article());
    }

    @Override
    public Optional<Money> indemnity(Money principal, LocalDate dueDate) {
        return terms.indemnity(requireNonNull(principal, "principal"), requireNonNull(dueDate, "dueDate"));
    }
}
