package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.casework.send.MessageJournal;
import org.quittance.service.agreement.ContactService;
import org.quittance.service.agreement.DisputeService.Contested;
import org.quittance.service.agreement.ReasonCatalogue;
import org.quittance.service.agreement.ReasonCatalogue.DebtorReason;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Calls, notes and answers over the case ledger. */
@Component
public final class CaseworkContactService implements ContactService {

    private static final Set<MessageState> OPEN_TASK = Set.of(
            MessageState.APPROVED, MessageState.DEFERRED, MessageState.AWAITING_CONFIRMATION, MessageState.UNKNOWN);
    private static final int MESSAGES_MAX = 500;

    private final Desk desk;
    private final SendLedger messages;
    private final ReasonCatalogue catalogue;

    @Activate
    public CaseworkContactService(
            @Reference Desk desk,
            @Reference SendLedger messages,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ReasonCatalogue catalogue) {
        this.desk = requireNonNull(desk, "desk");
        this.messages = requireNonNull(messages, "messages");
        this.catalogue = requireNonNull(catalogue, "catalogue");
    }

    @Override
    public List<DebtorReason> reasons() {
        return catalogue.reasons();
    }

    @Override
    public CaseAgreements agreements(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        return desk.agreements(creditor, debtor);
    }

    @Override
    public List<CaseAgreements> waiting(CreditorId creditor) throws CaseworkException {
        return desk.waiting(creditor);
    }

    @Override
    public Recorded record(CreditorId creditor, DebtorId debtor, Spoken spoken, Recording recording)
            throws CaseworkException {
        Optional<DebtorReason> reason = reason(spoken);
        return desk.record(creditor, debtor, recording, Role.CLERK, "record a contact", (file, entry) -> {
            List<OpenItem> items = spoken.scope().invoices().isEmpty() ? List.of() : file.items(spoken.scope());
            List<Contact> contacts = contacts(entry, spoken, items, recording);
            List<String> applied = reason.isPresent() && spoken.effect()
                    ? apply(file, entry, reason.get(), items, spoken, recording)
                    : List.of();
            List<MessageId> closed = spoken.reached() ? closeTasks(creditor, debtor, entry, recording) : List.of();
            return new Recorded(contacts, reason, reason.map(DebtorReason::effect), applied, closed);
        });
    }

    private Optional<DebtorReason> reason(Spoken spoken) throws CaseworkException {
        if (spoken.reason().isEmpty()) {
            return Optional.empty();
        }
        String code = spoken.reason().get();
        Optional<DebtorReason> found = catalogue.reason(code);
        if (found.isEmpty()) {
            throw Failures.refusal(
                    Kind.USAGE,
                    "reason.none",
                    code,
                    catalogue.reasons().stream().map(DebtorReason::code).toList());
        }
        return found;
    }

    private static List<Contact> contacts(Entry entry, Spoken spoken, List<OpenItem> items, Recording recording) {
        List<Optional<ItemKey>> keys = new ArrayList<>();
        items.forEach(item -> keys.add(Optional.of(item.key())));
        if (keys.isEmpty()) {
            keys.add(Optional.empty());
        }
        List<Contact> contacts = new ArrayList<>();
        for (Optional<ItemKey> key : keys) {
            contacts.add(new Contact(
                    entry.nextId("contact"),
                    spoken.kind(),
                    recording.on(),
                    key,
                    spoken.reason(),
                    spoken.reached(),
                    spoken.answers() && spoken.reached(),
                    spoken.person(),
                    spoken.text()));
        }
        contacts.forEach(entry::put);
        ObjectNode json = entry.journal("contact." + spoken.kind().name().toLowerCase(Locale.ROOT));
        json.put("reached", spoken.reached());
        spoken.reason().ifPresent(code -> json.put("reason", code));
        json.put("person", spoken.person());
        json.put("text", spoken.text());
        return contacts;
    }

    /** Applies what needs no further word of the debtor; a plan or a promise has to be agreed first. */
    private static List<String> apply(
            CaseFile file, Entry entry, DebtorReason reason, List<OpenItem> items, Spoken spoken, Recording recording)
            throws CaseworkException {
        Optional<LocalDate> until = spoken.until().isPresent()
                ? spoken.until()
                : reason.days() > 0 ? Optional.of(recording.on().plusDays(reason.days())) : Optional.empty();
        return switch (reason.effect()) {
            case HOLD -> {
                List<Optional<ItemKey>> keys = new ArrayList<>();
                items.forEach(item -> keys.add(Optional.of(item.key())));
                if (keys.isEmpty()) {
                    keys.add(Optional.empty());
                }
                yield CaseworkHoldService.hold(entry, keys, reason.code(), until, recording).stream()
                        .map(Hold::id)
                        .toList();
            }
            case DISPUTE -> dispute(file, entry, reason, items, until, recording);
            case WRITING_ONLY -> List.of(mark(entry, CaseMark.Kind.WRITING_ONLY, Optional.empty(), reason, recording));
            case TRACE -> List.of(mark(entry, CaseMark.Kind.UNREACHABLE, until, reason, recording));
            case FREEZE -> List.of(mark(entry, CaseMark.Kind.INSOLVENT, spoken.until(), reason, recording));
            case PROMISE, PLAN, LADDER -> List.of();
        };
    }

    private static String mark(
            Entry entry, CaseMark.Kind kind, Optional<LocalDate> deadline, DebtorReason reason, Recording recording) {
        CaseRecord mark = CaseworkHoldService.mark(entry, kind, deadline, reason.code(), recording);
        return mark.id();
    }

    /** Everything at once is disputed by nobody: the invoice has to be named, or be the only one. */
    private static List<String> dispute(
            CaseFile file,
            Entry entry,
            DebtorReason reason,
            List<OpenItem> items,
            Optional<LocalDate> deadline,
            Recording recording)
            throws CaseworkException {
        List<OpenItem> disputed = items.isEmpty() && file.invoices().size() == 1 ? file.invoices() : items;
        Contested contested = new Contested(Scope.ALL, Optional.empty(), reason.code(), Optional.empty(), deadline);
        return CaseworkDisputeService.open(entry, disputed, contested, recording).stream()
                .map(Dispute::id)
                .toList();
    }

    private List<MessageId> closeTasks(CreditorId creditor, DebtorId debtor, Entry entry, Recording recording)
            throws LedgerException {
        List<MessageId> closed = new ArrayList<>();
        for (MessageRecord record : messages.messages(
                creditor, MessageQuery.inStates(OPEN_TASK, MESSAGES_MAX).of(debtor))) {
            if (record.message().kind() == DocumentKind.CALL_SHEET
                    && !recording.on().isBefore(record.message().asOf())) {
                MessageId task = record.message().id();
                closed.add(task);
                entry.add(batch -> MessageJournal.change(
                        batch,
                        debtor,
                        StateChange.to(MessageState.SENT, task, OPEN_TASK)
                                .on(recording.on())
                                .because("the debtor was reached by "
                                        + recording.actor().name())));
            }
        }
        return closed;
    }
}
