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
 * Against a consumer (C. civ. 1231-6): the legal rate, in the column for every creditor that is not a private person, since
 * the column follows the creditor. Runs only from a formal notice; that first day is the caller’s to know. No indemnity and no
 * fee: asking a consumer for recovery costs without a title is an offence.
 */
@Component(service = InterestRegime.class)
public final class FrenchConsumerInterest implements InterestRegime {

    private static final String ID = "fr-b2c";

    private final RegimeTerms terms;
    private final SemesterRates rates;

    /** Reads the figures shipped with the bundle. */
    @Activate
    public FrenchConsumerInterest() {
        this(DataFile.shipped("regimes.json"), DataFile.shipped("legal-rate.json"));
    }

    FrenchConsumerInterest(DataFile regimes, DataFile reference) {
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
                && requireNonNull(debtor, "debtor") == DebtorKind.CONSUMER;
    }

    @Override
    public Set<ChargeKind> titles() {
        return Set.of(ChargeKind.INTEREST);
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
