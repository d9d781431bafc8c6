package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Goodwill.State;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.service.agreement.GoodwillService;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.agreement.Verdict;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.policy.AgreementLimits;

/** Discounts and waivers over the case ledger. */
@Component
public final class CaseworkGoodwillService implements GoodwillService {

    private final Desk desk;

    @Activate
    public CaseworkGoodwillService(@Reference Desk desk) {
        this.desk = requireNonNull(desk, "desk");
    }

    @Override
    public List<Goodwill> grant(
            CreditorId creditor,
            DebtorId debtor,
            Goodwill.Kind kind,
            Scope scope,
            Optional<BigDecimal> amount,
            String reason,
            Recording recording)
            throws CaseworkException {
        if (kind == Goodwill.Kind.RELEASE) {
            throw Failures.refusal(Kind.USAGE, "goodwill.release");
        }
        if (kind == Goodwill.Kind.CREDIT_DUE) {
            throw Failures.refusal(Kind.USAGE, "goodwill.credit");
        }
        if (kind.hasAmount() != amount.isPresent()) {
            throw Failures.refusal(Kind.USAGE, "goodwill.amount");
        }
        return desk.record(creditor, debtor, recording, Role.CLERK, "record goodwill", (file, entry) -> {
            desk.refuseTone(file, reason);
            return amount.isPresent()
                    ? List.of(discount(file, entry, scope, amount.get(), reason, recording))
                    : waive(file, entry, kind, scope, reason, recording);
        });
    }

    private static Goodwill discount(
            CaseFile file, Entry entry, Scope scope, BigDecimal typed, String reason, Recording recording)
            throws CaseworkException {
        List<OpenItem> items = file.items(scope);
        if (items.size() > 1) {
            throw Failures.refusal(
                    Kind.USAGE,
                    "goodwill.one-invoice",
                    items.stream().map(OpenItem::number).toList());
        }
        Money claimed = file.claimed(items);
        Money amount = Amounts.part(typed, claimed, "part.discount");
        AgreementLimits limits = file.policy().agreements();
        boolean beyond = Amounts.isMoreThan(
                amount, limits.discountPercentMax(), items.get(0).original());
        return add(
                entry,
                Goodwill.Kind.DISCOUNT,
                beyond,
                Optional.of(items.get(0).key()),
                Optional.of(amount),
                reason,
                recording);
    }

    private static List<Goodwill> waive(
            CaseFile file, Entry entry, Goodwill.Kind kind, Scope scope, String reason, Recording recording)
            throws CaseworkException {
        boolean beyond = file.policy().agreements().waiverNeedsApproval();
        List<Goodwill> waived = new ArrayList<>();
        if (scope.invoices().isEmpty()) {
            waived.add(add(entry, kind, beyond, Optional.empty(), Optional.empty(), reason, recording));
        } else {
            for (OpenItem item : file.items(scope)) {
                waived.add(add(entry, kind, beyond, Optional.of(item.key()), Optional.empty(), reason, recording));
            }
        }
        return waived;
    }

    private static Goodwill add(
            Entry entry,
            Goodwill.Kind kind,
            boolean beyond,
            Optional<ItemKey> item,
            Optional<Money> amount,
            String reason,
            Recording recording) {
        Goodwill goodwill = new Goodwill(
                entry.nextId("goodwill"),
                kind,
                beyond ? State.PROPOSED : State.GRANTED,
                item,
                amount,
                reason,
                recording.actor().name(),
                recording.on(),
                Optional.empty(),
                Optional.empty());
        write(entry, goodwill);
        return goodwill;
    }

    /** Writes a goodwill with its journal entry. */
    static void write(Entry entry, Goodwill goodwill) {
        entry.put(goodwill);
        ObjectNode json = entry.journal("goodwill." + goodwill.state().name().toLowerCase(Locale.ROOT));
        json.put("id", goodwill.id());
        json.put("kind", goodwill.kind().name());
        goodwill.item().ifPresent(item -> json.put("item", item.toString()));
        goodwill.amount().ifPresent(amount -> {
            json.put("amount", amount.toDecimalString());
            json.put("currency", amount.currency().getCurrencyCode());
        });
        json.put("reason", goodwill.reason());
    }

    @Override
    public Goodwill decide(CreditorId creditor, DebtorId debtor, String id, Verdict verdict, Recording recording)
            throws CaseworkException {
        boolean approves = verdict == Verdict.APPROVE || verdict == Verdict.REFUSE;
        Role role = approves ? Role.APPROVER : Role.CLERK;
        return desk.record(creditor, debtor, recording, role, "decide about goodwill", (file, entry) -> {
            Goodwill goodwill = file.agreements().goodwill().stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failures.refusal(Kind.USAGE, "goodwill.none", file.debtor(), id));
            if (approves) {
                Approval.refuseOwn(file, goodwill.proposedBy(), recording.actor());
            }
            Goodwill decided =
                    goodwill.decided(next(goodwill, verdict), recording.actor().name(), recording.on());
            write(entry, decided);
            return decided;
        });
    }

    private static State next(Goodwill goodwill, Verdict verdict) throws CaseworkException {
        boolean proposed = goodwill.state() == State.PROPOSED;
        boolean granted = goodwill.state() == State.GRANTED;
        if (proposed && verdict == Verdict.APPROVE) {
            return State.GRANTED;
        }
        if (proposed && verdict == Verdict.REFUSE) {
            return State.REFUSED;
        }
        if ((proposed || granted) && verdict == Verdict.CANCEL) {
            return State.CANCELLED;
        }
        if (granted && verdict == Verdict.BOOK && goodwill.kind().hasAmount()) {
            return State.BOOKED;
        }
        throw Failures.refusal(
                Kind.USAGE, "goodwill.verdict", goodwill.id(), goodwill.kind(), goodwill.state(), verdict);
    }
}
