package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Dispute.Outcome;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.service.agreement.DisputeService;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Disputes over the case ledger. */
@Component
public final class CaseworkDisputeService implements DisputeService {

    /** Long enough to ask a supplier, short enough that nobody forgets. */
    private static final int USUAL_DAYS = 14;

    private final Desk desk;

    @Activate
    public CaseworkDisputeService(@Reference Desk desk) {
        this.desk = requireNonNull(desk, "desk");
    }

    @Override
    public List<Dispute> open(CreditorId creditor, DebtorId debtor, Contested contested, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "record a dispute", (file, entry) -> {
            desk.refuseTone(file, contested.reason());
            List<OpenItem> items = file.items(contested.scope());
            if (contested.amount().isPresent() && items.size() > 1) {
                throw Failures.refusal(
                        Kind.USAGE,
                        "dispute.one-invoice",
                        items.stream().map(OpenItem::number).toList());
            }
            List<Dispute> opened = open(entry, items, contested, recording);
            for (OpenItem item : items) {
                // Outlives the dispute, so that it still counts as an answer when the dispute is over.
                entry.put(new Contact(
                        entry.nextId("contact"),
                        Contact.Kind.ANSWER,
                        recording.on(),
                        Optional.of(item.key()),
                        Optional.of(contested.reason()),
                        true,
                        true,
                        "",
                        ""));
            }
            return opened;
        });
    }

    /** One dispute per item. */
    static List<Dispute> open(Entry entry, List<OpenItem> items, Contested contested, Recording recording)
            throws CaseworkException {
        LocalDate deadline = contested.deadline().orElse(recording.on().plusDays(USUAL_DAYS));
        if (deadline.isBefore(recording.on())) {
            throw Failures.refusal(Kind.USAGE, "dispute.deadline", deadline);
        }
        List<Dispute> opened = new ArrayList<>();
        for (OpenItem item : items) {
            Optional<Money> amount = contested.amount().isPresent()
                    ? Optional.of(Amounts.part(contested.amount().get(), item.open(), "part.disputed"))
                    : Optional.empty();
            Dispute dispute = new Dispute(
                    entry.nextId("dispute"),
                    item.key(),
                    amount,
                    contested.reason(),
                    recording.on(),
                    Optional.of(deadline),
                    Optional.empty(),
                    contested.owner().orElse(recording.actor().name()),
                    Optional.empty());
            entry.put(dispute);
            journal(entry, "dispute.opened", dispute).put("reason", dispute.reason());
            opened.add(dispute);
        }
        return opened;
    }

    private static ObjectNode journal(Entry entry, String kind, Dispute dispute) {
        ObjectNode json = entry.journal(kind);
        json.put("id", dispute.id());
        json.put("item", dispute.item().toString());
        json.put("owner", dispute.owner());
        dispute.amount().ifPresent(amount -> {
            json.put("amount", amount.toDecimalString());
            json.put("currency", amount.currency().getCurrencyCode());
        });
        dispute.deadline().ifPresent(deadline -> json.put("deadline", deadline.toString()));
        return json;
    }

    @Override
    public Dispute assign(
            CreditorId creditor,
            DebtorId debtor,
            String id,
            Optional<String> owner,
            Optional<LocalDate> deadline,
            Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "assign a dispute", (file, entry) -> {
            Dispute before = openDispute(file, id);
            Dispute assigned = new Dispute(
                    before.id(),
                    before.item(),
                    before.amount(),
                    before.reason(),
                    before.openedOn(),
                    deadline.isPresent() ? deadline : before.deadline(),
                    Optional.empty(),
                    owner.orElse(before.owner()),
                    Optional.empty());
            entry.put(assigned);
            journal(entry, "dispute.assigned", assigned);
            return assigned;
        });
    }

    @Override
    public Closed close(
            CreditorId creditor,
            DebtorId debtor,
            String id,
            Outcome outcome,
            Optional<BigDecimal> credit,
            Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "close a dispute", (file, entry) -> {
            Dispute dispute = openDispute(file, id).closed(recording.on(), outcome);
            entry.put(dispute);
            ObjectNode json = journal(entry, "dispute.closed", dispute);
            json.put("outcome", outcome.name());
            Optional<Goodwill> due = credit(file, dispute, outcome, credit)
                    .map(amount -> new Goodwill(
                            entry.nextId("goodwill"),
                            Goodwill.Kind.CREDIT_DUE,
                            Goodwill.State.GRANTED,
                            Optional.of(dispute.item()),
                            Optional.of(amount),
                            dispute.id(),
                            recording.actor().name(),
                            recording.on(),
                            Optional.empty(),
                            Optional.empty()));
            due.ifPresent(goodwill -> CaseworkGoodwillService.write(entry, goodwill));
            return new Closed(dispute, due);
        });
    }

    /** What is not claimed any more; an item that was paid or credited meanwhile has nothing left. */
    private static Optional<Money> credit(CaseFile file, Dispute dispute, Outcome outcome, Optional<BigDecimal> typed)
            throws CaseworkException {
        boolean gives = outcome == Outcome.UPHELD || outcome == Outcome.SETTLED;
        if (!gives && typed.isPresent() || outcome == Outcome.SETTLED && typed.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "dispute.amount");
        }
        Optional<OpenItem> item = file.invoices().stream()
                .filter(open -> open.key().equals(dispute.item()))
                .findFirst();
        if (!gives || item.isEmpty()) {
            return Optional.empty();
        }
        Money open = item.get().open();
        if (typed.isPresent()) {
            return Optional.of(Amounts.part(typed.get(), open, "part.credit"));
        }
        return Optional.of(dispute.amount()
                .filter(amount -> amount.currency().equals(open.currency()))
                .orElse(open)
                .min(open));
    }

    private static Dispute openDispute(CaseFile file, String id) throws CaseworkException {
        Dispute dispute = file.agreements().disputes().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "dispute.none", file.debtor(), id));
        if (dispute.closedOn().isPresent()) {
            throw Failures.refusal(
                    Kind.USAGE, "dispute.closed", id, dispute.closedOn().get());
        }
        return dispute;
    }
}
