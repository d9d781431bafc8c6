package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.service.agreement.HoldService;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Holds, marks and restrictions over the case ledger. */
@Component
public final class CaseworkHoldService implements HoldService {

    private final Desk desk;
    private final RestrictionNews news;

    @Activate
    public CaseworkHoldService(@Reference Desk desk, @Reference RestrictionNews news) {
        this.desk = requireNonNull(desk, "desk");
        this.news = requireNonNull(news, "news");
    }

    @Override
    public List<Hold> hold(
            CreditorId creditor,
            DebtorId debtor,
            Scope scope,
            String reason,
            Optional<LocalDate> until,
            Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "set a hold", (file, entry) -> {
            desk.refuseTone(file, reason);
            int daysMax = file.policy().agreements().holdDaysMax();
            if (until.isEmpty() || ChronoUnit.DAYS.between(recording.on(), until.get()) > daysMax) {
                Failures.require(
                        recording.actor(),
                        "set a hold of more than " + daysMax + " days or without an end",
                        Role.APPROVER);
            }
            return hold(entry, keys(file, scope), reason, until, recording);
        });
    }

    private static List<Optional<ItemKey>> keys(CaseFile file, Scope scope) throws CaseworkException {
        if (scope.invoices().isEmpty()) {
            return List.of(Optional.empty());
        }
        List<Optional<ItemKey>> keys = new ArrayList<>();
        for (OpenItem item : file.items(scope)) {
            keys.add(Optional.of(item.key()));
        }
        return keys;
    }

    /** One hold per item, or one for everything. */
    static List<Hold> hold(
            Entry entry, List<Optional<ItemKey>> items, String reason, Optional<LocalDate> until, Recording recording)
            throws CaseworkException {
        if (until.isPresent() && until.get().isBefore(recording.on())) {
            throw Failures.refusal(Kind.USAGE, "hold.over", until.get());
        }
        List<Hold> holds = new ArrayList<>();
        for (Optional<ItemKey> item : items) {
            Hold hold = new Hold(entry.nextId("hold"), item, reason, recording.on(), until);
            entry.put(hold);
            ObjectNode json = entry.journal("hold.set");
            json.put("id", hold.id());
            item.ifPresent(key -> json.put("item", key.toString()));
            until.ifPresent(day -> json.put("until", day.toString()));
            json.put("reason", reason);
            holds.add(hold);
        }
        return holds;
    }

    @Override
    public void lift(CreditorId creditor, DebtorId debtor, String id, Recording recording) throws CaseworkException {
        desk.record(creditor, debtor, recording, Role.CLERK, "lift a hold", (file, entry) -> {
            boolean known = file.agreements().holds().stream()
                    .anyMatch(hold -> hold.id().equals(id));
            if (!known) {
                throw Failures.refusal(Kind.USAGE, "hold.none", file.debtor(), id);
            }
            entry.add(batch -> batch.lift(entry.debtor(), id));
            entry.journal("hold.lifted").put("id", id);
            return id;
        });
    }

    @Override
    public CaseMark mark(
            CreditorId creditor,
            DebtorId debtor,
            CaseMark.Kind kind,
            Optional<LocalDate> deadline,
            String reason,
            Recording recording)
            throws CaseworkException {
        return desk.record(
                creditor,
                debtor,
                recording,
                Role.CLERK,
                "mark a debtor",
                (file, entry) -> mark(entry, kind, deadline, reason, recording));
    }

    /** Without a deadline somebody named, insolvency has the one the law sets for filing the claim. */
    static CaseMark mark(
            Entry entry, CaseMark.Kind kind, Optional<LocalDate> deadline, String reason, Recording recording) {
        Optional<LocalDate> last =
                deadline.isEmpty() && kind == CaseMark.Kind.INSOLVENT ? entry.lastFiling(Optional.empty()) : deadline;
        CaseMark mark = new CaseMark(kind, recording.on(), last, reason, Optional.empty());
        entry.put(mark);
        ObjectNode json = entry.journal("case.marked");
        json.put("kind", kind.name());
        last.ifPresent(day -> json.put("deadline", day.toString()));
        json.put("reason", reason);
        return mark;
    }

    @Override
    public CaseMark clear(CreditorId creditor, DebtorId debtor, CaseMark.Kind kind, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "clear a mark", (file, entry) -> {
            CaseMark cleared = file.agreements().marks().stream()
                    .filter(mark -> mark.kind() == kind && mark.clearedOn().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> Failures.refusal(Kind.USAGE, "mark.none", file.debtor(), kind))
                    .cleared(recording.on());
            entry.put(cleared);
            entry.journal("case.cleared").put("kind", kind.name());
            return cleared;
        });
    }

    @Override
    public Restriction restrict(
            CreditorId creditor,
            DebtorId debtor,
            Restriction.Kind kind,
            boolean lifted,
            String reason,
            Recording recording)
            throws CaseworkException {
        Restriction restriction =
                desk.record(creditor, debtor, recording, Role.CLERK, "restrict a debtor", (file, entry) -> {
                    Optional<Restriction> standing = file.agreements().restrictions().stream()
                            .filter(known ->
                                    known.kind() == kind && known.liftedOn().isEmpty())
                            .findFirst();
                    if (lifted == standing.isEmpty()) {
                        throw Failures.refusal(
                                Kind.USAGE, lifted ? "restriction.none" : "restriction.stands", file.debtor(), kind);
                    }
                    String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    Restriction next = standing.isPresent()
                            ? standing.get().lifted(recording.on())
                            : new Restriction(
                                    entry.nextId(word),
                                    kind,
                                    recording.on(),
                                    reason,
                                    late(file, recording.on()),
                                    Optional.empty(),
                                    false);
                    entry.add(batch -> RestrictionEntry.write(batch, entry.debtor(), next));
                    return next;
                });
        if (!recording.dryRun()) {
            news.tell(creditor, recording.actor());
        }
        return restriction;
    }

    private static Set<ItemKey> late(CaseFile file, LocalDate on) {
        return file.invoices().stream()
                .filter(item -> item.dueDate().isBefore(on))
                .map(OpenItem::key)
                .collect(Collectors.toSet());
    }
}
