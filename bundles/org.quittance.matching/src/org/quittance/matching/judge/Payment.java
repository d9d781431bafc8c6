package org.quittance.matching.judge;

import java.util.List;
import org.quittance.api.importer.StatementEntry;
import org.quittance.matching.index.Folding;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.PayerIndex;

/** What an entry says: the invoices it names, and who pays. */
final class Payment {

    private final StatementEntry entry;
    private final NumberSearch text;
    private final References references;
    private final Who who;

    Payment(InvoiceIndex index, PayerIndex payers, LetterItems letters, StatementEntry entry) {
        this.entry = entry;
        StringBuilder words = new StringBuilder(entry.text());
        entry.endToEndId().ifPresent(id -> words.append('\n').append(id));
        entry.structuredReference().ifPresent(reference -> words.append('\n').append(reference));
        this.text = new NumberSearch(index, words.toString());
        this.references = new References(index, letters, words.toString());
        this.who = Who.of(payers, entry);
    }

    StatementEntry entry() {
        return entry;
    }

    NumberSearch text() {
        return text;
    }

    References references() {
        return references;
    }

    Who who() {
        return who;
    }

    long minor() {
        return entry.amount().minor();
    }

    long day() {
        return entry.bookingDate().toEpochDay();
    }

    /**
     * Who pays, as far as the bank tells.
     *
     * @param debtor -1 where that is not one debtor for sure
     * @param possible everyone it may be
     */
    record Who(int debtor, Sureness sureness, int[] possible) {

        /** How the payer is known, the surest first. */
        enum Sureness {
            /** An account that paid for this debtor alone, under a name like his. */
            ACCOUNT_AND_NAME,
            /** The name in the directory, which no other debtor has. */
            NAME,
            /** An account that paid for this debtor alone, under another name. */
            ACCOUNT,
            /** A name like one debtor's. */
            LIKE_NAME,
            NOBODY
        }

        static Who of(PayerIndex payers, StatementEntry entry) {
            List<String> name = Folding.words(
                    entry.ultimateCounterparty().or(entry::counterparty).orElse(""));
            int[] byAccount = entry.counterpartyIban().map(payers::byAccount).orElse(new int[0]);
            int[] byName = name.isEmpty() ? new int[0] : payers.byName(name);
            if (byAccount.length == 1) {
                boolean alike = contains(byName, byAccount[0]) || Folding.isAlike(name, payers.words(byAccount[0]));
                return new Who(byAccount[0], alike ? Sureness.ACCOUNT_AND_NAME : Sureness.ACCOUNT, byAccount);
            }
            if (byAccount.length > 1) {
                int both = only(byAccount, byName);
                return new Who(both, both < 0 ? Sureness.NOBODY : Sureness.ACCOUNT_AND_NAME, byAccount);
            }
            if (byName.length > 0) {
                boolean one = byName.length == 1;
                return new Who(one ? byName[0] : -1, one ? Sureness.NAME : Sureness.NOBODY, byName);
            }
            List<Integer> alike = payers.alike(name);
            boolean one = alike.size() == 1;
            return new Who(
                    one ? alike.get(0) : -1,
                    one ? Sureness.LIKE_NAME : Sureness.NOBODY,
                    alike.stream().mapToInt(Integer::intValue).toArray());
        }

        private static int only(int[] some, int[] others) {
            int found = -1;
            for (int one : some) {
                if (contains(others, one)) {
                    if (found >= 0) {
                        return -1;
                    }
                    found = one;
                }
            }
            return found;
        }

        private static boolean contains(int[] numbers, int wanted) {
            for (int number : numbers) {
                if (number == wanted) {
                    return true;
                }
            }
            return false;
        }

        boolean mayBe(int wanted) {
            return contains(possible, wanted);
        }

        boolean isSure() {
            return sureness == Sureness.ACCOUNT_AND_NAME || sureness == Sureness.NAME;
        }
    }
}
