package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/** A regime of 12 % in the first and 6 % in the second half of each year from 2024 to 2029, with 40 EUR per invoice. */
final class MadeRegime implements InterestRegime {

    private static final Figure NONE = figure("0");

    private final RegimeTerms terms;
    private final RateTable rates;

    private MadeRegime(Anchor anchor, UnaryOperator<RegimeTerms.Builder> more) {
        RateRule rule = new RateRule("made", BigDecimal.ONE, NONE, BigDecimal.ZERO, anchor, ReferenceDay.FIRST_DAY);
        this.terms = more.apply(RegimeTerms.of("test", rule)
                        .fee(new FeeTier(
                                Money.ofMinor(4000, Currency.getInstance("EUR")),
                                Optional.empty(),
                                LocalDate.MIN,
                                NONE)))
                .build();
        this.rates = RateTable.of(
                rule,
                IntStream.rangeClosed(2024, 2029)
                        .boxed()
                        .flatMap(year ->
                                Stream.of(rate(LocalDate.of(year, 1, 1), "12"), rate(LocalDate.of(year, 7, 1), "6")))
                        .toList());
    }

    static MadeRegime floating() {
        return new MadeRegime(Anchor.SEMESTER, terms -> terms);
    }

    static MadeRegime frozen() {
        return new MadeRegime(Anchor.FROZEN_AT_START, terms -> terms);
    }

    static MadeRegime with(UnaryOperator<RegimeTerms.Builder> more) {
        return new MadeRegime(Anchor.SEMESTER, more);
    }

    private static ReferenceRate rate(LocalDate day, String percent) {
        return new ReferenceRate("made", day, day, figure(percent));
    }

    private static Figure figure(String value) {
        return new Figure(new BigDecimal(value), "test", LocalDate.EPOCH, true, false);
    }

    @Override
    public String id() {
        return "made";
    }

    @Override
    public boolean governs(String creditorCountry, DebtorKind debtor) {
        return true;
    }

    @Override
    public Set<ChargeKind> titles() {
        return Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY);
    }

    @Override
    public RegimeTerms terms() {
        return terms;
    }

    @Override
    public RateTable rates() {
        return rates;
    }

    @Override
    public Optional<RateTable> contractCeiling() {
        return Optional.of(rates);
    }

    /** Keeps the list type in one place. */
    static List<Money> euros(String... amounts) {
        return Arrays.stream(amounts).map(MadeRegime::euro).toList();
    }

    static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }
}
