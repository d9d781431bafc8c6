package org.quittance.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/** A regime of 12 % over 365 days, 40 EUR per invoice, with rates known to a day; 365 EUR bear 0.12 EUR a day. */
final class TwelvePercent implements InterestRegime {

    private final Set<DebtorKind> debtors;
    private final Set<ChargeKind> titles;
    private final LocalDate knownUntil;

    TwelvePercent(Set<DebtorKind> debtors, Set<ChargeKind> titles, LocalDate knownUntil) {
        this.debtors = debtors;
        this.titles = titles;
        this.knownUntil = knownUntil;
    }

    static TwelvePercent forBusinesses() {
        return new TwelvePercent(
                Set.of(DebtorKind.BUSINESS, DebtorKind.PUBLIC), Set.of(ChargeKind.values()), LocalDate.MAX);
    }

    static TwelvePercent forConsumers() {
        return new TwelvePercent(Set.of(DebtorKind.CONSUMER), Set.of(ChargeKind.INTEREST), LocalDate.MAX);
    }

    TwelvePercent knownUntil(LocalDate day) {
        return new TwelvePercent(debtors, titles, day);
    }

    @Override
    public String id() {
        return "test-12";
    }

    @Override
    public boolean governs(String creditorCountry, DebtorKind debtor) {
        return debtors.contains(debtor);
    }

    @Override
    public Set<ChargeKind> titles() {
        return titles;
    }

    @Override
    public InterestAnswer interest(InterestQuestion question) {
        LocalDate to = question.to().isAfter(knownUntil) ? knownUntil : question.to();
        Optional<InterestAnswer.MissingRate> missing = to.equals(question.to())
                ? Optional.empty()
                : Optional.of(new InterestAnswer.MissingRate("later", knownUntil.plusDays(1)));
        if (to.isBefore(question.from())) {
            return new InterestAnswer(List.of(), missing);
        }
        int days = (int) ChronoUnit.DAYS.between(question.from(), to) + 1;
        BigDecimal interest = question.principal()
                .toDecimal()
                .multiply(BigDecimal.valueOf(12L * days))
                .divide(BigDecimal.valueOf(36_500), 2, RoundingMode.HALF_UP);
        return new InterestAnswer(
                List.of(new InterestSegment(
                        question.from(),
                        to,
                        days,
                        question.principal(),
                        BigDecimal.valueOf(12),
                        "test",
                        Money.exact(interest, question.principal().currency()))),
                missing);
    }

    @Override
    public Optional<Money> indemnity(Money principal, LocalDate dueDate) {
        return Optional.of(Money.ofMinor(4000, Currency.getInstance("EUR")));
    }
}
