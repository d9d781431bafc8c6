package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.Imputed;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.SendingEvidence;

/**
 * What is about to be written, laid over histories read from the ledger, so that a dry run, which writes nothing, decides on the
 * same histories as the real run. Also hides messages that nobody approved: the run takes their place.
 */
final class HistoryOverlay {

    private final Map<MessageId, @Nullable Fate> fates = new HashMap<>();
    private final Map<DebtorId, List<LifeEvent>> events = new HashMap<>();
    private final Map<DebtorId, Set<ItemKey>> takenBack = new HashMap<>();

    /** The message no longer counts: it is taken back or certainly did not leave. */
    void dropped(MessageId message) {
        fates.put(message, new Fate(Optional.empty(), Optional.empty()));
    }

    void unknown(MessageId message) {
        fates.put(message, new Fate(Optional.of(StepRecord.Outcome.UNKNOWN), Optional.empty()));
    }

    void sent(MessageId message, LocalDate on) {
        fates.put(message, new Fate(Optional.of(StepRecord.Outcome.SENT), Optional.of(on)));
    }

    void settled(DebtorId debtor, ItemKey item, LocalDate on, boolean byMoney) {
        add(debtor, new LifeEvent(item, Optional.of(on), byMoney));
    }

    void reopened(DebtorId debtor, ItemKey item) {
        add(debtor, new LifeEvent(item, Optional.empty(), false));
    }

    /** The money of a credit went back: what it had paid is owed again. */
    void takenBack(DebtorId debtor, ItemKey credit) {
        takenBack.computeIfAbsent(debtor, id -> new HashSet<>()).add(credit);
    }

    private void add(DebtorId debtor, LifeEvent event) {
        events.computeIfAbsent(debtor, id -> new ArrayList<>()).add(event);
    }

    /** The history with everything laid over it; the very same object where nothing applies. */
    CaseHistory over(CaseHistory history, Set<MessageId> superseded) {
        List<StepRecord> steps = steps(history, superseded);
        Map<ItemKey, ItemLife> lives = lives(history);
        Set<ItemKey> gone = takenBack.getOrDefault(history.debtor(), Set.of());
        if (gone.isEmpty()
                && steps.size() == history.steps().size()
                && steps.equals(history.steps())
                && lives == history.lives()) {
            return history;
        }
        CaseHistory.Builder laid = copy(history).steps(steps).lives(lives);
        if (!gone.isEmpty()) {
            laid.imputed(without(gone, history.imputed())).paidCharges(without(gone, history.paidCharges()));
        }
        return laid.build();
    }

    private static <T extends Imputed> List<T> without(Set<ItemKey> gone, List<T> imputed) {
        return imputed.stream().filter(one -> !gone.contains(one.credit())).toList();
    }

    /** The history with more evidence of sending. */
    static CaseHistory with(CaseHistory history, Map<InvoiceId, SendingEvidence> evidence) {
        Map<InvoiceId, SendingEvidence> all = new HashMap<>(history.evidence());
        all.putAll(evidence);
        return copy(history).evidence(all).build();
    }

    private List<StepRecord> steps(CaseHistory history, Set<MessageId> superseded) {
        if (superseded.isEmpty() && fates.isEmpty()) {
            return history.steps();
        }
        List<StepRecord> steps = new ArrayList<>(history.steps().size());
        for (StepRecord step : history.steps()) {
            if (step.message().isEmpty()) {
                steps.add(step);
                continue;
            }
            MessageId message = step.message().get();
            Fate fate = fates.get(message);
            if (fate != null) {
                fate.applied(step).ifPresent(steps::add);
            } else if (!superseded.contains(message)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private Map<ItemKey, ItemLife> lives(CaseHistory history) {
        List<LifeEvent> ofDebtor = events.getOrDefault(history.debtor(), List.of());
        if (ofDebtor.isEmpty()) {
            return history.lives();
        }
        Map<ItemKey, ItemLife> lives = new HashMap<>(history.lives());
        for (LifeEvent event : ofDebtor) {
            ItemLife before = lives.getOrDefault(event.item, new ItemLife(event.item, 1, Optional.empty()));
            lives.put(event.item, event.after(before));
        }
        return lives;
    }

    private static CaseHistory.Builder copy(CaseHistory history) {
        CaseHistory.Builder copy = CaseHistory.of(history.debtor())
                .revision(history.revision())
                .steps(history.steps())
                .lives(history.lives())
                .commitments(history.commitments())
                .keptSettlements(history.keptSettlements())
                .disputes(history.disputes())
                .holds(history.holds())
                .evidence(history.evidence())
                .answers(history.answers())
                .contacts(history.contacts())
                .goodwill(history.goodwill())
                .marks(history.marks())
                .imputed(history.imputed())
                .paidCharges(history.paidCharges())
                .rulings(history.rulings())
                .statements(history.statements());
        history.pin().ifPresent(copy::pin);
        history.awayAt().ifPresent(copy::awayAt);
        return copy;
    }

    /** @param outcome empty where the step is forgotten */
    private record Fate(Optional<StepRecord.Outcome> outcome, Optional<LocalDate> on) {

        Optional<StepRecord> applied(StepRecord step) {
            return outcome.map(after -> new StepRecord(
                    step.item(),
                    step.cycle(),
                    step.step(),
                    after,
                    on.orElse(step.on()),
                    step.message(),
                    step.claimedUntil(),
                    step.claimedMinor(),
                    step.indemnity()));
        }
    }

    /** @param settledOn empty where the item is open again */
    private record LifeEvent(ItemKey item, Optional<LocalDate> settledOn, boolean isByMoney) {

        ItemLife after(ItemLife before) {
            boolean beginsCycle = settledOn.isEmpty() && before.settledOn().isPresent();
            return new ItemLife(item, before.cycle() + (beginsCycle ? 1 : 0), settledOn, isByMoney);
        }
    }
}
