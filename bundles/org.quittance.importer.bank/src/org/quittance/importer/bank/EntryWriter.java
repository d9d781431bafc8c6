package org.quittance.importer.bank;

import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.text.Sentence;

/** Gives movements their keys and pushes them. For one file and one thread. */
final class EntryWriter {

    private final ImportSink sink;
    private final EntryKeys keys = new EntryKeys();
    private String account = "";

    EntryWriter(ImportSink sink) {
        this.sink = sink;
    }

    void statement(long line, AccountStatement statement) throws ImportException {
        account = statement.account();
        keys.begin(line, statement);
        sink.statement(line, statement);
    }

    /** A movement of nothing (a notice the bank books with zero) is none. */
    void movement(Movement movement) throws ImportException {
        if (!movement.amount().isZero()) {
            push(movement, keys.whole(movement));
        }
    }

    /** Call before the first of its parts. */
    String batch(Movement booking) throws ImportException {
        return keys.batch(booking);
    }

    void part(String batch, Movement part) throws ImportException {
        if (!part.amount().isZero()) {
            push(part, keys.part(batch, part));
        }
    }

    void rejected(long line, String field, String reason) {
        sink.rejected(line, field, reason);
    }

    void noticed(String field, Sentence notice) {
        sink.noticed(field, notice);
    }

    private void push(Movement movement, String key) {
        boolean takenBack = movement.reversal() || movement.details().isTakenBack();
        StatementEntry.Builder entry = StatementEntry.of(account, key, movement.booked(), movement.amount())
                .valueDate(movement.value())
                .reversal(takenBack);
        sink.entry(movement.line(), movement.details().onto(entry).build());
    }
}
