package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.OpenItem;

/** The debtor's items in one currency; nothing crosses from one group to another. */
final class CurrencyGroup {

    final Currency currency;
    final List<ItemState> invoices = new ArrayList<>();
    final List<OpenItem> credits = new ArrayList<>();

    private final @Nullable LocalDate[] lastOn = new @Nullable LocalDate[Lane.count()];
    private final @Nullable StepRecord[] live = new @Nullable StepRecord[Lane.count()];

    CurrencyGroup(Currency currency) {
        this.currency = currency;
    }

    /** Something of this lane reached the debtor on that day, or may have. */
    void reached(Lane lane, LocalDate on) {
        LocalDate last = lastOn[lane.ordinal()];
        if (last == null || on.isAfter(last)) {
            lastOn[lane.ordinal()] = on;
        }
    }

    void isLive(Lane lane, StepRecord record) {
        if (live[lane.ordinal()] == null) {
            live[lane.ordinal()] = record;
        }
    }

    @Nullable
    LocalDate lastOn(Lane lane) {
        return lastOn[lane.ordinal()];
    }

    /** Something of this lane that is on its way to the debtor or to a person. */
    @Nullable
    StepRecord live(Lane lane) {
        return live[lane.ordinal()];
    }

    /** The first day on which the debtor's gap allows the lane again; {@code null} when it never reached the debtor. */
    @Nullable
    LocalDate gapEnd(Lane lane, Facts facts) {
        LocalDate last = lastOn[lane.ordinal()];
        return last == null || lane == Lane.HANDOVER ? null : last.plusDays(facts.debtorGapDays());
    }
}
