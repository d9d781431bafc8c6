package org.quittance.api.bank;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * Until when an account is known.
 *
 * @param account as its statements name it
 * @param knownUntil the last day up to which its statements follow one another; empty if there was none, only notifications
 * @param closing balance at the end of that day's statement
 * @param gap the first statement that does not follow
 */
public record AccountState(String account, Optional<LocalDate> knownUntil, Optional<Money> closing, Optional<Gap> gap) {

    public AccountState {
        requireNonNull(account, "account");
        requireNonNull(knownUntil, "knownUntil");
        requireNonNull(closing, "closing");
        requireNonNull(gap, "gap");
    }

    /**
     * A statement that begins with another balance than the one before it ended with: one between them is missing.
     *
     * @param until day of the later statement
     */
    public record Gap(LocalDate until, Money opening) {

        public Gap {
            requireNonNull(until, "until");
            requireNonNull(opening, "opening");
        }
    }
}
