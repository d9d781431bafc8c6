package org.quittance.importer.fec;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/**
 * A credit on a customer's account.
 *
 * @param key names it for ever
 * @param number of the credit note
 */
record Credit(
        long line,
        boolean isPayment,
        String key,
        String number,
        DebtorId debtor,
        Money money,
        LocalDate booked,
        LocalDate issued) {

    static Credit payment(FecLine line, String key) {
        return new Credit(
                line.line(), true, key, "", DebtorId.of(line.debtor()), line.money(), line.booked(), line.pieceDate());
    }

    /** @param number empty where the journal is none of sales, whose numbers may be those of invoices */
    static Credit note(FecLine line, String number, String key) {
        String own = line.entry().replace(FecLineReader.SEPARATOR, ' ') + " " + line.money();
        return new Credit(
                line.line(),
                false,
                key,
                number.isEmpty() ? own + key.replaceFirst("^[^#]*", "") : number,
                DebtorId.of(line.debtor()),
                line.money(),
                line.booked(),
                line.pieceDate());
    }

    /** What is left of it where a part came back: a payment of its own. */
    Credit less(Money taken) {
        return new Credit(line, isPayment, key + "-" + taken, number, debtor, money.minus(taken), booked, issued);
    }

    PaymentRecord payment(String name, Optional<String> invoice, Money amount) {
        return new PaymentRecord(name, Optional.of(debtor), invoice, amount, booked, booked);
    }

    InvoiceRecord note(Optional<String> corrects) {
        return InvoiceRecord.of(number, debtor, issued)
                .instalments(List.of(new InvoiceRecord.Instalment(issued, money)))
                .creditNote(corrects)
                .build();
    }
}
