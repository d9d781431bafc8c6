package org.quittance.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.store.StoreException;
import org.quittance.matching.judge.Judge;
import org.quittance.matching.judge.Judge.Stage;
import org.quittance.matching.judge.Judgement;
import org.quittance.matching.judge.Rules;
import org.quittance.matching.judge.Together;
import org.quittance.service.matching.MatchReason;
import org.quittance.service.matching.MatchingService.MatchSummary;

/**
 * One matching of everything that is not settled. Entries are read and written in pages, each page in one transaction; a pass that
 * breaks off is simply done again.
 */
final class MatchPass {

    private static final Set<EntryState> UNSETTLED =
            EnumSet.of(EntryState.NEW, EntryState.ON_ACCOUNT, EntryState.WAITING, EntryState.UNKNOWN);

    private static final int PAGE = 1_000;

    /** Booking one payment may leave only one explanation for another; in practice two rounds are enough. */
    private static final int ROUNDS_MAX = 10;

    private final Ledgers ledgers;
    private final CreditorId creditor;
    private final Actor actor;
    private final Rules rules;
    private final Returns returns;
    private long booked;
    private long returned;

    MatchPass(Ledgers ledgers, CreditorId creditor, Actor actor, Rules rules) {
        this.ledgers = ledgers;
        this.creditor = creditor;
        this.actor = actor;
        this.rules = rules;
        this.returns = new Returns(ledgers.bank(), creditor);
    }

    /** What is to be written of one page. */
    private interface Decision {

        void write(IntakeSession session) throws StoreException;
    }

    MatchSummary run(LocalDate today) throws StoreException {
        takeBackReturned();
        if (!ledgers.bank().entries(creditor, UNSETTLED, 0, 1).isEmpty()) {
            OpenLedger open = OpenLedger.read(ledgers, creditor, today);
            Judge judge = new Judge(
                    open.invoices(), open.payers(), new LetterReferences(ledgers.messages(), creditor), rules);
            Together together = new Together(open.invoices());
            if (ledgers.books()) {
                round(judge, open, Stage.NAMED, together);
            }
            long before;
            int rounds = 0;
            do {
                before = booked;
                together.clear();
                round(judge, open, Stage.ALL, together);
            } while (booked > before && ++rounds < ROUNDS_MAX);
            for (Together.Group group : together.find()) {
                join(group, open);
            }
            takeBackReturned();
        }
        return new MatchSummary(
                booked,
                count(EntryState.ON_ACCOUNT),
                count(EntryState.WAITING),
                count(EntryState.UNKNOWN),
                returned,
                !ledgers.books());
    }

    private long count(EntryState state) throws StoreException {
        long count = 0;
        long after = 0;
        List<BankEntry> page = ledgers.bank().entries(creditor, Set.of(state), after, PAGE);
        while (!page.isEmpty()) {
            count += page.size();
            after = page.get(page.size() - 1).number();
            page = ledgers.bank().entries(creditor, Set.of(state), after, PAGE);
        }
        return count;
    }

    private void round(Judge judge, OpenLedger open, Stage stage, Together together) throws StoreException {
        long after = 0;
        List<BankEntry> page = ledgers.bank().entries(creditor, UNSETTLED, after, PAGE);
        while (!page.isEmpty()) {
            List<Decision> decisions = new ArrayList<>();
            Map<Long, List<EntryMatch>> known = ledgers.bank()
                    .proposals(creditor, page.stream().map(BankEntry::number).toList());
            for (BankEntry entry : page) {
                if (!Returns.isReturn(entry.entry())) {
                    decide(
                            entry,
                            known.getOrDefault(entry.number(), List.of()),
                            judge,
                            open,
                            stage,
                            together,
                            decisions);
                }
            }
            write(decisions);
            after = page.get(page.size() - 1).number();
            page = ledgers.bank().entries(creditor, UNSETTLED, after, PAGE);
        }
    }

    private void decide(
            BankEntry entry,
            List<EntryMatch> known,
            Judge judge,
            OpenLedger open,
            Stage stage,
            Together together,
            List<Decision> decisions)
            throws StoreException {
        if (Returns.isNoPayment(entry.entry())) {
            decisions.add(session ->
                    session.bank().decide(entry.number(), EntryState.NO_PAYMENT, Optional.empty(), List.of()));
            return;
        }
        Judgement judgement = judge.judge(entry.entry(), stage);
        boolean may = judgement.booked().isPresent() && ledgers.books() && !isTakenBackByAPerson(entry);
        if (may && !judgement.booked().get().isCreditOnly()) {
            EntryMatch match = judgement.booked().get();
            open.book(entry.entry(), match);
            booked++;
            decisions.add(session -> book(session, entry, match));
        } else if (stage == Stage.ALL) {
            propose(entry, known, judgement, may, decisions);
            if (judgement.loose().isPresent() && !isTakenBackByAPerson(entry)) {
                together.add(entry.number(), judgement.loose().get());
            }
        }
    }

    /** Payments that make an invoice together, in one transaction. */
    private void join(Together.Group group, OpenLedger open) throws StoreException {
        Map<Long, List<EntryMatch>> known =
                ledgers.bank().proposals(creditor, group.matches().keySet());
        List<Decision> decisions = new ArrayList<>();
        for (Map.Entry<Long, EntryMatch> one : group.matches().entrySet()) {
            BankEntry entry = ledgers.bank().entry(creditor, one.getKey()).orElseThrow();
            EntryMatch match = one.getValue();
            if (ledgers.books() && match.score() >= rules.bookFrom()) {
                open.book(entry.entry(), match);
                booked++;
                decisions.add(session -> book(session, entry, match));
            } else {
                List<EntryMatch> proposals = new ArrayList<>(List.of(match));
                proposals.addAll(known.getOrDefault(entry.number(), List.of()));
                EntryState state = entry.state() == EntryState.ON_ACCOUNT ? EntryState.ON_ACCOUNT : EntryState.WAITING;
                decisions.add(session -> session.bank().decide(entry.number(), state, entry.debtor(), proposals));
            }
        }
        write(decisions);
    }

    /** What a person took back is proposed again and never booked unasked. */
    private boolean isTakenBackByAPerson(BankEntry entry) throws StoreException {
        if (entry.state() == EntryState.NEW) {
            return false;
        }
        Optional<BookedMatch> last = ledgers.bank().lastMatch(creditor, entry.number());
        return last.isPresent() && last.get().undone();
    }

    private void book(IntakeSession session, BankEntry entry, EntryMatch match) throws StoreException {
        IntakeResult result = session.bank().book(entry.number(), match, true);
        if (result.kind() == IntakeResult.Kind.REJECTED) {
            booked--;
            session.bank().decide(entry.number(), EntryState.WAITING, entry.debtor(), List.of(match));
        }
    }

    private void propose(
            BankEntry entry, List<EntryMatch> known, Judgement judgement, boolean onAccount, List<Decision> decisions) {
        List<EntryMatch> proposals = new ArrayList<>();
        judgement.booked().filter(match -> !match.isCreditOnly()).ifPresent(proposals::add);
        proposals.addAll(judgement.proposals());
        boolean credited = onAccount || entry.state() == EntryState.ON_ACCOUNT;
        EntryState state =
                credited ? EntryState.ON_ACCOUNT : proposals.isEmpty() ? EntryState.UNKNOWN : EntryState.WAITING;
        if (state == entry.state() && proposals.equals(known)) {
            return;
        }
        decisions.add(session -> {
            if (onAccount && entry.state() != EntryState.ON_ACCOUNT) {
                session.bank().book(entry.number(), judgement.booked().get(), true);
            }
            session.bank()
                    .decide(
                            entry.number(),
                            state,
                            credited && entry.debtor().isPresent() && !onAccount ? entry.debtor() : judgement.debtor(),
                            proposals);
        });
    }

    private void takeBackReturned() throws StoreException {
        if (!ledgers.books()) {
            return;
        }
        long after = 0;
        List<BankEntry> page = ledgers.bank().entries(creditor, UNSETTLED, after, PAGE);
        while (!page.isEmpty()) {
            for (BankEntry entry : page) {
                if (Returns.isReturn(entry.entry())) {
                    takeBack(entry);
                }
            }
            after = page.get(page.size() - 1).number();
            page = ledgers.bank().entries(creditor, UNSETTLED, after, PAGE);
        }
    }

    /** One after the other: two returns never bring back the same entry. */
    private void takeBack(BankEntry back) throws StoreException {
        Optional<BankEntry> original = returns.original(back.entry());
        write(List.of(session -> {
            if (original.isPresent()) {
                session.bank()
                        .takeBack(
                                original.get().number(),
                                Optional.of(back.entry().bookingDate()),
                                back.entry().returnReason().orElse(MatchReason.RETURNED.name()),
                                EntryState.RETURNED,
                                Optional.of(back.number()));
                returned++;
            }
            EntryState state = original.isPresent() ? EntryState.RETURN : EntryState.WAITING;
            if (state != back.state()) {
                session.bank().decide(back.number(), state, original.flatMap(BankEntry::debtor), List.of());
            }
        }));
    }

    private void write(List<Decision> decisions) throws StoreException {
        if (decisions.isEmpty()) {
            return;
        }
        try (IntakeSession session =
                ledgers.intake().open(creditor, actor, ledgers.clock().now())) {
            for (Decision decision : decisions) {
                decision.write(session);
            }
            session.commit();
        }
    }
}
