package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ItemChange;
import org.quittance.api.text.Sentence;

/** Takes in invoices and credit notes. */
final class InvoiceIntake {

    private static final String SET_STATE = """
        UPDATE item SET disputed = ?, evidence_grade = ?, evidence_on = ?, evidence_source = ?
        WHERE creditor = ? AND debtor = ? AND invoice = ? AND instalment = ?\
        """;

    private final SqliteSession session;
    private final long creditor;
    private final LedgerWriter ledger;

    InvoiceIntake(SqliteSession session, long creditor, LedgerWriter ledger) {
        this.session = session;
        this.creditor = creditor;
        this.ledger = ledger;
    }

    IntakeResult take(InvoiceRecord record) throws SQLException {
        Optional<IntakeResult> unfit = unfit(record);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (!ledger.add(item(record, 1))) {
            return takeAgain(record);
        }
        for (int number = 2; number <= record.instalments().size(); number++) {
            ledger.add(item(record, number));
        }
        if (record.corrects().isPresent()) {
            setAgainst(record, record.corrects().get());
        }
        return IntakeResult.of(IntakeResult.Kind.ADDED);
    }

    /**
     * New invoices that are alike go in together. The first of each part goes alone: when it is known, the others most likely
     * are, and trying them together would be in vain.
     */
    List<IntakeResult> takeAll(List<InvoiceRecord> records) throws SQLException {
        List<IntakeResult> results = new ArrayList<>(records.size());
        for (int first = 0; first < records.size(); first = results.size()) {
            IntakeResult result = take(records.get(first));
            results.add(result);
            if (result.kind() == IntakeResult.Kind.ADDED) {
                List<LedgerWriter.Item> others = plainLike(records, first);
                if (others.isEmpty() || ledger.addAll(others)) {
                    results.addAll(Collections.nCopies(others.size(), result));
                } else {
                    for (InvoiceRecord other : records.subList(first + 1, first + 1 + others.size())) {
                        results.add(take(other));
                    }
                }
            }
        }
        return results;
    }

    /** The items of the invoices after one that can go into one statement. */
    private List<LedgerWriter.Item> plainLike(List<InvoiceRecord> records, int first) throws SQLException {
        List<LedgerWriter.Item> items = new ArrayList<>(NewItems.AT_ONCE);
        LedgerWriter.Item model = item(records.get(first), 1);
        for (int next = first + 1; next < records.size() && items.size() < NewItems.AT_ONCE; next++) {
            InvoiceRecord record = records.get(next);
            if (!isPlain(record)) {
                break;
            }
            LedgerWriter.Item item = item(record, 1);
            if (!NewItems.areAlike(model, item)) {
                break;
            }
            items.add(item);
        }
        return items;
    }

    private boolean isPlain(InvoiceRecord record) throws SQLException {
        return record.instalments().size() == 1
                && record.corrects().isEmpty()
                && unfit(record).isEmpty();
    }

    private Optional<IntakeResult> unfit(InvoiceRecord record) throws SQLException {
        Optional<Sentence> badNumber = badNumber(record.number());
        if (badNumber.isPresent()) {
            return Optional.of(IntakeResult.rejected("number", badNumber.get()));
        }
        Currency currency = currency(record);
        for (InvoiceRecord.Instalment instalment : record.instalments()) {
            if (!instalment.amount().currency().equals(currency)) {
                return rejected(
                        "currency",
                        "instalments.currencies",
                        currency,
                        instalment.amount().currency());
            }
        }
        return record.corrects().isEmpty()
                ? Optional.empty()
                : unfitCorrection(record, record.corrects().get());
    }

    private static Optional<Sentence> badNumber(String number) {
        try {
            InvoiceId.of(number);
        } catch (IllegalArgumentException e) {
            return Optional.of(Sentence.of(InvoiceIntake.class, "number.bad", e));
        }
        return number.startsWith(PaymentIntake.PREFIX)
                ? Optional.of(Sentence.of(InvoiceIntake.class, "number.of-payment", PaymentIntake.PREFIX))
                : Optional.empty();
    }

    private Optional<IntakeResult> unfitCorrection(InvoiceRecord record, String corrected) throws SQLException {
        List<LedgerWriter.Item> items = ledger.items(corrected);
        if (items.isEmpty()) {
            return rejected("corrects", "invoice.unknown", corrected);
        }
        LedgerWriter.Item first = items.get(0);
        if (first.kind() != ItemKind.INVOICE) {
            return rejected("corrects", "invoice.other-kind", corrected);
        }
        if (!first.debtor().equals(record.debtor().value())) {
            return rejected("debtor", "invoice.debtor", corrected, first.debtor());
        }
        if (!first.currency().equals(currency(record).getCurrencyCode())) {
            return rejected("currency", "invoice.currency", corrected, first.currency());
        }
        return Optional.empty();
    }

    private static Optional<IntakeResult> rejected(String field, String code, Object... values) {
        return Optional.of(IntakeResult.rejected(field, Sentence.of(InvoiceIntake.class, code, values)));
    }

    private static Currency currency(InvoiceRecord record) {
        return record.instalments().get(0).amount().currency();
    }

    private static LedgerWriter.Item item(InvoiceRecord record, int number) {
        InvoiceRecord.Instalment instalment = record.instalments().get(number - 1);
        long minor = instalment.amount().minor();
        long issued = record.issueDate().toEpochDay();
        boolean credit = record.isCreditNote();
        return new LedgerWriter.Item(
                record.debtor().value(),
                record.number(),
                number,
                credit ? ItemKind.CREDIT_NOTE : ItemKind.INVOICE,
                issued,
                credit ? issued : instalment.dueDate().toEpochDay(),
                instalment.amount().currency().getCurrencyCode(),
                credit ? -minor : minor,
                credit ? -minor : minor,
                record.isDisputed(),
                record.evidence());
    }

    private void setAgainst(InvoiceRecord record, String corrected) throws SQLException {
        session.update(
                "INSERT INTO credit_note (creditor, invoice, corrects) VALUES (?, ?, ?)",
                creditor,
                record.number(),
                corrected);
        long issued = record.issueDate().toEpochDay();
        List<LedgerWriter.Item> open = PaymentIntake.oldestFirst(ledger.items(corrected));
        List<LedgerWriter.Item> credits = ledger.items(record.number());
        ItemChange.Kind closed = cancels(credits, open) ? ItemChange.Kind.CANCELLED : ItemChange.Kind.CREDITED;
        for (LedgerWriter.Item credit : credits) {
            LedgerWriter.Item left = credit;
            for (int index = 0; index < open.size() && left.openMinor() < 0; index++) {
                LedgerWriter.Item target = open.get(index);
                long minor = Math.min(-left.openMinor(), target.openMinor());
                if (minor > 0) {
                    long booked = Math.max(issued, target.issued());
                    open.set(
                            index,
                            ledger.allocate(
                                    target, credit.invoice(), credit.instalment(), booked, issued, minor, closed));
                    left = ledger.allocate(left, target.invoice(), target.instalment(), booked, issued, minor);
                }
            }
        }
    }

    /** Whether credit for all of an invoice of which nothing was paid says that it was never owed. */
    private static boolean cancels(List<LedgerWriter.Item> credits, List<LedgerWriter.Item> corrected) {
        long left = 0;
        for (LedgerWriter.Item credit : credits) {
            left -= credit.openMinor();
        }
        for (LedgerWriter.Item item : corrected) {
            if (item.openMinor() != item.originalMinor()) {
                return false;
            }
            left -= item.originalMinor();
        }
        return left >= 0;
    }

    /** An invoice whose number is known: the same content, or a new dispute or evidence, or a contradiction. */
    private IntakeResult takeAgain(InvoiceRecord record) throws SQLException {
        List<LedgerWriter.Item> known = ledger.items(record.number());
        Optional<IntakeResult> other = otherContent(record, known);
        if (other.isPresent()) {
            return other.get();
        }
        boolean changed = false;
        for (LedgerWriter.Item item : known) {
            changed |= takeOver(item, record.isDisputed(), stronger(item.evidence(), record.evidence()));
        }
        return IntakeResult.of(changed ? IntakeResult.Kind.CHANGED : IntakeResult.Kind.UNCHANGED);
    }

    private Optional<IntakeResult> otherContent(InvoiceRecord record, List<LedgerWriter.Item> known)
            throws SQLException {
        for (int index = 0; index < Math.min(known.size(), record.instalments().size()); index++) {
            Optional<String> field = differing(known.get(index), item(record, index + 1));
            if (field.isPresent()) {
                return other(field.get(), record);
            }
        }
        if (known.size() != record.instalments().size()) {
            return other("instalments", record);
        }
        Optional<String> corrects = session.text(
                "SELECT corrects FROM credit_note WHERE creditor = ? AND invoice = ?", creditor, record.number());
        return corrects.equals(record.corrects()) ? Optional.empty() : other("corrects", record);
    }

    private static Optional<String> differing(LedgerWriter.Item known, LedgerWriter.Item given) {
        if (!known.debtor().equals(given.debtor())) {
            return Optional.of("debtor");
        }
        if (known.kind() != given.kind()) {
            return Optional.of("kind");
        }
        if (known.issued() != given.issued()) {
            return Optional.of("issueDate");
        }
        if (!known.currency().equals(given.currency())) {
            return Optional.of("currency");
        }
        if (known.originalMinor() != given.originalMinor()) {
            return Optional.of("amount");
        }
        return known.due() == given.due() ? Optional.empty() : Optional.of("dueDate");
    }

    private static Optional<IntakeResult> other(String field, InvoiceRecord record) {
        return rejected(field, "invoice.other", record.number());
    }

    /** Adds evidence to an invoice; the stronger one stays. */
    IntakeResult evidence(String number, SendingEvidence evidence) throws SQLException {
        List<LedgerWriter.Item> known = ledger.items(number);
        if (known.isEmpty()) {
            return IntakeResult.rejected("number", Sentence.of(InvoiceIntake.class, "invoice.unknown", number));
        }
        boolean changed = false;
        for (LedgerWriter.Item item : known) {
            changed |= takeOver(item, item.disputed(), stronger(item.evidence(), Optional.of(evidence)));
        }
        return IntakeResult.of(changed ? IntakeResult.Kind.CHANGED : IntakeResult.Kind.UNCHANGED);
    }

    private boolean takeOver(LedgerWriter.Item item, boolean disputed, Optional<SendingEvidence> evidence)
            throws SQLException {
        if (item.disputed() == disputed && item.evidence().equals(evidence)) {
            return false;
        }
        session.update(
                SET_STATE,
                disputed ? 1 : 0,
                Codes.value(evidence.map(known -> Codes.of(known.grade()))),
                Codes.value(evidence.map(known -> known.sentOn().toEpochDay())),
                Codes.value(evidence.map(SendingEvidence::source)),
                creditor,
                item.debtor(),
                item.invoice(),
                item.instalment());
        if (item.openMinor() != 0) {
            ledger.log(item, ItemChange.Kind.CHANGED, item.issued());
        }
        return true;
    }

    static Optional<SendingEvidence> stronger(Optional<SendingEvidence> known, Optional<SendingEvidence> given) {
        if (known.isEmpty() || given.isEmpty()) {
            return known.isEmpty() ? given : known;
        }
        return known.get().grade().isAtLeast(given.get().grade()) ? known : given;
    }
}
