package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.RulingService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Rulings and insolvencies over the case ledger. */
@Component
public final class CaseworkRulingService implements RulingService {

    /** A judge grants two years at most (C. civ. 1343-5). */
    private static final int GRACE_YEARS_MAX = 2;

    private final Desk desk;

    @Activate
    public CaseworkRulingService(@Reference Desk desk) {
        this.desk = requireNonNull(desk, "desk");
    }

    @Override
    public List<Ruling> record(CreditorId creditor, DebtorId debtor, Decided decided, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "record a ruling", (file, entry) -> {
            refuseUnfit(decided, recording.on());
            List<Ruling> rulings = new ArrayList<>();
            for (OpenItem item : file.items(decided.scope())) {
                refuseSecond(file, decided, item);
                Ruling ruling = new Ruling(
                        entry.nextId(decided.kind().name().toLowerCase(Locale.ROOT)),
                        decided.kind(),
                        item.key(),
                        decided.from(),
                        decided.to(),
                        decided.yearlyPercent(),
                        decided.reason(),
                        false);
                write(entry, ruling, "ruling.recorded");
                rulings.add(ruling);
            }
            return rulings;
        });
    }

    private static void refuseUnfit(Decided decided, LocalDate on) throws CaseworkException {
        boolean grace = decided.kind() == Ruling.Kind.GRACE;
        if (grace != decided.to().isPresent()) {
            throw Failures.refusal(Kind.USAGE, "ruling.last-day");
        }
        if (!grace && decided.yearlyPercent().isPresent()) {
            throw Failures.refusal(Kind.USAGE, "ruling.rate-of-grace");
        }
        if (decided.yearlyPercent().map(rate -> rate.signum() < 0).orElse(false)) {
            throw Failures.refusal(Kind.USAGE, "ruling.rate-negative");
        }
        if (decided.kind() == Ruling.Kind.JUDGMENT && decided.from().isAfter(on)) {
            throw Failures.refusal(Kind.USAGE, "ruling.judgment-future", decided.from());
        }
        LocalDate latest = decided.from().plusYears(GRACE_YEARS_MAX);
        if (decided.to().isPresent()
                && (decided.to().get().isBefore(decided.from())
                        || decided.to().get().isAfter(latest))) {
            throw Failures.refusal(Kind.USAGE, "ruling.grace-end", decided.from(), latest);
        }
    }

    /** Two graces could say two rates for one day; two judgments two days from which points are added. */
    private static void refuseSecond(CaseFile file, Decided decided, OpenItem item) throws CaseworkException {
        for (Ruling standing : file.agreements().rulings()) {
            if (!standing.lifted()
                    && standing.kind() == decided.kind()
                    && standing.item().equals(item.key())) {
                throw Failures.refusal(Kind.USAGE, "ruling.stands", standing.id(), item.number());
            }
        }
    }

    private static void write(Entry entry, Ruling ruling, String kind) {
        entry.put(ruling);
        ObjectNode json = entry.journal(kind);
        json.put("id", ruling.id());
        json.put("kind", ruling.kind().name());
        json.put("item", ruling.item().toString());
        json.put("from", ruling.from().toString());
        ruling.to().ifPresent(to -> json.put("to", to.toString()));
        ruling.yearlyPercent().ifPresent(percent -> json.put("yearlyPercent", percent.toPlainString()));
        json.put("reason", ruling.reason());
    }

    @Override
    public CaseMark insolvency(CreditorId creditor, DebtorId debtor, Opening opening, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "record an insolvency", (file, entry) -> {
            if (opening.openedOn().isAfter(recording.on())
                    || opening.publishedOn()
                            .map(day -> day.isBefore(opening.openedOn()))
                            .orElse(false)) {
                throw Failures.refusal(Kind.USAGE, "insolvency.days");
            }
            Optional<CaseMark> standing = file.agreements().marks().stream()
                    .filter(mark -> mark.kind() == CaseMark.Kind.INSOLVENT
                            && mark.clearedOn().isEmpty())
                    .findFirst();
            Optional<LocalDate> deadline =
                    opening.deadline().isPresent() ? opening.deadline() : entry.lastFiling(opening.publishedOn());
            CaseMark mark = new CaseMark(
                    CaseMark.Kind.INSOLVENT,
                    standing.map(CaseMark::since).orElse(recording.on()),
                    deadline,
                    opening.reason(),
                    Optional.empty(),
                    Optional.of(opening.openedOn()));
            entry.put(mark);
            ObjectNode json = entry.journal("case.marked");
            json.put("kind", mark.kind().name());
            json.put("openedOn", opening.openedOn().toString());
            opening.publishedOn().ifPresent(day -> json.put("publishedOn", day.toString()));
            deadline.ifPresent(day -> json.put("deadline", day.toString()));
            json.put("reason", opening.reason());
            return mark;
        });
    }

    @Override
    public Ruling takeBack(CreditorId creditor, DebtorId debtor, String id, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "take a ruling back", (file, entry) -> {
            Ruling back = file.agreements().rulings().stream()
                    .filter(ruling -> ruling.id().equals(id) && !ruling.lifted())
                    .findFirst()
                    .orElseThrow(() -> Failures.refusal(Kind.USAGE, "ruling.none", file.debtor(), id))
                    .takenBack();
            write(entry, back, "ruling.taken-back");
            return back;
        });
    }
}
