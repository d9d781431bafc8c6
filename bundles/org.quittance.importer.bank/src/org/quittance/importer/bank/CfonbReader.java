package org.quittance.importer.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** Reads one file: 01 opens a statement, 04 is a movement, 05 tells more about it, 07 closes the statement. */
final class CfonbReader {

    private final LineReader lines;
    private final StatementHandler handler;
    private Optional<CfonbRecord> opened = Optional.empty();
    private Optional<Pending> pending = Optional.empty();

    /** A movement whose record 05 may still follow. */
    private record Pending(
            CfonbRecord record, LocalDate booked, LocalDate value, Money amount, Details details, CfonbDetails more) {}

    private CfonbReader(LineReader lines, StatementHandler handler) {
        this.lines = lines;
        this.handler = handler;
    }

    static void parse(LineReader lines, StatementHandler handler) throws ImportException, IOException {
        new CfonbReader(lines.cutting(), handler).read();
    }

    private void read() throws ImportException, IOException {
        while (lines.next()) {
            String line = lines.text();
            for (int from = 0; from < line.length(); from += CfonbRecord.LENGTH) {
                String text = line.substring(from, Math.min(line.length(), from + CfonbRecord.LENGTH));
                if (!text.isBlank()) {
                    record(CfonbRecord.of(lines.number(), text));
                }
            }
        }
        finishMovement();
        if (opened.isPresent()) {
            throw refusal(opened.get(), "the file ends before the closing balance (07) of this account");
        }
    }

    private void record(CfonbRecord record) throws ImportException {
        switch (record.kind()) {
            case "01" -> open(record);
            case "04" -> movement(record);
            case "05" -> complement(record);
            case "07" -> close(record);
            default ->
                throw refusal(
                        record, "«" + BankText.shown(record.kind()) + "» begins no record, expected 01, 04, 05 or 07");
        }
    }

    private void open(CfonbRecord record) throws ImportException {
        finishMovement();
        if (opened.isPresent()) {
            throw refusal(record, "an account begins before the closing balance (07) of the one before");
        }
        if (record.account().isEmpty()) {
            throw refusal(record, "the account number is empty");
        }
        record.day(35, "date");
        opened = Optional.of(record);
        handler.begin(record.line(), account(record), "", Optional.of(record.amount()));
    }

    /** The IBAN where it follows from bank, branch and number; otherwise these as they are. */
    private static String account(CfonbRecord record) {
        String bank = record.field(3, 7);
        String branch = record.field(12, 16);
        return BankText.frenchIban(bank, branch, record.account())
                .orElse((bank + "/" + branch + "/" + record.account()).replace(" ", ""));
    }

    private void movement(CfonbRecord record) throws ImportException {
        finishMovement();
        requireSameAccount(record);
        LocalDate booked = record.day(35, "date de comptabilisation");
        LocalDate value = record.field(43, 48).isBlank() ? booked : record.day(43, "date de valeur");
        Money amount = record.amount();
        Details details = new Details();
        details.otherReference(record.field(33, 34).strip());
        details.otherReference(record.field(82, 88).strip());
        details.otherReference(record.field(105, 120).strip());
        details.returnReason(BankText.reference(record.field(41, 42)));
        line(record, details, record.field(49, 79));
        pending = Optional.of(
                new Pending(record, booked, value, amount, details, new CfonbDetails(details, amount.isPositive())));
    }

    private void complement(CfonbRecord record) throws ImportException {
        requireSameAccount(record);
        if (pending.isEmpty()) {
            throw refusal(record, "a complement (05) without a movement (04) before it");
        }
        try {
            pending.get().more().take(record.field(46, 48), record.field(49, 118));
        } catch (BadValue problem) {
            throw problem.at(record.line(), "05");
        }
    }

    private static void line(CfonbRecord record, Details details, String text) throws ImportException {
        try {
            details.line(text);
        } catch (BadValue problem) {
            throw problem.at(record.line(), "libellé");
        }
    }

    private void finishMovement() throws ImportException {
        if (pending.isPresent()) {
            Pending whole = pending.get();
            pending = Optional.empty();
            whole.more().finish();
            handler.movement(new Movement(
                    whole.record().line(), whole.booked(), whole.value(), whole.amount(), false, "", whole.details()));
        }
    }

    private void close(CfonbRecord record) throws ImportException {
        finishMovement();
        requireSameAccount(record);
        opened = Optional.empty();
        handler.end(record.line(), Optional.of(record.amount()), Optional.of(record.day(35, "date")));
    }

    private void requireSameAccount(CfonbRecord record) throws ImportException {
        if (opened.isEmpty()) {
            throw refusal(record, "a record " + record.kind() + " without an opening balance (01) before it");
        }
        CfonbRecord first = opened.get();
        if (!first.accountAndCurrency().equals(record.accountAndCurrency())) {
            throw refusal(
                    record,
                    "account and currency are " + BankText.shown(record.accountAndCurrency())
                            + ", but the statement is of " + BankText.shown(first.accountAndCurrency()));
        }
    }

    private static ImportException refusal(CfonbRecord record, String reason) {
        return new ImportException(reason, record.line(), record.kind(), null);
    }
}
