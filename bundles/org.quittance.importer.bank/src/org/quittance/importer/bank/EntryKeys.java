package org.quittance.importer.bank;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.MovementIdentity;
import org.quittance.api.model.Money;

/**
 * Keys of movements ({@link MovementIdentity}), the same whenever the same movement is read again. Equal movements of one statement
 * get ordinals ({@code -2}); a transaction of a batch has the key of the batch, a slash and its own. For one file and one thread.
 */
final class EntryKeys {

    private static final int ACCOUNTS_MAX = 10_000;

    private final Map<String, Counted> accounts = new HashMap<>();
    private String account = "";
    private Ordinals ordinals = new Ordinals();

    /** The last statement of an account and how often each movement has occurred in it and in those it continues. */
    private record Counted(AccountStatement statement, Ordinals ordinals) {}

    /** Counting begins anew with each statement, since it may overlap the one before; not where it continues that one. */
    void begin(long line, AccountStatement statement) throws ImportException {
        Optional<Counted> before = Optional.ofNullable(accounts.get(statement.account()));
        if (before.isEmpty() && accounts.size() >= ACCOUNTS_MAX) {
            throw new ImportException("the file has more than " + ACCOUNTS_MAX + " accounts; split it", line, "", null);
        }
        account = statement.account();
        ordinals = before.filter(counted -> continues(counted.statement(), statement))
                .map(Counted::ordinals)
                .orElseGet(Ordinals::new);
        accounts.put(account, new Counted(statement, ordinals));
    }

    private static boolean continues(AccountStatement before, AccountStatement next) {
        Optional<Money> end = before.closing();
        Optional<Money> start = next.opening();
        boolean balancesAgree = end.isEmpty() || start.isEmpty() || end.equals(start);
        return balancesAgree && !before.number().equals(next.number());
    }

    /** Of a movement that stands for itself. */
    String whole(Movement movement) throws ImportException {
        return numbered(movement.line(), base(movement));
    }

    /** Of a booking that the bank itemises. Two notifications of the same booking have only this in common. */
    String batch(Movement booking) throws ImportException {
        return numbered(booking.line(), base(booking));
    }

    /** Of one transaction of a batch. */
    String part(String batch, Movement part) throws ImportException {
        return numbered(part.line(), batch + "/" + identity(part).partKey());
    }

    private String base(Movement movement) {
        return identity(movement).key(account, movement.booked());
    }

    private static MovementIdentity identity(Movement movement) {
        Details details = movement.details();
        return new MovementIdentity(
                movement.value(),
                movement.amount(),
                movement.bankReference(),
                details.endToEndId(),
                details.counterpartyIban(),
                details.structuredReference(),
                details.otherReferences(),
                details.counterparty(),
                details.text());
    }

    private String numbered(long line, String base) throws ImportException {
        int ordinal = ordinals.next(line, base);
        return ordinal == 1 ? base : base + "-" + ordinal;
    }
}
