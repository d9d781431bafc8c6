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
 * Against a public buyer (CCP R2192-31): the European Central Bank’s refinancing rate on the first day of the semester in
 * which the delay began plus eight points, frozen for the whole delay, and 40 EUR per invoice (D2192-35).
 */
@Component(service = InterestRegime.class)
public final class FrenchPublicInterest implements InterestRegime {

    private static final String ID = "fr-b2g";

    private final RegimeTerms terms;
    private final SemesterRates rates;

    /** Reads the figures shipped with the bundle. */
    @Activate
    public FrenchPublicInterest() {
        this(DataFile.shipped("regimes.json"), DataFile.shipped("mro.json"));
    }

    FrenchPublicInterest(DataFile regimes, DataFile reference) {
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
                && requireNonNull(debtor, "debtor") == DebtorKind.PUBLIC;
    }

    @Override
    public Set<ChargeKind> titles() {
        return Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY);
    }

    @Override
    public InterestAnswer interest(InterestQuestion question) {
        return DelayInterest.frozen(requireNonNull(question, "question"), rates, terms.article());
    }

    @Override
    public Optional<Money> indemnity(Money principal, LocalDate dueDate) {
        return terms.indemnity(requireNonNull(principal, "principal"), requireNonNull(dueDate, "dueDate"));
    }
}
