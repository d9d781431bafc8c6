package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKind;
import org.quittance.api.text.Sentence;

/** Takes in payments: oldest instalment of the named invoice first, the rest stays as credit of the debtor. */
final class PaymentIntake {

    /** How a payment that is not used up is named among the items; no invoice may be named so. */
    static final String PREFIX = "payment:";

    private static final String KNOWN =
            "SELECT debtor, invoice, currency, minor, booked, value_on FROM payment WHERE creditor = ? AND key = ?";

    private static final String ADD =
            "INSERT INTO payment (creditor, key, debtor, invoice, currency, minor, booked, value_on)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final SqliteSession session;
    private final long creditor;
    private final LedgerWriter ledger;

    PaymentIntake(SqliteSession session, long creditor, LedgerWriter ledger) {
        this.session = session;
        this.creditor = creditor;
        this.ledger = ledger;
    }

    IntakeResult take(PaymentRecord record) throws SQLException {
        Optional<IntakeResult> known = known(record);
        if (known.isPresent()) {
            return known.get();
        }
        List<LedgerWriter.Item> items = record.invoiceNumber().isPresent()
                ? oldestFirst(ledger.items(record.invoiceNumber().get()))
                : List.of();
        Optional<IntakeResult> unfit = unfit(record, items);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        session.update(
                ADD,
                creditor,
                record.key(),
                Codes.value(record.debtor().map(DebtorId::value)),
                Codes.value(record.invoiceNumber()),
                record.amount().currency().getCurrencyCode(),
                record.amount().minor(),
                record.bookedOn().toEpochDay(),
                record.valueDate().toEpochDay());
        allocate(record, items);
        return IntakeResult.of(IntakeResult.Kind.ADDED);
    }

    private Optional<IntakeResult> known(PaymentRecord record) throws SQLException {
        try (ResultSet rows = session.query(KNOWN, creditor, record.key())) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Optional<String> field = differing(rows, record);
            return Optional.of(
                    field.isEmpty()
                            ? IntakeResult.of(IntakeResult.Kind.UNCHANGED)
                            : IntakeResult.rejected(
                                    field.get(), Sentence.of(PaymentIntake.class, "payment.other", record.key())));
        }
    }

    private static Optional<String> differing(ResultSet rows, PaymentRecord record) throws SQLException {
        if (!Columns.text(rows, 1).equals(record.debtor().map(DebtorId::value))) {
            return Optional.of("debtor");
        }
        if (!Columns.text(rows, 2).equals(record.invoiceNumber())) {
            return Optional.of("invoice");
        }
        if (!rows.getString(3).equals(record.amount().currency().getCurrencyCode())) {
            return Optional.of("currency");
        }
        if (rows.getLong(4) != record.amount().minor()) {
            return Optional.of("amount");
        }
        if (rows.getLong(5) != record.bookedOn().toEpochDay()) {
            return Optional.of("bookedOn");
        }
        return rows.getLong(6) == record.valueDate().toEpochDay() ? Optional.empty() : Optional.of("valueDate");
    }

    private static Optional<IntakeResult> unfit(PaymentRecord record, List<LedgerWriter.Item> items) {
        try {
            InvoiceId.of(PREFIX + record.key());
        } catch (IllegalArgumentException e) {
            return Optional.of(IntakeResult.rejected("key", Sentence.of(PaymentIntake.class, "key.bad", e)));
        }
        if (record.invoiceNumber().isEmpty()) {
            return Optional.empty();
        }
        String number = record.invoiceNumber().get();
        if (items.isEmpty()) {
            return rejected("invoice", "invoice.unknown", number);
        }
        LedgerWriter.Item first = items.get(0);
        if (first.kind() != ItemKind.INVOICE) {
            return rejected("invoice", "invoice.other-kind", number);
        }
        if (!first.currency().equals(record.amount().currency().getCurrencyCode())) {
            return rejected("currency", "invoice.currency", number, first.currency());
        }
        boolean otherDebtor =
                record.debtor().isPresent() && !record.debtor().get().value().equals(first.debtor());
        return otherDebtor ? rejected("debtor", "invoice.debtor", number, first.debtor()) : Optional.empty();
    }

    private static Optional<IntakeResult> rejected(String field, String code, Object... values) {
        return Optional.of(IntakeResult.rejected(field, Sentence.of(PaymentIntake.class, code, values)));
    }

    private void allocate(PaymentRecord record, List<LedgerWriter.Item> items) throws SQLException {
        long booked = record.bookedOn().toEpochDay();
        List<Part> parts = parts(record, items);
        long left = record.amount().minor();
        boolean seenBefore = false;
        for (Part part : parts) {
            left -= part.minor();
            seenBefore |= part.booked() > booked;
        }
        String name = PREFIX + record.key();
        for (Part part : parts) {
            ledger.allocate(
                    part.item(), name, 1, part.booked(), record.valueDate().toEpochDay(), part.minor());
        }
        // A payment that was used up on its day is no item; one made before the invoice was, until the invoice came.
        if (left > 0 || seenBefore) {
            addCredit(record, name, items, parts);
        }
    }

    /** What of a payment goes to one item, from the day both are known. */
    private record Part(LedgerWriter.Item item, long booked, long minor) {}

    private static List<Part> parts(PaymentRecord record, List<LedgerWriter.Item> items) {
        List<Part> parts = new ArrayList<>();
        long left = record.amount().minor();
        for (LedgerWriter.Item item : items) {
            long minor = Math.min(left, item.openMinor());
            if (minor > 0) {
                parts.add(new Part(item, Math.max(record.bookedOn().toEpochDay(), item.issued()), minor));
                left -= minor;
            }
        }
        return parts;
    }

    private void addCredit(PaymentRecord record, String name, List<LedgerWriter.Item> items, List<Part> parts)
            throws SQLException {
        String debtor =
                items.isEmpty() ? record.debtor().get().value() : items.get(0).debtor();
        long booked = record.bookedOn().toEpochDay();
        long minor = -record.amount().minor();
        LedgerWriter.Item credit = new LedgerWriter.Item(
                debtor,
                name,
                1,
                ItemKind.PAYMENT,
                booked,
                booked,
                record.amount().currency().getCurrencyCode(),
                minor,
                minor,
                false,
                Optional.empty());
        ledger.add(credit);
        for (Part part : parts) {
            credit = ledger.allocate(
                    credit,
                    part.item().invoice(),
                    part.item().instalment(),
                    part.booked(),
                    record.valueDate().toEpochDay(),
                    part.minor());
        }
    }

    /** Instalments in the order in which money is set against them. */
    static List<LedgerWriter.Item> oldestFirst(List<LedgerWriter.Item> items) {
        List<LedgerWriter.Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingLong(LedgerWriter.Item::due).thenComparingInt(LedgerWriter.Item::instalment));
        return sorted;
    }
}
