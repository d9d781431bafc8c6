package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.api.model.SendingEvidence;
import org.quittance.casework.agreement.LifecycleCode.Effect;
import org.quittance.service.agreement.DisputeService.Contested;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseworkException;

/**
 * Statuses of the life-cycle of e-invoices in the case of their debtor: each is kept once, as a contact and in the journal, with what
 * follows from it. The same status again changes nothing, and one that a later one has undone has no effect.
 */
@Component(service = LifecycleStatuses.class)
public final class LifecycleStatuses {

    /** Begins the reason of what a status caused: code of a hold and of a contact. */
    private static final String CODE = "status-";

    /** Begins the words of a dispute that a status caused. */
    private static final String WORDS = "CDV ";

    /** What a firm that says it has paid is given elsewhere too (already-paid of the reasons). */
    private static final int PAUSE_DAYS = 7;

    private static final int DISPUTE_DAYS = 14;

    /** With VAT, of what is approved and of what is not. */
    private static final String APPROVED_AMOUNT = "MAPTTC";

    private static final String REJECTED_AMOUNT = "MNATTC";

    private final Desk desk;

    @Activate
    public LifecycleStatuses(@Reference Desk desk) {
        this.desk = requireNonNull(desk, "desk");
    }

    /** What a status proves about the sending of its invoice; empty where it proves nothing. */
    public static Optional<SendingEvidence> evidence(LifecycleStatus status) {
        Optional<EvidenceGrade> grade = isNotTransmitted(status)
                ? Optional.empty()
                : LifecycleCode.of(status.code()).flatMap(code -> code.grade);
        return grade.map(known -> new SendingEvidence(known, status.at().toLocalDate(), words(status, false)));
    }

    /**
     * Keeps a status with what follows from it.
     *
     * @param items of the invoice, open or not
     * @return whether it was new
     */
    public boolean take(
            CreditorId creditor, DebtorId debtor, List<ItemKey> items, LifecycleStatus status, Recording recording)
            throws CaseworkException {
        return desk.record(
                creditor, debtor, recording, Role.CLERK, "record the status of an invoice", (file, entry) -> {
                    boolean isNew = false;
                    for (ItemKey item : items) {
                        if (!isKnown(file, item, status)) {
                            isNew = true;
                            keep(entry, item, status);
                            follow(file, entry, item, status, recording);
                        }
                    }
                    return isNew;
                });
    }

    private static boolean isKnown(CaseFile file, ItemKey item, LifecycleStatus status) {
        return ofItem(file, item)
                .anyMatch(contact -> contact.reason().equals(Optional.of(CODE + status.code()))
                        && contact.on().equals(status.at().toLocalDate())
                        && contact.text().equals(told(status)));
    }

    private static Stream<Contact> ofItem(CaseFile file, ItemKey item) {
        return file.agreements().contacts().stream()
                .filter(contact -> contact.item().equals(Optional.of(item)));
    }

    private static void keep(Entry entry, ItemKey item, LifecycleStatus status) {
        Optional<LifecycleCode> code = LifecycleCode.of(status.code());
        boolean ofBuyer = code.filter(LifecycleCode::isOfTheBuyer).isPresent();
        entry.put(new Contact(
                entry.nextId("contact"),
                ofBuyer ? Contact.Kind.ANSWER : Contact.Kind.NOTE,
                status.at().toLocalDate(),
                Optional.of(item),
                Optional.of(CODE + status.code()),
                ofBuyer,
                ofBuyer && code.get() != LifecycleCode.TAKEN_IN_CHARGE,
                status.issuer(),
                told(status)));
        ObjectNode json = entry.journal("invoice.status");
        json.put("item", item.toString());
        json.put("code", status.code());
        json.put("label", status.label());
        json.put("at", status.at().toString());
        json.put("message", status.message());
        json.put("issuer", status.issuer());
        ArrayNode reasons = json.putArray("reasons");
        status.reasons()
                .forEach(
                        reason -> reasons.addObject().put("code", reason.code()).put("text", reason.text()));
        ArrayNode figures = json.putArray("figures");
        status.figures()
                .forEach(figure -> figures.addObject()
                        .put("type", figure.type())
                        .put("amount", figure.amount().toPlainString())
                        .put("currency", figure.currency()));
    }

    private static void follow(CaseFile file, Entry entry, ItemKey item, LifecycleStatus status, Recording recording)
            throws CaseworkException {
        Optional<LifecycleCode> code = LifecycleCode.of(status.code());
        Effect effect = isNotTransmitted(status)
                ? Effect.HOLDS
                : code.map(known -> known.effect).orElse(Effect.HOLDS);
        Optional<OpenItem> open = file.invoices().stream()
                .filter(known -> known.key().equals(item))
                .findFirst();
        switch (effect) {
            case APPROVES -> {
                lift(file, entry, item, List.of(LifecycleCode.SUSPENDED));
                closeDisputes(file, entry, item, recording);
            }
            case COMPLETES -> lift(file, entry, item, List.of(LifecycleCode.SUSPENDED));
            case RETURNS ->
                lift(file, entry, item, List.of(LifecycleCode.FACTORED, LifecycleCode.FACTORED_CONFIDENTIALLY));
            case DISPUTES -> {
                if (open.isPresent() && !isUndone(file, item, status)) {
                    dispute(file, entry, open.get(), status, recording);
                }
            }
            case HOLDS, PAUSES -> {
                Optional<LocalDate> until = effect == Effect.PAUSES
                        ? Optional.of(status.at().toLocalDate().plusDays(PAUSE_DAYS))
                        : Optional.empty();
                boolean isOver =
                        until.filter(day -> day.isBefore(recording.on())).isPresent();
                if (open.isPresent() && !isOver && !isUndone(file, item, status)) {
                    CaseworkHoldService.hold(entry, List.of(Optional.of(item)), CODE + status.code(), until, recording);
                }
            }
            case NONE -> {}
        }
    }

    /** Files come in any order: a later status that was taken before may have ended this one. */
    private static boolean isUndone(CaseFile file, ItemKey item, LifecycleStatus status) {
        Optional<LifecycleCode> code = LifecycleCode.of(status.code());
        return ofItem(file, item)
                .filter(contact -> contact.on().isAfter(status.at().toLocalDate()))
                .flatMap(contact -> contact.reason().stream())
                .filter(reason -> reason.startsWith(CODE))
                .flatMap(reason -> LifecycleCode.of(reason.substring(CODE.length())).stream())
                .anyMatch(later -> later.undoes(code));
    }

    private static void lift(CaseFile file, Entry entry, ItemKey item, List<LifecycleCode> causes) {
        List<String> reasons = causes.stream().map(cause -> CODE + cause.code).toList();
        for (Hold hold : file.agreements().holds()) {
            if (hold.item().equals(Optional.of(item)) && reasons.contains(hold.reason())) {
                entry.add(batch -> batch.lift(entry.debtor(), hold.id()));
                entry.journal("hold.lifted").put("id", hold.id());
            }
        }
    }

    private static void closeDisputes(CaseFile file, Entry entry, ItemKey item, Recording recording) {
        for (Dispute dispute : ofStatuses(file, item)) {
            Dispute closed = dispute.closed(recording.on(), Dispute.Outcome.WITHDRAWN);
            entry.put(closed);
            ObjectNode json = entry.journal("dispute.closed");
            json.put("id", closed.id());
            json.put("item", item.toString());
            json.put("outcome", Dispute.Outcome.WITHDRAWN.name());
        }
    }

    private static List<Dispute> ofStatuses(CaseFile file, ItemKey item) {
        return file.agreements().disputes().stream()
                .filter(dispute -> dispute.item().equals(item)
                        && dispute.closedOn().isEmpty()
                        && dispute.reason().startsWith(WORDS))
                .toList();
    }

    /** A later word about what is contested takes the place of the one before. */
    private static void dispute(CaseFile file, Entry entry, OpenItem item, LifecycleStatus status, Recording recording)
            throws CaseworkException {
        closeDisputes(file, entry, item.key(), recording);
        Optional<LocalDate> deadline = Optional.of(recording.on().plusDays(DISPUTE_DAYS));
        CaseworkDisputeService.open(
                entry,
                List.of(item),
                new Contested(Scope.ALL, contested(item, status), words(status, true), Optional.empty(), deadline),
                recording);
    }

    /** The contested part where the status states it and it is less than what is open; everything otherwise. */
    private static Optional<BigDecimal> contested(OpenItem item, LifecycleStatus status) {
        Money open = item.open();
        boolean isWhole = open.equals(item.original());
        Optional<BigDecimal> rejected = figure(status, REJECTED_AMOUNT, open);
        Optional<BigDecimal> part = rejected.isPresent() || !isWhole
                ? rejected
                : figure(status, APPROVED_AMOUNT, open)
                        .map(approved -> open.toDecimal().subtract(approved));
        return part.filter(amount -> amount.signum() > 0 && amount.compareTo(open.toDecimal()) < 0);
    }

    private static Optional<BigDecimal> figure(LifecycleStatus status, String type, Money open) {
        int digits = open.currency().getDefaultFractionDigits();
        return status.figures().stream()
                .filter(figure -> figure.type().equals(type))
                .filter(figure -> figure.currency().isEmpty()
                        || figure.currency().equals(open.currency().getCurrencyCode()))
                .map(LifecycleStatus.Figure::amount)
                .filter(amount -> amount.stripTrailingZeros().scale() <= digits)
                .reduce(BigDecimal::add);
    }

    private static boolean isNotTransmitted(LifecycleStatus status) {
        return status.code().equals(LifecycleCode.DEPOSITED.code)
                && status.reasons().stream().anyMatch(reason -> reason.code().equals(LifecycleCode.NOT_TRANSMITTED));
    }

    /** «CDV 207 En litige (QTE_ERR – two boxes are missing)». */
    private static String words(LifecycleStatus status, boolean withReasons) {
        String name = WORDS + (status.code() + " " + status.label()).strip();
        String why = withReasons ? reasons(status) : status.issuer();
        return why.isEmpty() ? name : name + " (" + why + ")";
    }

    /** What the contact says: the time, where there is one, and the reasons. */
    private static String told(LifecycleStatus status) {
        List<String> parts = new ArrayList<>();
        if (!status.at().toLocalTime().equals(LocalTime.MIDNIGHT)) {
            parts.add(status.at().toLocalTime().toString());
        }
        if (LifecycleCode.of(status.code()).isEmpty() && !status.label().isEmpty()) {
            parts.add(status.label());
        }
        String reasons = reasons(status);
        if (!reasons.isEmpty()) {
            parts.add(reasons);
        }
        return String.join(", ", parts);
    }

    private static String reasons(LifecycleStatus status) {
        return String.join(
                "; ",
                status.reasons().stream()
                        .map(reason -> reason.code().isEmpty() || reason.text().isEmpty()
                                ? reason.code() + reason.text()
                                : reason.code() + " – " + reason.text())
                        .distinct()
                        .toList());
    }
}
