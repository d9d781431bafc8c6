package org.quittance.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;

/**
 * Lets two debtors of five answer, as they do after a first reminder: of a hundred ten promise, two have broken a promise, five
 * pay by instalments, five dispute and eighteen give a reason on the phone.
 */
final class Conversations {

    private static final int HUNDRED = 100;
    private static final int PROMISES = 10;
    private static final int BROKEN = 12;
    private static final int PLANS = 17;
    private static final int DISPUTES = 22;
    private static final int CALLS = 40;

    private final InvoiceStore store;
    private final CaseLedger ledger;
    private final CreditorId creditor;
    private final LocalDate today;
    private long debtors;
    private long answered;

    Conversations(InvoiceStore store, CaseLedger ledger, CreditorId creditor, LocalDate today) {
        this.store = store;
        this.ledger = ledger;
        this.creditor = creditor;
        this.today = today;
    }

    /** Returns how many debtors answered. */
    long make(Actor actor) throws StoreException, LedgerException {
        LedgerParts.read(store, creditor, today, part -> ledger.write(creditor, actor, batch -> answer(part, batch)));
        return answered;
    }

    private void answer(Map<DebtorId, List<OpenItem>> part, LedgerBatch batch) throws LedgerException {
        for (Map.Entry<DebtorId, List<OpenItem>> entry : part.entrySet()) {
            List<OpenItem> overdue = entry.getValue().stream()
                    .filter(item -> item.dueDate().isBefore(today))
                    .toList();
            int share = (int) (debtors++ % HUNDRED);
            if (share < CALLS && !overdue.isEmpty()) {
                answer(share, entry.getKey(), overdue, batch);
                answered++;
            }
        }
    }

    private void answer(int share, DebtorId debtor, List<OpenItem> overdue, LedgerBatch batch) throws LedgerException {
        Money open = overdue.get(0).open();
        if (share < PLANS) {
            batch.put(debtor, commitment(share, overdue));
            journal(batch, debtor, share < BROKEN ? "promise.made" : "plan.made");
        } else if (share < DISPUTES) {
            batch.put(debtor, dispute(overdue.get(0), Money.ofMinor(open.minor() / 2, open.currency())));
            journal(batch, debtor, "dispute.opened");
        } else {
            batch.record(debtor, call());
            journal(batch, debtor, "contact.call");
        }
    }

    private Commitment commitment(int share, List<OpenItem> overdue) {
        if (share < PROMISES) {
            return commitment(Commitment.Kind.PROMISE, overdue, today.minusDays(5), today.plusDays(5), 1);
        }
        return share < BROKEN
                ? commitment(Commitment.Kind.PROMISE, overdue, today.minusDays(20), today.minusDays(9), 1)
                : commitment(Commitment.Kind.PLAN, overdue, today.minusDays(5), today.plusDays(10), 3);
    }

    /** All that is overdue, in equal instalments a month apart. */
    private static Commitment commitment(
            Commitment.Kind kind, List<OpenItem> overdue, LocalDate madeOn, LocalDate first, int instalments) {
        Money open = Money.zero(overdue.get(0).open().currency());
        for (OpenItem item : overdue) {
            open = open.plus(item.open());
        }
        Money each = Money.ofMinor(open.minor() / instalments + 1, open.currency());
        return new Commitment(
                "bench-1",
                kind,
                Commitment.State.LIVE,
                madeOn,
                overdue.stream().map(OpenItem::key).collect(Collectors.toSet()),
                open,
                IntStream.range(0, instalments)
                        .mapToObj(number -> new Instalment(first.plusMonths(number), each))
                        .toList());
    }

    private Dispute dispute(OpenItem item, Money contested) {
        return new Dispute(
                "bench-1",
                item.key(),
                Optional.of(contested),
                "faulty",
                today.minusDays(5),
                Optional.of(today.plusDays(9)),
                Optional.empty());
    }

    private Contact call() {
        return new Contact(
                "bench-1",
                Contact.Kind.CALL,
                today.minusDays(5),
                Optional.empty(),
                Optional.of("cash-shortage"),
                true,
                true,
                "",
                "");
    }

    private static void journal(LedgerBatch batch, DebtorId debtor, String kind) throws LedgerException {
        batch.journal(JournalDraft.about(debtor, kind, "{\"v\":1,\"id\":\"bench-1\"}"));
    }
}
