package org.quittance.casework.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.api.bank.AccountDays;
import org.quittance.api.bank.AccountState;
import org.quittance.api.bank.BankBook;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.model.Creditor;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.Rejection;

/**
 * The statements of the files that are imported: kept at the end of their file, after their entries, and only as complete as the file
 * was. For one thread.
 */
final class Statements {

    private final Set<String> accounts = new TreeSet<>();
    private List<AccountStatement> ofFile = new ArrayList<>();
    private boolean entriesLost;
    private boolean accountsKnown;

    void read(AccountStatement statement) {
        ofFile.add(statement);
        accounts.add(statement.account());
    }

    void entry(String account) {
        accounts.add(account);
    }

    void rejected() {
        entriesLost = true;
    }

    /** Whether entries may pay something now: some were read, or invoices that earlier ones pay. */
    boolean isToMatch(long invoices) {
        return !accounts.isEmpty() || accountsKnown && invoices > 0;
    }

    void keep(BankBook bank, String file, ImportListener listener) throws StoreException {
        List<AccountStatement> read = ofFile;
        boolean incomplete = entriesLost;
        ofFile = new ArrayList<>();
        entriesLost = false;
        for (AccountStatement statement : read) {
            bank.statement(incomplete ? withoutDay(statement) : statement);
        }
        if (incomplete && !read.isEmpty()) {
            listener.warned(new Rejection(file, 0, "", Sentence.of(Statements.class, "statement.incomplete")));
        }
    }

    private static AccountStatement withoutDay(AccountStatement statement) {
        return new AccountStatement(
                statement.account(), statement.number(), Optional.empty(), statement.opening(), statement.closing());
    }

    /** What they say of when payments are known; gaps between statements are warned about. To be called before the commit. */
    void conclude(IntakeSession session, Creditor creditor, ImportListener listener) throws StoreException {
        List<AccountState> states = session.bank().accounts();
        accountsKnown = !states.isEmpty();
        if (accounts.isEmpty()) {
            return;
        }
        for (AccountState state : states) {
            if (accounts.contains(state.account()) && state.gap().isPresent()) {
                warn(state, state.gap().get(), listener);
            }
        }
        Optional<LocalDate> known = AccountDays.knownUntil(creditor.accounts().values(), states);
        if (known.isPresent()) {
            session.paymentsKnownUntil(known.get());
        }
    }

    private static void warn(AccountState state, AccountState.Gap gap, ImportListener listener) {
        Object until = state.knownUntil().<Object>map(day -> day).orElse("–");
        listener.warned(new Rejection(
                "",
                0,
                state.account(),
                Sentence.of(
                        Statements.class,
                        "statement.missing",
                        gap.until(),
                        gap.opening(),
                        until,
                        state.closing().<Object>map(closing -> closing).orElse("–"))));
    }
}
