package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.DebtorKind;

/**
 * A regime whose terms stand in a file beside its class, {@code <id>.regime}, and whose rates come from whoever knows its
 * index. Subclasses say which file; as components they refer to all {@link ReferenceRates} and are made anew when one comes
 * or goes.
 */
public class StatutoryRegime implements InterestRegime {

    private final String id;
    private final Set<String> creditors;
    private final Set<DebtorKind> debtors;
    private final Set<ChargeKind> titles;
    private final RegimeTerms terms;
    private final RateTable rates;
    private final Optional<RateTable> floor;
    private final Optional<RateTable> ceiling;

    /** @throws IllegalStateException where the file is missing or faulty; names the line */
    protected StatutoryRegime(Class<?> owner, String id, Collection<ReferenceRates> sources) {
        RegimeFile file = new RegimeFile(FigureFile.beside(owner, id + ".regime"));
        List<ReferenceRate> known =
                sources.stream().flatMap(source -> source.rates().stream()).toList();
        this.id = requireNonNull(id, "id");
        this.creditors = file.creditors();
        this.debtors = file.debtors();
        this.titles = file.titles();
        this.terms = file.terms();
        this.rates = RateTable.of(terms.rate(), known);
        this.floor = file.bound("contract-floor").map(rule -> RateTable.of(rule, known));
        this.ceiling = file.bound("contract-ceiling").map(rule -> RateTable.of(rule, known));
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final boolean governs(String creditorCountry, DebtorKind debtor) {
        return creditors.contains(requireNonNull(creditorCountry, "creditorCountry"))
                && debtors.contains(requireNonNull(debtor, "debtor"));
    }

    @Override
    public final Set<ChargeKind> titles() {
        return titles;
    }

    @Override
    public final RegimeTerms terms() {
        return terms;
    }

    @Override
    public final RateTable rates() {
        return rates;
    }

    @Override
    public final Optional<RateTable> contractFloor() {
        return floor;
    }

    @Override
    public final Optional<RateTable> contractCeiling() {
        return ceiling;
    }
}
