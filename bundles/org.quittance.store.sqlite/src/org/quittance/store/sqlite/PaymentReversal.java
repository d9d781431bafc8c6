package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.store.ItemChange;

/** Takes payments back: what they had settled is open again, what of them stood as credit is gone. */
final class PaymentReversal {

    /** Against what the credit of a payment that was taken back is set, so that nothing of it is open. */
    private static final String PREFIX = "taken-back:";

    private static final String KNOWN =
            "SELECT debtor, invoice, booked, taken_back FROM payment WHERE creditor = ? AND key = ?";

    private static final String MARK =
            "UPDATE payment SET taken_back = ?, taken_back_reason = ? WHERE creditor = ? AND key = ?";

    private static final String PARTS = """
        SELECT invoice, instalment, booked, minor FROM allocation
        WHERE creditor = ? AND debtor = ? AND counterpart = ? AND taken_back IS NULL\
        """;

    private static final String END_PARTS =
            "UPDATE allocation SET taken_back = ? WHERE creditor = ? AND debtor = ? AND counterpart = ?";

    private static final String END_CREDIT =
            "UPDATE allocation SET taken_back = ? WHERE creditor = ? AND debtor = ? AND invoice = ?";

    private final SqliteSession session;
    private final long creditor;
    private final LedgerWriter ledger;

    PaymentReversal(SqliteSession session, long creditor, LedgerWriter ledger) {
        this.session = session;
        this.creditor = creditor;
        this.ledger = ledger;
    }

    /** A payment as the table has it. */
    private record Payment(
            Optional<String> debtor, Optional<String> invoice, long booked, Optional<LocalDate> takenBack) {}

    /** What of a payment was set against one item. */
    private record Part(String invoice, int instalment, long booked, long minor) {}

    IntakeResult takeBack(String key, LocalDate on, String reason) throws SQLException {
        Optional<Payment> known = known(key);
        if (known.isEmpty()) {
            return IntakeResult.rejected("key", "the payment " + key + " is unknown");
        }
        Payment payment = known.get();
        if (payment.takenBack().isPresent()) {
            return IntakeResult.of(IntakeResult.Kind.UNCHANGED);
        }
        long day = on.toEpochDay();
        if (day < payment.booked()) {
            return IntakeResult.rejected(
                    "on",
                    "the payment " + key + " was booked on " + LocalDate.ofEpochDay(payment.booked())
                            + " and cannot be taken back before, on " + on);
        }
        session.update(MARK, day, reason, creditor, key);
        String debtor = debtor(payment);
        String name = PaymentIntake.PREFIX + key;
        reopen(debtor, name, day);
        endCredit(debtor, name, PREFIX + key, day);
        return IntakeResult.of(IntakeResult.Kind.CHANGED);
    }

    private Optional<Payment> known(String key) throws SQLException {
        try (ResultSet rows = session.query(KNOWN, creditor, key)) {
            return rows.next()
                    ? Optional.of(new Payment(
                            Columns.text(rows, 1), Columns.text(rows, 2), rows.getLong(3), Columns.day(rows, 4)))
                    : Optional.empty();
        }
    }

    /** A payment names its debtor or its invoice. */
    private String debtor(Payment payment) throws SQLException {
        return payment.debtor().isPresent()
                ? payment.debtor().get()
                : ledger.items(payment.invoice().get()).get(0).debtor();
    }

    private void reopen(String debtor, String name, long day) throws SQLException {
        List<Part> parts = parts(debtor, name);
        session.update(END_PARTS, day, creditor, debtor, name);
        for (Part part : parts) {
            for (LedgerWriter.Item item : ledger.items(part.invoice())) {
                if (item.instalment() == part.instalment()) {
                    // Never before the day on which it was settled: changes are taken in by their days.
                    ledger.reopen(item, Math.max(day, part.booked()), part.minor());
                }
            }
        }
    }

    private List<Part> parts(String debtor, String name) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (ResultSet rows = session.query(PARTS, creditor, debtor, name)) {
            while (rows.next()) {
                parts.add(new Part(rows.getString(1), rows.getInt(2), rows.getLong(3), rows.getLong(4)));
            }
        }
        return parts;
    }

    private void endCredit(String debtor, String name, String counterpart, long day) throws SQLException {
        for (LedgerWriter.Item credit : ledger.items(name)) {
            session.update(END_CREDIT, day, creditor, debtor, name);
            ledger.allocate(
                    credit.withOpen(credit.originalMinor()),
                    counterpart,
                    1,
                    day,
                    day,
                    -credit.originalMinor(),
                    ItemChange.Kind.CANCELLED);
        }
    }
}
