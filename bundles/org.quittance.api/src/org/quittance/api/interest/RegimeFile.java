package org.quittance.api.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quittance.api.interest.CostScale.Band;
import org.quittance.api.interest.FigureFile.Entry;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/** Reads a regime's file. What its lines mean is in the documentation of the rates. */
final class RegimeFile {

    private final FigureFile file;

    RegimeFile(FigureFile file) {
        this.file = file;
    }

    Set<String> creditors() {
        return Set.copyOf(file.one("creditors").words());
    }

    Set<DebtorKind> debtors() {
        return names("debtors", DebtorKind::valueOf);
    }

    Set<ChargeKind> titles() {
        Set<ChargeKind> titles = names("titles", ChargeKind::valueOf);
        return titles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(titles));
    }

    private <T> Set<T> names(String key, Function<String, T> form) {
        Entry entry = file.one(key);
        return entry.words().stream().map(word -> entry.as(word, form)).collect(Collectors.toUnmodifiableSet());
    }

    RegimeTerms terms() {
        RegimeTerms.Builder terms = RegimeTerms.of(file.one("article").text(), rule(file.one("rate")));
        first("start")
                .ifPresent(entry ->
                        terms.start(entry.word(0, StartRule::valueOf), entry.after("wait", 0, Integer::valueOf)));
        first("day-count").ifPresent(entry -> terms.dayCount(entry.word(0, DayCount::valueOf)));
        first("compounding")
                .ifPresent(entry -> terms.compounding(
                        entry.word(0, Compounding::valueOf), entry.after("months", 12, Integer::valueOf)));
        first("imputation").ifPresent(entry -> terms.imputation(entry.word(0, Imputation::valueOf)));
        file.all("fee").forEach(entry -> terms.fee(fee(entry)));
        costs().ifPresent(terms::costs);
        first("judgment")
                .ifPresent(entry -> terms.judgmentPoints(new JudgmentPoints(
                        entry.figure(entry.word(0, BigDecimal::new)),
                        entry.after("months", 0, Integer::valueOf),
                        entry.source())));
        return terms.build();
    }

    Optional<RateRule> bound(String key) {
        return first(key).map(RegimeFile::rule);
    }

    private Optional<Entry> first(String key) {
        return file.all(key).isEmpty() ? Optional.empty() : Optional.of(file.one(key));
    }

    /** {@code rate index ecb-mro times 1 plus 8 up-to 0.5 anchor SEMESTER on FIRST_DAY}; everything but plus may be left out. */
    private static RateRule rule(Entry entry) {
        return new RateRule(
                entry.after("index", "", word -> word),
                entry.after("times", BigDecimal.ONE, BigDecimal::new),
                entry.figure(entry.after("plus", BigDecimal.ZERO, BigDecimal::new)),
                entry.after("up-to", BigDecimal.ZERO, BigDecimal::new),
                entry.after("anchor", Anchor.SEMESTER, Anchor::valueOf),
                entry.after("on", ReferenceDay.FIRST_DAY, ReferenceDay::valueOf));
    }

    private static FeeTier fee(Entry entry) {
        Currency currency = entry.word(1, Currency::getInstance);
        return new FeeTier(
                entry.word(0, amount -> Money.parse(amount, currency.getCurrencyCode())),
                entry.<Optional<Money>>after(
                        "at-most",
                        Optional.empty(),
                        amount -> Optional.of(Money.parse(amount, currency.getCurrencyCode()))),
                entry.after("since", LocalDate.MIN, LocalDate::parse),
                entry.figure(entry.word(0, BigDecimal::new)));
    }

    private Optional<CostScale> costs() {
        List<Entry> lines = file.all("costs");
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Entry head = lines.get(0);
        String currency = head.word(0, word -> word);
        Function<String, Money> money = amount -> Money.parse(amount, currency);
        List<Band> bands = new ArrayList<>();
        for (Entry line : lines) {
            bands.add(new Band(
                    line.after("over", Money.zero(Currency.getInstance(currency)), money),
                    line.after("fixed", Money.zero(Currency.getInstance(currency)), money),
                    line.after("percent", BigDecimal.ZERO, BigDecimal::new)));
        }
        return Optional.of(new CostScale(
                bands,
                head.<Optional<Money>>after("least", Optional.empty(), amount -> Optional.of(money.apply(amount))),
                head.<Optional<Money>>after("most", Optional.empty(), amount -> Optional.of(money.apply(amount))),
                head.figure(bands.get(0).percent())));
    }
}
