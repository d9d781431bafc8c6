package org.quittance.tck.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ItemChange;

/** Items of one creditor with everything that was set against them, and the log of their changes. */
final class MemoryLedger {

    private final CreditorId creditor;
    private final Map<ItemKey, Entry> entries = new LinkedHashMap<>();
    private final List<ItemChange> changes = new ArrayList<>();

    MemoryLedger(CreditorId creditor) {
        this.creditor = creditor;
    }

    List<ItemChange> changes() {
        return changes;
    }

    /** Part of a credit on an item, from one day until it is taken back. */
    private record Part(String payment, LocalDate from, Optional<LocalDate> until, Allocation allocation) {

        boolean countsOn(LocalDate day) {
            return !from.isAfter(day) && (until.isEmpty() || until.get().isAfter(day));
        }
    }

    /** An item and its parts; amounts are positive, the kind tells the sign. */
    private static final class Entry {

        final ItemKey key;
        final DebtorId debtor;
        final ItemKind kind;
        final LocalDate issued;
        final LocalDate due;
        final Money original;
        final List<Part> parts = new ArrayList<>();
        boolean disputed;
        Optional<SendingEvidence> evidence;
        Optional<LocalDate> cancelledOn = Optional.empty();

        Entry(
                ItemKey key,
                DebtorId debtor,
                ItemKind kind,
                LocalDate issued,
                LocalDate due,
                Money original,
                Optional<SendingEvidence> evidence) {
            this.key = key;
            this.debtor = debtor;
            this.kind = kind;
            this.issued = issued;
            this.due = due;
            this.original = original;
            this.evidence = evidence;
        }

        Money openOn(LocalDate day) {
            if (issued.isAfter(day)
                    || (cancelledOn.isPresent() && !cancelledOn.get().isAfter(day))) {
                return Money.zero(original.currency());
            }
            Money open = original;
            for (Part part : parts) {
                open = part.countsOn(day) ? open.minus(part.allocation().amount()) : open;
            }
            return open;
        }

        OpenItem item(LocalDate day) {
            Money open = openOn(day);
            OpenItem.Builder builder = OpenItem.of(key, debtor)
                    .kind(kind)
                    .issued(issued)
                    .due(due)
                    .original(kind.isCredit() ? original.negated() : original)
                    .open(kind.isCredit() ? open.negated() : open)
                    .allocations(parts.stream()
                            .filter(part -> part.countsOn(day))
                            .map(Part::allocation)
                            .toList())
                    .token(open.minor() + "/" + due + "/" + disputed);
            if (disputed && !kind.isCredit()) {
                builder.disputed(open);
            }
            evidence.ifPresent(builder::evidence);
            return builder.build();
        }
    }

    List<OpenItem> open(LocalDate day) {
        return entries.values().stream()
                .filter(entry -> !entry.openOn(day).isZero())
                .map(entry -> entry.item(day))
                .toList();
    }

    void book(InvoiceRecord record) {
        List<Entry> known = of(record.number());
        if (!known.isEmpty()) {
            known.forEach(entry -> update(entry, record));
            return;
        }
        List<Entry> added = new ArrayList<>();
        for (InvoiceRecord.Instalment instalment : record.instalments()) {
            added.add(add(new Entry(
                    ItemKey.of(creditor, InvoiceId.of(record.number()), added.size() + 1),
                    record.debtor(),
                    record.isCreditNote() ? ItemKind.CREDIT_NOTE : ItemKind.INVOICE,
                    record.issueDate(),
                    record.isCreditNote() ? record.issueDate() : instalment.dueDate(),
                    instalment.amount(),
                    record.evidence())));
        }
        added.forEach(entry -> entry.disputed = record.isDisputed());
        record.corrects()
                .ifPresent(number -> added.forEach(credit -> allocate(
                        credit, record.number(), number, credit.issued, credit.issued, ItemChange.Kind.CREDITED)));
    }

    private void update(Entry entry, InvoiceRecord record) {
        entry.disputed = record.isDisputed();
        if (record.evidence().isPresent()) {
            entry.evidence = record.evidence();
        }
        log(entry, ItemChange.Kind.CHANGED, record.issueDate());
    }

    void book(PaymentRecord record) {
        DebtorId debtor = record.debtor()
                .orElseGet(() -> of(record.invoiceNumber().orElseThrow()).get(0).debtor);
        Entry credit = add(new Entry(
                ItemKey.of(creditor, InvoiceId.of("payment:" + record.key()), 1),
                debtor,
                ItemKind.PAYMENT,
                record.bookedOn(),
                record.bookedOn(),
                record.amount(),
                Optional.empty()));
        record.invoiceNumber()
                .ifPresent(number -> allocate(
                        credit, record.key(), number, record.bookedOn(), record.valueDate(), ItemChange.Kind.SETTLED));
    }

    private void allocate(
            Entry credit, String name, String number, LocalDate booked, LocalDate valueDate, ItemChange.Kind closed) {
        for (Entry target : of(number)) {
            Money amount = credit.openOn(LocalDate.MAX).min(target.openOn(LocalDate.MAX));
            if (amount.isPositive()) {
                LocalDate from = booked.isBefore(target.issued) ? target.issued : booked;
                Part part = new Part(name, from, Optional.empty(), new Allocation(valueDate, amount));
                for (Entry entry : List.of(credit, target)) {
                    entry.parts.add(part);
                    boolean settled = entry.openOn(LocalDate.MAX).isZero();
                    log(entry, settled ? closed : ItemChange.Kind.CHANGED, from);
                }
            }
        }
    }

    void returnPayment(String key, LocalDate on) {
        for (Entry entry : entries.values()) {
            boolean wasSettled = entry.openOn(LocalDate.MAX).isZero();
            boolean touched = false;
            for (int index = 0; index < entry.parts.size(); index++) {
                Part part = entry.parts.get(index);
                if (part.payment().equals(key) && part.until().isEmpty()) {
                    entry.parts.set(index, new Part(part.payment(), part.from(), Optional.of(on), part.allocation()));
                    touched = true;
                }
            }
            if (entry.key.invoice().value().equals("payment:" + key)) {
                entry.cancelledOn = Optional.of(on);
            } else if (touched) {
                log(entry, wasSettled ? ItemChange.Kind.REOPENED : ItemChange.Kind.CHANGED, on);
            }
        }
    }

    void cancel(String number, LocalDate on) {
        for (Entry entry : of(number)) {
            entry.cancelledOn = Optional.of(on);
            log(entry, ItemChange.Kind.CANCELLED, on);
        }
    }

    private Entry add(Entry entry) {
        entries.put(entry.key, entry);
        log(entry, ItemChange.Kind.CHANGED, entry.issued);
        return entry;
    }

    private List<Entry> of(String number) {
        return entries.values().stream()
                .filter(entry -> entry.key.invoice().value().equals(number))
                .toList();
    }

    private void log(Entry entry, ItemChange.Kind kind, LocalDate on) {
        changes.add(new ItemChange(entry.key, entry.debtor, kind, on));
    }
}
