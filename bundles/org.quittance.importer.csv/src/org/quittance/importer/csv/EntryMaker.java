package org.quittance.importer.csv;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.MovementIdentity;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Money;

/**
 * Makes entries of bank statements. What comes in is positive in one column of amounts, or stands in a column of its own. For one file and
 * one thread.
 */
final class EntryMaker implements Maker {

    private static final int ACCOUNTS_MAX = 10_000;

    private final Fields fields;
    /** Equal movements of one file are counted. */
    private final PaymentKeys keys = new PaymentKeys("-");

    private final Map<String, LocalDate> lastBooked = new TreeMap<>();

    EntryMaker(Fields fields) {
        this.fields = fields;
    }

    @Override
    public Ready make(long line) throws RowProblem {
        String account = fields.identifier("account").replaceAll("\\s", "");
        LocalDate booked = fields.date("bookedOn");
        LocalDate value = fields.isBlank("valueDate") ? booked : fields.date("valueDate");
        Currency currency = fields.currency();
        Money amount = Money.ofMinor(minor(currency), currency);
        if (amount.isZero()) {
            return (where, sink) -> note(account, booked);
        }
        Optional<String> iban = plain("counterpartyIban");
        Optional<String> reference = plain("reference");
        Optional<String> endToEndId = fields.optionalIdentifier("endToEndId").filter(id -> !id.equals("NOTPROVIDED"));
        Optional<String> counterparty = fields.optionalIdentifier("counterparty");
        String text = fields.text("text");
        String bankReference = fields.isBlank("key") ? "" : fields.identifier("key");
        String base = new MovementIdentity(
                        value,
                        amount,
                        bankReference,
                        endToEndId.orElse(""),
                        iban.orElse(""),
                        reference.orElse(""),
                        "",
                        counterparty.orElse(""),
                        text)
                .key(account, booked);
        return (where, sink) -> {
            note(account, booked);
            sink.entry(
                    where,
                    StatementEntry.of(account, keys.key(base), booked, amount)
                            .valueDate(value)
                            .counterparty(counterparty)
                            .counterpartyIban(iban)
                            .structuredReference(reference)
                            .endToEndId(endToEndId)
                            .text(text)
                            .build());
        };
    }

    private void note(String account, LocalDate booked) {
        if (lastBooked.size() >= ACCOUNTS_MAX) {
            throw new LimitExceeded("entry.accounts", ACCOUNTS_MAX);
        }
        lastBooked.merge(account, booked, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** A debit is subtracted whether or not the bank writes it with a minus. */
    private long minor(Currency currency) throws RowProblem {
        if (fields.has("amount")) {
            return fields.minor("amount", currency);
        }
        long credit = fields.isBlank("credit") ? 0 : fields.minor("credit", currency);
        long debit = fields.isBlank("debit") ? 0 : Math.abs(fields.minor("debit", currency));
        if (credit != 0 && debit != 0) {
            throw new RowProblem(fields.label("credit"), "entry.both");
        }
        if (fields.isBlank("credit") && fields.isBlank("debit")) {
            throw new RowProblem(fields.label("credit"), "entry.neither");
        }
        return credit - debit;
    }

    private Optional<String> plain(String field) throws RowProblem {
        return fields.optionalIdentifier(field)
                .map(text -> text.replaceAll("\\s", ""))
                .filter(text -> !text.isEmpty());
    }

    /** Tells of every account in the file until when it is known. */
    void known(Mapping.KnownUntil until, ImportSink sink) {
        lastBooked.forEach((account, last) -> {
            Optional<LocalDate> day = until.lastPayment() ? Optional.of(last) : until.day();
            sink.statement(0, new AccountStatement(account, "", day, Optional.empty(), Optional.empty()));
        });
    }
}
