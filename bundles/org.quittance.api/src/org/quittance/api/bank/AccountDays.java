package org.quittance.api.bank;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.BankAccount;

/** Until when payments are known, over several accounts. */
public final class AccountDays {

    private AccountDays() {}

    /**
     * The earliest day over the accounts on which a creditor is paid; empty where one of them is not known. A creditor who
     * configured none is paid on all that are read.
     */
    public static Optional<LocalDate> knownUntil(Collection<BankAccount> configured, List<AccountState> states) {
        Optional<LocalDate> earliest = Optional.empty();
        if (configured.isEmpty()) {
            for (AccountState state : states) {
                if (state.knownUntil().isEmpty()) {
                    return Optional.empty();
                }
                earliest = earlier(earliest, state.knownUntil().get());
            }
            return earliest;
        }
        for (BankAccount account : configured) {
            Optional<LocalDate> known = states.stream()
                    .filter(state -> account.isNamed(state.account()))
                    .flatMap(state -> state.knownUntil().stream())
                    .max(LocalDate::compareTo);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            earliest = earlier(earliest, known.get());
        }
        return earliest;
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, LocalDate other) {
        return one.isPresent() && one.get().isBefore(other) ? one : Optional.of(other);
    }
}
