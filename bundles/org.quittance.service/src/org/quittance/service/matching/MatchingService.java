package org.quittance.service.matching;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.service.casework.CaseworkException;

/**
 * Matches what came in on the creditor's bank accounts with what is open. What is booked is a payment like any other and stops
 * dunning in the same way. Over a vendor's ledger nothing is booked: there it only proposes. Safe for any thread.
 */
@ProviderType
public interface MatchingService {

    /**
     * Looks at every entry that is not settled: books what is sure, takes back what was returned, and proposes for the rest. Doing
     * it again changes nothing. Role CLERK.
     */
    MatchSummary match(CreditorId creditor, Actor actor) throws CaseworkException;

    /** Entries in some states with what is proposed or booked, by number. Role READER or CLERK. */
    List<Matched> list(CreditorId creditor, Set<EntryState> states, int limit, Actor actor) throws CaseworkException;

    /** Books what a person says an entry pays. Role CLERK. */
    Matched confirm(CreditorId creditor, long entry, Choice choice, Actor actor) throws CaseworkException;

    /**
     * Takes back what is booked of an entry, or that it was ignored, as if it had never been. Taking back a return books again what
     * it had brought back. Role CLERK.
     */
    Matched undo(CreditorId creditor, long entry, String reason, Actor actor) throws CaseworkException;

    /** Sets an entry aside that pays nothing. Role CLERK. */
    Matched ignore(CreditorId creditor, long entry, String reason, Actor actor) throws CaseworkException;

    /** Until when each account is known, configured ones that were never read included. */
    Freshness freshness(CreditorId creditor) throws CaseworkException;

    /** Why, in words. */
    String text(EntryMatch match, Locale language);

    /**
     * @param booked entries booked now without asking
     * @param waiting entries that wait for a person, those on account included
     * @param unknown entries that fit nothing
     * @param returned bookings that were taken back because the payment came back
     * @param proposesOnly whether the ledger is a vendor's, in which nothing is booked
     */
    record MatchSummary(long booked, long onAccount, long waiting, long unknown, long returned, boolean proposesOnly) {}

    /**
     * An entry with what is known of it.
     *
     * @param booked what is booked
     * @param proposals best first
     */
    record Matched(BankEntry entry, Optional<EntryMatch> booked, List<EntryMatch> proposals) {

        public Matched {
            requireNonNull(entry, "entry");
            requireNonNull(booked, "booked");
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * What a person chose.
     *
     * @param proposal from 1; ignored where invoices or a debtor are named
     * @param invoices what is paid, in this order, each as far as the money goes or as much as is said
     * @param debtor whose credit the money or the rest of it is
     */
    record Choice(int proposal, List<Share> invoices, Optional<DebtorId> debtor) {

        public Choice {
            invoices = List.copyOf(invoices);
            requireNonNull(debtor, "debtor");
        }

        /** What was proposed in this place, from 1. */
        public static Choice ofProposal(int proposal) {
            return new Choice(proposal, List.of(), Optional.empty());
        }
    }

    /** @param amount empty for as much as is open and the money allows */
    record Share(String invoice, Optional<Money> amount) {

        public Share {
            requireNonNull(invoice, "invoice");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * @param knownUntil for the dunning guard: the earliest over the accounts that are configured; empty if one is not known
     * @param declared whether an imported file said so, such as a mapping by {@code paymentsKnownUntil}, and not the statements
     */
    record Freshness(Optional<LocalDate> knownUntil, boolean declared, List<Account> accounts) {

        public Freshness {
            requireNonNull(knownUntil, "knownUntil");
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * @param account as its statements name it, or the IBAN of one that was never read
     * @param configured whether the creditor is paid on it
     * @param missingBefore the day of a statement that does not follow the one before; one between them is missing
     */
    record Account(
            String account, boolean configured, Optional<LocalDate> knownUntil, Optional<LocalDate> missingBefore) {

        public Account {
            requireNonNull(account, "account");
            requireNonNull(knownUntil, "knownUntil");
            requireNonNull(missingBefore, "missingBefore");
        }
    }
}
