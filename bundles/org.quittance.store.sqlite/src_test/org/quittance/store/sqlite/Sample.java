package org.quittance.store.sqlite;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.LedgerWork;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreId;

/** What the tests of this bundle write. */
final class Sample {

    static final CreditorId CREDITOR = CreditorId.of("boulangerie-modele");
    static final DebtorId DEBTOR = DebtorId.of("exemple-sarl");
    static final Actor ACTOR = Actor.withAllRoles("Camille Exemple");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Currency EURO = Currency.getInstance("EUR");
    static final StoreId STORE = new StoreId("ledger-of-a-vendor");

    private Sample() {}

    static Money euros(long cents) {
        return Money.ofMinor(cents, EURO);
    }

    static ItemKey item(String invoice) {
        return ItemKey.of(CREDITOR, InvoiceId.of(invoice), 1);
    }

    static InvoiceRecord.Builder invoice(String number, long... cents) {
        List<InvoiceRecord.Instalment> instalments = Arrays.stream(cents)
                .mapToObj(amount -> new InvoiceRecord.Instalment(TODAY.minusDays(20), euros(amount)))
                .toList();
        return InvoiceRecord.of(number, DEBTOR, TODAY.minusDays(50)).instalments(instalments);
    }

    static PaymentRecord payment(String key, String invoice, long cents) {
        return new PaymentRecord(key, Optional.empty(), Optional.of(invoice), euros(cents), TODAY, TODAY);
    }

    static PreparedMessage.Builder message(RunId run, long number, String... invoices) {
        List<MessageItem> items = Arrays.stream(invoices)
                .map(invoice -> new MessageItem(
                        new ItemToken(item(invoice), "state"),
                        1,
                        "reminder-1",
                        euros(1_000),
                        euros(12),
                        Optional.of(TODAY)))
                .toList();
        return PreparedMessage.of(MessageId.of(run, number), run, DEBTOR)
                .step("reminder-1", DocumentKind.REMINDER)
                .asOf(TODAY)
                .media(List.of(Medium.EMAIL, Medium.LETTER))
                .items(items)
                .amounts(euros(1_000L * items.size()), euros(12), euros(0), euros(0))
                .facts("{\"greeting\":\"Bonjour\"}");
    }

    static RunId beginRun(SqliteCaseLedger ledger) throws LedgerException {
        RunId[] run = new RunId[1];
        write(ledger, batch -> run[0] = batch.beginRun(TODAY, STORE));
        return run[0];
    }

    static void write(SqliteCaseLedger ledger, LedgerWork work) throws LedgerException {
        ledger.write(CREDITOR, ACTOR, work);
    }
}
