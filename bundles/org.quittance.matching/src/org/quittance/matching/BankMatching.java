package org.quittance.matching;

import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quittance.api.bank.AccountDays;
import org.quittance.api.bank.AccountState;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.BankLedger;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Role;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.time.BusinessClock;
import org.quittance.matching.judge.Rules;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.matching.MatchingService;

/** Matches in the embedded ledger; over a vendor's it proposes. One at a time for each creditor. */
@Component(configurationPid = "org.quittance.matching")
@Designate(ocd = MatchingLimits.class)
public final class BankMatching implements MatchingService {

    private final Ledgers ledgers;
    private final CreditorDirectory creditors;
    private final Rules rules;
    private final Map<CreditorId, Rules> ofCreditors = new HashMap<>();
    private final Words words = new Words();
    private final Map<CreditorId, Object> turns = new ConcurrentHashMap<>();

    @Activate
    public BankMatching(
            @Reference(policyOption = GREEDY) InvoiceStore store,
            @Reference BankLedger bank,
            @Reference LedgerIntake intake,
            @Reference CaseLedger cases,
            @Reference SendLedger messages,
            @Reference(policyOption = GREEDY) List<DebtorDirectory> directories,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference(policyOption = GREEDY) List<CreditorLimits> ofCreditors,
            MatchingLimits limits) {
        this.ledgers = new Ledgers(store, bank, intake, cases, messages, directories, clock);
        this.creditors = creditors;
        this.rules = CreditorLimits.rules(limits);
        ofCreditors.forEach(one -> this.ofCreditors.put(one.creditor(), one.rules()));
    }

    @Override
    public MatchSummary match(CreditorId creditor, Actor actor) throws CaseworkException {
        Failures.require(actor, "match payments", Role.CLERK);
        LocalDate today = today(creditor);
        return work(creditor, () -> {
            MatchJournal journal = new MatchJournal(ledgers, creditor, actor);
            journal.tell();
            MatchSummary summary =
                    new MatchPass(ledgers, creditor, actor, ofCreditors.getOrDefault(creditor, rules)).run(today);
            journal.tell();
            return summary;
        });
    }

    @Override
    public List<Matched> list(CreditorId creditor, Set<EntryState> states, int limit, Actor actor)
            throws CaseworkException {
        Failures.require(actor, "see the entries of a bank account", Role.READER, Role.CLERK);
        return work(creditor, () -> {
            List<BankEntry> entries = ledgers.bank().entries(creditor, states, 0, limit);
            Map<Long, List<EntryMatch>> proposals = ledgers.bank()
                    .proposals(creditor, entries.stream().map(BankEntry::number).toList());
            List<Matched> listed = new ArrayList<>();
            for (BankEntry entry : entries) {
                listed.add(matched(creditor, entry, proposals.getOrDefault(entry.number(), List.of())));
            }
            return listed;
        });
    }

    private Matched matched(CreditorId creditor, BankEntry entry, List<EntryMatch> proposals) throws StoreException {
        Optional<EntryMatch> booked = ledgers.bank()
                .lastMatch(creditor, entry.number())
                .filter(match -> !match.undone())
                .map(BookedMatch::match);
        return new Matched(entry, booked, proposals);
    }

    @Override
    public Matched confirm(CreditorId creditor, long entry, Choice choice, Actor actor) throws CaseworkException {
        Failures.require(actor, "say what a payment pays", Role.CLERK);
        LocalDate today = today(creditor);
        return changed(creditor, entry, actor, person -> person.confirm(entry, choice, today));
    }

    @Override
    public Matched undo(CreditorId creditor, long entry, String reason, Actor actor) throws CaseworkException {
        Failures.require(actor, "take a match back", Role.CLERK);
        return changed(creditor, entry, actor, person -> person.undo(entry, reason));
    }

    @Override
    public Matched ignore(CreditorId creditor, long entry, String reason, Actor actor) throws CaseworkException {
        Failures.require(actor, "set an entry aside", Role.CLERK);
        return changed(creditor, entry, actor, person -> person.ignore(entry, reason));
    }

    /** What a person does with one entry. */
    private interface PersonWork {

        void run(PersonDecisions person) throws StoreException, LedgerException, CaseworkException;
    }

    private Matched changed(CreditorId creditor, long entry, Actor actor, PersonWork work) throws CaseworkException {
        return work(creditor, () -> {
            work.run(new PersonDecisions(ledgers, creditor, actor));
            new MatchJournal(ledgers, creditor, actor).tell();
            BankEntry now = ledgers.bank().entry(creditor, entry).orElseThrow();
            return matched(
                    creditor,
                    now,
                    ledgers.bank().proposals(creditor, Set.of(entry)).getOrDefault(entry, List.of()));
        });
    }

    @Override
    public Freshness freshness(CreditorId creditorId) throws CaseworkException {
        Creditor creditor = creditor(creditorId);
        List<BankAccount> configured = List.copyOf(creditor.accounts().values());
        return work(creditorId, () -> {
            List<AccountState> states = ledgers.bank().accounts(creditorId);
            List<Account> accounts = new ArrayList<>();
            for (AccountState state : states) {
                accounts.add(new Account(
                        state.account(),
                        configured.stream().anyMatch(account -> account.isNamed(state.account())),
                        state.knownUntil(),
                        state.gap().map(AccountState.Gap::until)));
            }
            for (BankAccount account : configured) {
                if (states.stream().noneMatch(state -> account.isNamed(state.account()))) {
                    accounts.add(new Account(account.iban(), true, Optional.empty(), Optional.empty()));
                }
            }
            Optional<LocalDate> ofPayments = ledgers.store().paymentsKnownUntil(creditorId);
            Optional<LocalDate> ofStatements = AccountDays.knownUntil(configured, states);
            return ofPayments.isPresent() && !ofPayments.equals(ofStatements)
                    ? new Freshness(ofPayments, true, accounts)
                    : new Freshness(ofStatements, false, accounts);
        });
    }

    @Override
    public String text(EntryMatch match, Locale language) {
        return words.text(match, language);
    }

    private Creditor creditor(CreditorId id) throws CaseworkException {
        return creditors.creditor(id).orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", id));
    }

    private LocalDate today(CreditorId id) throws CaseworkException {
        return ledgers.clock().today(creditor(id).zone());
    }

    /** Work on the ledgers. */
    private interface LedgerWork<T> {

        T run() throws StoreException, LedgerException, CaseworkException;
    }

    private <T> T work(CreditorId creditor, LedgerWork<T> work) throws CaseworkException {
        synchronized (turns.computeIfAbsent(creditor, id -> new Object())) {
            try {
                return work.run();
            } catch (StoreException e) {
                throw Failures.of(e);
            } catch (LedgerException e) {
                throw Failures.of(e);
            }
        }
    }
}
