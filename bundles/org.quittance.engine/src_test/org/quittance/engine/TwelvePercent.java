package org.quittance.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.interest.Anchor;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.FeeTier;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.RateRule;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.ReferenceDay;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.interest.StartRule;
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
    public RegimeTerms terms() {
        Figure none = new Figure(BigDecimal.ZERO, "test", LocalDate.EPOCH, true, false);
        RegimeTerms.Builder terms = RegimeTerms.of(
                "test",
                new RateRule(
                        "test", BigDecimal.ONE, none, BigDecimal.ZERO, Anchor.EACH_CHANGE, ReferenceDay.FIRST_DAY));
        if (debtors.contains(DebtorKind.CONSUMER)) {
            terms.start(StartRule.AFTER_NOTICE, 0);
        }
        return terms.fee(new FeeTier(
                        Money.ofMinor(4000, Currency.getInstance("EUR")), Optional.empty(), LocalDate.MIN, none))
                .build();
    }

    @Override
    public RateTable rates() {
        Figure twelve = new Figure(BigDecimal.valueOf(12), "test", LocalDate.EPOCH, true, false);
        return RateTable.of(
                terms().rate(), List.of(new ReferenceRate("test", LocalDate.of(1, 1, 1), knownUntil, twelve)));
    }
}
