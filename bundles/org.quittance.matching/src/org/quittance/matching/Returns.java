package org.quittance.matching;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BankLedger;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.api.store.StoreException;

/** Finds the entry that a later one brings back: a returned direct debit, a recalled transfer. */
final class Returns {

    private final BankLedger bank;
    private final CreditorId creditor;

    Returns(BankLedger bank, CreditorId creditor) {
        this.bank = bank;
        this.creditor = creditor;
    }

    static boolean isReturn(StatementEntry entry) {
        return entry.amount().isNegative() && isReversing(entry);
    }

    /** Money out, or money back that had gone out. */
    static boolean isNoPayment(StatementEntry entry) {
        return entry.amount().isNegative() != isReversing(entry);
    }

    private static boolean isReversing(StatementEntry entry) {
        return entry.isReversal() || entry.returnReason().isPresent();
    }

    /** The only booked entry of this amount that shares an identifier with it, the surest kind of identifier first. */
    Optional<BankEntry> original(StatementEntry back) throws StoreException {
        List<BankEntry> candidates = bank.bookedWith(creditor, back.amount().negated()).stream()
                .filter(candidate -> candidate.entry().account().equals(back.account()))
                .filter(candidate -> !candidate.entry().bookingDate().isAfter(back.bookingDate()))
                .toList();
        List<Function<StatementEntry, Optional<String>>> identifiers = List.of(
                StatementEntry::endToEndId,
                StatementEntry::structuredReference,
                StatementEntry::mandate,
                StatementEntry::counterpartyIban);
        for (Function<StatementEntry, Optional<String>> identifier : identifiers) {
            Optional<String> wanted = identifier.apply(back);
            List<BankEntry> same = candidates.stream()
                    .filter(candidate -> wanted.isPresent()
                            && identifier.apply(candidate.entry()).equals(wanted))
                    .toList();
            if (!same.isEmpty()) {
                return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
