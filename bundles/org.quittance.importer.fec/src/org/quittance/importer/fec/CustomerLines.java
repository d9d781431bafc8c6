package org.quittance.importer.fec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.InvoiceRecord.Instalment;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Money;
import org.quittance.api.text.Sentence;

/**
 * Turns the lines of the customers' accounts into records: debits are invoices, credits are payments where the journal is one of money
 * and credit notes otherwise. Lettered credits wait for the rest of their group. For one file and one thread.
 */
final class CustomerLines {

    private static final int REMEMBERED_MAX = 50_000;

    private final CreditorId creditor;
    private final Books books;
    private final FecOptions options;
    private final ImportSink sink;
    private final Lettering lettering;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> sameInEntry = new HashMap<>();
    private final List<FecLine> invoiceLines = new ArrayList<>();
    private String entry = "";
    private long lost;
    private long doubtfulLines;
    private long openingCredits;
    private long otherCredits;
    /** Payments that the bank's statements tell. */
    private long leftToBank;

    CustomerLines(CreditorId creditor, Books books, FecOptions options, ImportSink sink) {
        this.creditor = creditor;
        this.books = books;
        this.options = options;
        this.sink = sink;
        this.lettering = new Lettering(sink);
    }

    /** A line was refused that may have been a payment. */
    void lost() {
        lost++;
    }

    void take(FecLine line, String account) throws BadLine, ImportException {
        if (!line.entry().equals(entry)) {
            entry = line.entry();
            sameInEntry.clear();
        }
        boolean continues = !invoiceLines.isEmpty()
                && invoiceLines.get(0).entry().equals(line.entry())
                && invoiceLines.get(0).debtor().equals(line.debtor())
                && invoiceLines.get(0).piece().equals(line.piece())
                && invoiceLines.get(0).money().currency().equals(line.money().currency());
        if (!continues || line.minor() <= 0) {
            finishInvoice();
        }
        Optional<Long> imbalance = books.imbalance(line.entry());
        if (imbalance.isPresent()) {
            throw new BadLine(
                    "EcritureNum",
                    "entry.unbalanced",
                    line.entry().split(String.valueOf(FecLineReader.SEPARATOR))[1],
                    Money.ofMinor(imbalance.get(), FecLineReader.EURO));
        }
        if (Books.isDoubtful(account)) {
            doubtfulLines += line.minor() > 0 && line.isOpen() ? 1 : 0;
        } else if (line.minor() > 0) {
            debit(line);
        } else if (line.minor() < 0) {
            credit(line);
        }
    }

    private void debit(FecLine line) throws BadLine, ImportException {
        if (books.kind(line.journal()) == JournalKind.BANK) {
            if (options.isOfBank(line.booked())) {
                leftToBank++;
                lettering.nothing(line);
                return;
            }
            if (line.isOpen()) {
                throw new BadLine("Debit", "debit.of-bank");
            }
            lettering.returned(line);
            return;
        }
        if (line.money().isZero()) {
            lettering.nothing(line);
            return;
        }
        if (line.piece().isEmpty()) {
            throw new BadLine("PieceRef", "piece.none");
        }
        invoiceLines.add(line);
    }

    /** Several lines of one entry with one number are one invoice; with one term they are due on one day. */
    private void finishInvoice() throws ImportException {
        if (invoiceLines.isEmpty()) {
            return;
        }
        List<FecLine> parts = List.copyOf(invoiceLines);
        invoiceLines.clear();
        FecLine first = parts.get(0);
        Optional<FecOptions.Term> term = options.termOf(first.debtor());
        Money total = parts.stream().map(FecLine::money).reduce(Money::plus).orElseThrow();
        InvoiceRecord.Builder invoice = InvoiceRecord.of(first.piece(), DebtorId.of(first.debtor()), first.pieceDate());
        if (term.isPresent()) {
            LocalDate due = term.get().due(first.pieceDate());
            invoice.instalments(List.of(new Instalment(due, total)));
        } else {
            invoice.dueByTerm(total);
        }
        tellDebtor(first);
        sink.invoice(first.line(), invoice.build());
        for (FecLine part : parts) {
            lettering.invoice(part);
        }
    }

    private void credit(FecLine line) throws ImportException {
        if (books.concernsDoubtful(line.entry())) {
            // The claim goes on under another account; the customer still owes it.
            lettering.nothing(line);
            return;
        }
        if (line.money().isZero()) {
            lettering.nothing(line);
            return;
        }
        tellDebtor(line);
        JournalKind kind = books.kind(line.journal());
        if (kind == JournalKind.BANK && options.isOfBank(line.booked())) {
            leftToBank++;
            lettering.nothing(line);
            return;
        }
        Credit credit = kind == JournalKind.BANK || kind == JournalKind.OPENING
                ? Credit.payment(line, key(line))
                : Credit.note(line, kind == JournalKind.SALES ? line.piece() : "", key(line));
        openingCredits += kind == JournalKind.OPENING && line.isOpen() ? 1 : 0;
        otherCredits += kind == JournalKind.OTHER ? 1 : 0;
        if (line.isOpen()) {
            push(credit);
        } else {
            lettering.credit(line, credit);
        }
    }

    private void push(Credit credit) {
        if (credit.isPayment()) {
            PaymentRecord payment = credit.payment(credit.key(), Optional.empty(), credit.money());
            sink.payment(credit.line(), payment);
        } else {
            sink.invoice(credit.line(), credit.note(Optional.empty()));
        }
    }

    /** The same whenever the same line is read again; equal lines of one entry are counted. */
    private String key(FecLine line) {
        String content = "fec:" + line.entry().replace(FecLineReader.SEPARATOR, ':') + ":" + line.debtor() + ":"
                + line.piece() + ":" + line.money();
        int ordinal = sameInEntry.merge(content, 1, Integer::sum);
        return ordinal == 1 ? content : content + "#" + ordinal;
    }

    private void tellDebtor(FecLine line) {
        if (told.size() >= REMEMBERED_MAX) {
            told.clear();
        }
        if (told.add(line.debtor())) {
            sink.debtorUnlessKnown(
                    line.line(),
                    Debtor.named(new DebtorKey(creditor, DebtorId.of(line.debtor())), line.name())
                            .build());
        }
    }

    void finish() throws ImportException {
        finishInvoice();
        lettering.finish();
        notice("CompteNum", "notice.doubtful", doubtfulLines);
        notice("JournalCode", "notice.opening", openingCredits);
        notice("JournalCode", "notice.other", otherCredits);
        notice("JournalCode", "notice.bank", leftToBank);
        Optional<LocalDate> until = options.lastPayment() ? books.lastBankDay() : options.knownUntil();
        if (until.isPresent() && lost > 0) {
            sink.noticed("paymentsKnownUntil", Sentence.of(CustomerLines.class, "notice.lost", until.get(), lost));
        } else if (until.isPresent()) {
            sink.paymentsKnownUntil(until.get());
        }
    }

    private void notice(String field, String code, long count) {
        if (count > 0) {
            sink.noticed(field, Sentence.of(CustomerLines.class, code, count));
        }
    }
}
