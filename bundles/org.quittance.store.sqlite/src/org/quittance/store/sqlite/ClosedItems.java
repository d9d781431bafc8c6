package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.store.ClosedItem;
import org.quittance.api.store.ItemChange;

/** Reads the instalments of one invoice of which nothing was open at the end of a day, with what had been set against them. */
final class ClosedItems {

    private static final String PARTS = "SELECT a.counterpart, a.booked, a.minor FROM allocation a"
            + " WHERE a.creditor = ? AND a.debtor = ? AND a.invoice = ? AND a.instalment = ? AND " + ItemsOnDay.COUNTS
            + " ORDER BY a.booked, a.counterpart";

    private final SqliteSession session;
    private final CreditorId creditor;
    private final long key;
    private final long day;

    ClosedItems(SqliteSession session, CreditorId creditor, long key, LocalDate asOf) {
        this.session = session;
        this.creditor = creditor;
        this.key = key;
        this.day = asOf.toEpochDay();
    }

    List<ClosedItem> of(String number) throws SQLException {
        List<LedgerWriter.Item> items = new LedgerWriter(session, key).items(number);
        List<List<ClosedItem.Part>> parts = new ArrayList<>();
        for (LedgerWriter.Item item : items) {
            parts.add(parts(item));
        }
        boolean isCancelled = isCancelled(items, parts);
        List<ClosedItem> closed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            LedgerWriter.Item item = items.get(i);
            if (item.kind() == ItemKind.INVOICE && isClosed(item, parts.get(i))) {
                closed.add(closed(item, parts.get(i), isCancelled));
            }
        }
        return closed;
    }

    private List<ClosedItem.Part> parts(LedgerWriter.Item item) throws SQLException {
        List<ClosedItem.Part> parts = new ArrayList<>();
        try (ResultSet rows = session.query(PARTS, key, item.debtor(), item.invoice(), item.instalment(), day, day)) {
            while (rows.next()) {
                String counterpart = Columns.string(rows, 1);
                boolean isMoney = counterpart.startsWith(PaymentIntake.PREFIX);
                parts.add(new ClosedItem.Part(
                        isMoney ? counterpart.substring(PaymentIntake.PREFIX.length()) : counterpart,
                        isMoney,
                        LocalDate.ofEpochDay(rows.getLong(2)),
                        Money.ofMinor(rows.getLong(3), Currency.getInstance(item.currency()))));
            }
        }
        return parts;
    }

    private static boolean isClosed(LedgerWriter.Item item, List<ClosedItem.Part> parts) {
        long left = item.originalMinor();
        for (ClosedItem.Part part : parts) {
            left -= part.amount().minor();
        }
        return left == 0 && !parts.isEmpty();
    }

    /** Whether one credit note took all of the invoice, as intake judges it. */
    private static boolean isCancelled(List<LedgerWriter.Item> items, List<List<ClosedItem.Part>> parts) {
        long notes = parts.stream()
                .flatMap(List::stream)
                .map(ClosedItem.Part::reference)
                .distinct()
                .count();
        boolean isMoney = parts.stream().flatMap(List::stream).anyMatch(ClosedItem.Part::isMoney);
        for (int i = 0; i < items.size(); i++) {
            if (!isClosed(items.get(i), parts.get(i))) {
                return false;
            }
        }
        return notes == 1 && !isMoney;
    }

    private ClosedItem closed(LedgerWriter.Item item, List<ClosedItem.Part> parts, boolean isCancelled) {
        LocalDate on = parts.get(parts.size() - 1).on();
        boolean byMoney =
                parts.stream().anyMatch(part -> part.isMoney() && part.on().equals(on));
        ItemChange.Kind how =
                isCancelled ? ItemChange.Kind.CANCELLED : byMoney ? ItemChange.Kind.SETTLED : ItemChange.Kind.CREDITED;
        return new ClosedItem(
                ItemKey.of(creditor, InvoiceId.of(item.invoice()), item.instalment()),
                DebtorId.of(item.debtor()),
                item.invoice(),
                Money.ofMinor(item.originalMinor(), Currency.getInstance(item.currency())),
                how,
                on,
                parts);
    }
}
