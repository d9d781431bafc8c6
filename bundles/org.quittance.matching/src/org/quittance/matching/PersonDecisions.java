package org.quittance.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.matching.MatchReason;
import org.quittance.service.matching.MatchingService.Choice;
import org.quittance.service.matching.MatchingService.Share;

/** What a person decides about one entry. */
final class PersonDecisions {

    private static final int PAGE = 1_000;

    private final Ledgers ledgers;
    private final CreditorId creditor;
    private final Actor actor;

    PersonDecisions(Ledgers ledgers, CreditorId creditor, Actor actor) {
        this.ledgers = ledgers;
        this.creditor = creditor;
        this.actor = actor;
    }

    void confirm(long number, Choice choice, LocalDate today) throws StoreException, CaseworkException {
        BankEntry entry = entry(number);
        if (!ledgers.books()) {
            throw new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "match.foreign-ledger"));
        }
        if (Returns.isReturn(entry.entry()) || Returns.isNoPayment(entry.entry())) {
            throw new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "entry.no-payment", number));
        }
        EntryMatch match = choice.invoices().isEmpty() && choice.debtor().isEmpty()
                ? proposed(entry, choice.proposal())
                : chosen(entry, choice, today);
        write(session -> {
            IntakeResult result = session.bank().book(number, match, false);
            if (result.kind() == IntakeResult.Kind.REJECTED) {
                throw refused(result);
            }
        });
    }

    private EntryMatch proposed(BankEntry entry, int proposal) throws StoreException, CaseworkException {
        List<EntryMatch> proposals =
                ledgers.bank().proposals(creditor, Set.of(entry.number())).getOrDefault(entry.number(), List.of());
        if (proposal < 1 || proposal > proposals.size()) {
            throw new CaseworkException(
                    Kind.USAGE,
                    Sentence.of(PersonDecisions.class, "entry.proposals", entry.number(), proposals.size()));
        }
        EntryMatch match = proposals.get(proposal - 1);
        return new EntryMatch(match.score(), match.reason(), true, match.parts());
    }

    private EntryMatch chosen(BankEntry entry, Choice choice, LocalDate today)
            throws StoreException, CaseworkException {
        Money left = entry.entry().amount();
        List<MatchPart> parts = new ArrayList<>();
        for (Share share : choice.invoices()) {
            Money open = Money.zero(left.currency());
            Optional<DebtorId> debtor = Optional.empty();
            for (OpenItem item : ledgers.store().find(creditor, share.invoice(), today)) {
                if (!item.kind().isCredit() && item.open().currency().equals(left.currency())) {
                    open = open.plus(item.open());
                    debtor = Optional.of(item.debtor());
                }
            }
            Money wanted = share.amount().orElse(open.min(left));
            if (debtor.isEmpty() || !wanted.isPositive() || wanted.compareTo(left) > 0 || wanted.compareTo(open) > 0) {
                throw new CaseworkException(
                        Kind.INPUT,
                        Sentence.of(PersonDecisions.class, "entry.share", share.invoice(), open, entry.number(), left));
            }
            parts.add(MatchPart.paying(debtor.get(), share.invoice(), wanted));
            left = left.minus(wanted);
        }
        if (left.isPositive()) {
            parts.add(MatchPart.credit(creditOf(entry, choice, parts), left));
        }
        return new EntryMatch(EntryMatch.SCORE_MAX, MatchReason.PERSON.name(), true, parts);
    }

    private static DebtorId creditOf(BankEntry entry, Choice choice, List<MatchPart> parts) throws CaseworkException {
        if (choice.debtor().isPresent()) {
            return choice.debtor().get();
        }
        List<DebtorId> debtors =
                parts.stream().map(MatchPart::debtor).distinct().toList();
        if (debtors.size() != 1) {
            throw new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "entry.rest", entry.number()));
        }
        return debtors.get(0);
    }

    void undo(long number, String reason) throws StoreException, CaseworkException {
        BankEntry entry = entry(number);
        switch (entry.state()) {
            case BOOKED, ON_ACCOUNT -> {
                EntryMatch match = lastMatch(number).match();
                write(session -> {
                    session.bank().takeBack(number, Optional.empty(), reason, EntryState.WAITING, Optional.empty());
                    session.bank().decide(number, EntryState.WAITING, entry.debtor(), List.of(match));
                });
            }
            case IGNORED ->
                write(session -> session.bank().decide(number, EntryState.NEW, Optional.empty(), List.of()));
            case RETURN -> undoReturn(number);
            default ->
                throw new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "entry.not-booked", number));
        }
    }

    private BookedMatch lastMatch(long number) throws StoreException {
        return ledgers.bank()
                .lastMatch(creditor, number)
                .orElseThrow(() -> new IllegalStateException("entry " + number + " is booked without a match"));
    }

    /** What came back is booked again, and the return waits. */
    private void undoReturn(long number) throws StoreException, CaseworkException {
        long after = 0;
        List<BankEntry> page = ledgers.bank().entries(creditor, Set.of(EntryState.RETURNED), after, PAGE);
        while (!page.isEmpty()) {
            for (BankEntry original : page) {
                BookedMatch match = lastMatch(original.number());
                if (match.source().equals(Optional.of(number))) {
                    write(session -> {
                        IntakeResult result = session.bank().book(original.number(), match.match(), match.automatic());
                        if (result.kind() == IntakeResult.Kind.REJECTED) {
                            throw refused(result);
                        }
                        session.bank().decide(number, EntryState.IGNORED, original.debtor(), List.of());
                    });
                    return;
                }
            }
            after = page.get(page.size() - 1).number();
            page = ledgers.bank().entries(creditor, Set.of(EntryState.RETURNED), after, PAGE);
        }
        throw new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "entry.no-return", number));
    }

    void ignore(long number, String reason) throws StoreException, LedgerException, CaseworkException {
        BankEntry entry = entry(number);
        switch (entry.state()) {
            case BOOKED, RETURNED, RETURN ->
                throw new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "entry.booked", number));
            case ON_ACCOUNT ->
                write(session -> {
                    session.bank().takeBack(number, Optional.empty(), reason, EntryState.IGNORED, Optional.empty());
                    session.bank().decide(number, EntryState.IGNORED, entry.debtor(), List.of());
                });
            default -> write(session -> session.bank().decide(number, EntryState.IGNORED, entry.debtor(), List.of()));
        }
        new MatchJournal(ledgers, creditor, actor).ignored(number, reason);
    }

    private static CaseworkException refused(IntakeResult result) {
        return new CaseworkException(
                Kind.INPUT, result.reason().orElse(Sentence.of(PersonDecisions.class, "match.refused")));
    }

    private BankEntry entry(long number) throws StoreException, CaseworkException {
        return ledgers.bank()
                .entry(creditor, number)
                .orElseThrow(() ->
                        new CaseworkException(Kind.USAGE, Sentence.of(PersonDecisions.class, "entry.none", number)));
    }

    /** What is written about one entry. */
    private interface Writing {

        void run(IntakeSession session) throws StoreException, CaseworkException;
    }

    private void write(Writing writing) throws StoreException, CaseworkException {
        try (IntakeSession session =
                ledgers.intake().open(creditor, actor, ledgers.clock().now())) {
            writing.run(session);
            session.commit();
        }
    }
}
