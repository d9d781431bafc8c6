package org.quittance.importer.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.model.Money;

/**
 * Reads a file twice. The closing balance stands behind the movements but is told before them, and memory must not grow with
 * their number: the first pass checks everything and remembers the statements, the second pushes. What is wrong with the file
 * is thus known before anything of it is pushed.
 */
final class TwoPasses {

    private static final int STATEMENTS_MAX = 200_000;

    private final Path file;
    private final StatementHandler.Parser parser;

    TwoPasses(Path file, StatementHandler.Parser parser) {
        this.file = file;
        this.parser = parser;
    }

    void read(ImportSink sink) throws ImportException {
        Survey survey = new Survey();
        pass(survey);
        if (survey.statements.isEmpty()) {
            throw new ImportException("the file has no statement");
        }
        Emission emission = new Emission(survey.statements, new EntryWriter(sink));
        pass(emission);
        emission.requireAll();
    }

    private void pass(StatementHandler handler) throws ImportException {
        try (LineReader lines = LineReader.open(file)) {
            parser.parse(lines, handler);
        } catch (IOException problem) {
            throw FileProblem.of(file, problem);
        }
    }

    private static final class Survey implements StatementHandler {

        private final List<AccountStatement> statements = new ArrayList<>();
        private String account = "";
        private String number = "";
        private Optional<Money> opening = Optional.empty();
        private BalanceCheck balance = new BalanceCheck(Optional.empty(), Optional.empty());
        private boolean isComplete;

        @Override
        public boolean wantsDetails() {
            return false;
        }

        @Override
        public void begin(long line, String ofAccount, String statementNumber, Optional<Money> openingBalance)
                throws ImportException {
            if (statements.size() >= STATEMENTS_MAX) {
                throw new ImportException(
                        "the file has more than " + STATEMENTS_MAX + " statements; split it", line, "", null);
            }
            account = ofAccount;
            number = statementNumber;
            opening = openingBalance;
            balance = new BalanceCheck(openingBalance, Optional.empty());
            isComplete = true;
        }

        @Override
        public void movement(Movement movement) throws ImportException {
            balance.add(movement.line(), "amount", movement.amount());
        }

        @Override
        public void rejected(long line, String field, String reason) {
            isComplete = false;
        }

        @Override
        public void end(long line, Optional<Money> closing, Optional<LocalDate> until) throws ImportException {
            balance.close(line, "closing balance", closing);
            statements.add(
                    new AccountStatement(account, number, isComplete ? until : Optional.empty(), opening, closing));
        }
    }

    private static final class Emission implements StatementHandler {

        private final List<AccountStatement> statements;
        private final EntryWriter writer;
        private int next;

        Emission(List<AccountStatement> statements, EntryWriter writer) {
            this.statements = statements;
            this.writer = writer;
        }

        @Override
        public boolean wantsDetails() {
            return true;
        }

        @Override
        public void begin(long line, String account, String number, Optional<Money> opening) throws ImportException {
            if (next >= statements.size()) {
                throw changed();
            }
            writer.statement(line, statements.get(next));
            next++;
        }

        @Override
        public void movement(Movement movement) throws ImportException {
            writer.movement(movement);
        }

        @Override
        public void rejected(long line, String field, String reason) {
            writer.rejected(line, field, reason);
        }

        @Override
        public void end(long line, Optional<Money> closing, Optional<LocalDate> until) throws ImportException {
            if (!statements.get(next - 1).closing().equals(closing)) {
                throw changed();
            }
        }

        void requireAll() throws ImportException {
            if (next != statements.size()) {
                throw changed();
            }
        }

        private static ImportException changed() {
            return new ImportException("the file was changed while it was read; import it again");
        }
    }
}
