package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.Compounding;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.RatePeriod;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.interest.StartRule;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim.Code;
import org.quittance.service.claim.Claim.Warning;
import org.quittance.service.claim.Debt;

/** What a person should know about a claim. Nothing is corrected here. */
final class Warnings {

    private final InterestRegime regime;
    private final RegimeTerms terms;
    private final Debt debt;
    private final Circumstances circumstances;
    private final List<Warning> warnings = new ArrayList<>();

    Warnings(InterestRegime regime, Debt debt, Circumstances circumstances) {
        this.regime = regime;
        this.terms = regime.terms();
        this.debt = debt;
        this.circumstances = circumstances;
    }

    /** The first day of interest. Where no notice was sent, a judgment lets it run just as well (C. civ. 1231-7). */
    static @Nullable LocalDate firstDay(RegimeTerms terms, Debt debt, Circumstances circumstances) {
        Optional<LocalDate> notice = circumstances.noticeOn();
        LocalDate first = Accrual.firstDay(terms, debt.dueDate(), notice.isPresent() ? notice.get() : null);
        if (terms.start() == StartRule.AFTER_NOTICE
                && circumstances.judgmentOn().isPresent()) {
            LocalDate enforceable = circumstances.judgmentOn().get();
            LocalDate after = enforceable.isBefore(debt.dueDate()) ? debt.dueDate() : enforceable;
            return first != null && !first.isAfter(after) ? first : after.plusDays(1);
        }
        return first;
    }

    List<Warning> all(Money overpaid) {
        LocalDate first = firstDay(terms, debt, circumstances);
        if (first == null) {
            warnings.add(Warning.of(Code.NO_NOTICE));
        } else if (circumstances.contractRate().isPresent()) {
            contract(circumstances.contractRate().get(), first);
        }
        insolvency();
        if (terms.compounding() == Compounding.FORBIDDEN
                && circumstances.capitaliseFrom().isPresent()) {
            warnings.add(Warning.of(Code.CAPITALISATION_FORBIDDEN, terms.article()));
        }
        if (circumstances.judgmentOn().isPresent()
                && (terms.judgmentPoints().isEmpty()
                        || circumstances.contractRate().isPresent())) {
            warnings.add(Warning.of(Code.NO_JUDGMENT_POINTS));
        }
        for (Allocation payment : debt.payments()) {
            if (payment.valueDate().isAfter(circumstances.asOf())) {
                warnings.add(Warning.of(
                        Code.PAYMENT_AFTER_DAY,
                        payment.valueDate().toString(),
                        payment.amount().toString()));
            }
        }
        if (overpaid.isPositive()) {
            warnings.add(Warning.of(Code.OVERPAID, overpaid.toString()));
        }
        return warnings;
    }

    private void insolvency() {
        Optional<LocalDate> opening = circumstances.insolvencyOn();
        if (opening.isEmpty() || opening.get().isAfter(circumstances.asOf())) {
            return;
        }
        warnings.add(Warning.of(
                Code.STOPPED_BY_INSOLVENCY, opening.get().minusDays(1).toString()));
        if (!debt.dueDate().isBefore(opening.get()) && regime.titles().contains(ChargeKind.INDEMNITY)) {
            warnings.add(Warning.of(
                    Code.INDEMNITY_BARRED_BY_INSOLVENCY, opening.get().toString()));
        }
    }

    private void contract(BigDecimal agreed, LocalDate first) {
        regime.contractFloor()
                .ifPresent(floor ->
                        compare(floor, first, bound -> agreed.compareTo(bound) < 0, Code.CONTRACT_BELOW_FLOOR));
        regime.contractCeiling()
                .ifPresent(ceiling ->
                        compare(ceiling, first, bound -> agreed.compareTo(bound) > 0, Code.CONTRACT_ABOVE_CEILING));
    }

    private interface Breach {
        boolean of(BigDecimal bound);
    }

    private void compare(RateTable bounds, LocalDate first, Breach breach, Code code) {
        LocalDate day = first;
        while (!day.isAfter(circumstances.asOf())) {
            Optional<RatePeriod> period = bounds.on(day);
            if (period.isEmpty()) {
                warnings.add(Warning.of(Code.CONTRACT_BOUND_UNKNOWN, bounds.nameOf(day)));
                return;
            }
            if (breach.of(period.get().rate())) {
                warnings.add(Warning.of(
                        code,
                        circumstances.contractRate().orElseThrow().toPlainString(),
                        period.get().rate().toPlainString(),
                        period.get().name()));
            }
            day = period.get().last().plusDays(1);
        }
    }
}
