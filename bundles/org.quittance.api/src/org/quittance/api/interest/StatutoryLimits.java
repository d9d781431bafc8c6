package org.quittance.api.interest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.interest.FigureFile.Entry;
import org.quittance.api.model.DebtorKind;

/** Limits that stand in a file beside the class, {@code <country>.limits} in small letters. */
public class StatutoryLimits implements LegalLimits {

    private static final String SPECIAL = "special";

    private final String country;
    private final List<TermCap> termCaps;
    private final List<LimitationPeriod> limitations;
    private final List<TermCap> statutoryTerms;

    /** @throws IllegalStateException where the file is missing or faulty; names the line */
    protected StatutoryLimits(Class<?> owner, String name) {
        FigureFile file = FigureFile.beside(owner, name + ".limits");
        this.country = file.one("country").word(0, word -> word);
        this.termCaps = terms(file, "term-cap");
        this.statutoryTerms = terms(file, "statutory-term");
        this.limitations = file.all("limitation").stream()
                .map(entry -> new LimitationPeriod(
                        entry.word(0, word -> word),
                        debtors(entry),
                        entry.words().contains(SPECIAL),
                        entry.words().contains("from-next-year"),
                        entry.words().contains("anew-at-once"),
                        number(entry, "years"),
                        entry.figure(BigDecimal.valueOf(number(entry, "years")))))
                .toList();
    }

    private static List<TermCap> terms(FigureFile file, String kind) {
        return file.all(kind).stream()
                .map(entry -> new TermCap(
                        entry.word(0, word -> word),
                        debtors(entry),
                        entry.words().contains(SPECIAL),
                        entry.after("method", TermMethod.DAYS, TermMethod::valueOf),
                        number(entry, "days"),
                        entry.figure(BigDecimal.valueOf(number(entry, "days")))))
                .toList();
    }

    private static int number(Entry entry, String word) {
        int number = entry.after(word, 0, Integer::valueOf);
        if (number <= 0) {
            throw entry.fault("«" + word + "» with a number above zero is missing");
        }
        return number;
    }

    private static Set<DebtorKind> debtors(Entry entry) {
        return entry.after(
                "debtors",
                Set.<DebtorKind>of(),
                names -> Arrays.stream(names.split(","))
                        .map(DebtorKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public final String country() {
        return country;
    }

    @Override
    public final List<TermCap> termCaps() {
        return termCaps;
    }

    @Override
    public final List<TermCap> statutoryTerms() {
        return statutoryTerms;
    }

    @Override
    public final List<LimitationPeriod> limitations() {
        return limitations;
    }
}
