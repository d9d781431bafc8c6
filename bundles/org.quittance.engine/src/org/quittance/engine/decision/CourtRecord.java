package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.Imputation;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.ItemKey;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Circumstances.Grace;

/** What courts decided about the debtor and its items, as circumstances of a claim. */
final class CourtRecord {

    private final CaseHistory history;

    CourtRecord(CaseHistory history) {
        this.history = history;
    }

    /**
     * The ledger has set its payments against the principal, so that is how they are read.
     *
     * @param noticeOn when a formal notice was really sent, if one was
     */
    Circumstances circumstances(ItemKey item, @Nullable LocalDate noticeOn, LocalDate asOf) {
        Circumstances.Builder circumstances = Circumstances.on(asOf).imputation(Imputation.PRINCIPAL_FIRST);
        if (noticeOn != null) {
            circumstances.noticeOn(noticeOn);
        }
        insolvencyOn().ifPresent(circumstances::insolvencyOn);
        earliest(item, Ruling.Kind.JUDGMENT).ifPresent(circumstances::judgmentOn);
        earliest(item, Ruling.Kind.CAPITALISATION).ifPresent(circumstances::capitaliseFrom);
        List<Grace> grace = new ArrayList<>(0);
        for (Ruling ruling : history.rulings()) {
            if (ruling.kind() == Ruling.Kind.GRACE
                    && ruling.item().equals(item)
                    && ruling.to().isPresent()) {
                grace.add(new Grace(ruling.from(), ruling.to().get(), ruling.yearlyPercent()));
            }
        }
        return circumstances.grace(grace).build();
    }

    /** The day from which proceedings forbid interest. */
    Optional<LocalDate> insolvencyOn() {
        for (CaseMark mark : history.marks()) {
            if (mark.kind() == CaseMark.Kind.INSOLVENT) {
                return Optional.of(mark.stopsInterestOn());
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> earliest(ItemKey item, Ruling.Kind kind) {
        Optional<LocalDate> earliest = Optional.empty();
        for (Ruling ruling : history.rulings()) {
            if (ruling.kind() == kind
                    && ruling.item().equals(item)
                    && (earliest.isEmpty() || ruling.from().isBefore(earliest.get()))) {
                earliest = Optional.of(ruling.from());
            }
        }
        return earliest;
    }
}
