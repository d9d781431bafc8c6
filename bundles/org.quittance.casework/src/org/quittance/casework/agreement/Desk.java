package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.live.Installation;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneFinding;
import org.quittance.service.tone.ToneLint;

/**
 * Where recordings are made: reads the debtor's file, lets the work fill an entry and commits it whole. One recording per creditor
 * at a time, so that names are given once; a run may go on meanwhile and finds the raised revision.
 */
@Component(service = Desk.class)
public final class Desk {

    private final CaseLedger ledger;
    private final AgreementLedger agreements;
    private final PolicyLibrary library;
    private final CreditorDirectory creditors;
    private final BusinessClock clock;
    private final Installation installation;
    private final DunningEngine engine;
    private final ToneLint lint;
    private final Map<CreditorId, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Activate
    public Desk(
            @Reference CaseLedger ledger,
            @Reference AgreementLedger agreements,
            @Reference PolicyLibrary library,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference Installation installation,
            @Reference DunningEngine engine,
            @Reference ToneLint lint) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.agreements = requireNonNull(agreements, "agreements");
        this.library = requireNonNull(library, "library");
        this.creditors = requireNonNull(creditors, "creditors");
        this.clock = requireNonNull(clock, "clock");
        this.installation = requireNonNull(installation, "installation");
        this.engine = requireNonNull(engine, "engine");
        this.lint = requireNonNull(lint, "lint");
    }

    /** Fills an entry and returns what the caller is told. */
    @FunctionalInterface
    interface Work<T> {

        T fill(CaseFile file, Entry entry) throws CaseworkException, LedgerException;
    }

    /** Writes nothing where the work fails or the recording is a dry one. */
    <T> T record(CreditorId creditorId, DebtorId debtor, Recording recording, Role role, String what, Work<T> work)
            throws CaseworkException {
        Failures.require(recording.actor(), what, role);
        Creditor creditor = creditor(creditorId);
        refuseFuture(creditor, recording);
        ReentrantLock lock = locks.computeIfAbsent(creditorId, id -> new ReentrantLock());
        lock.lock();
        try {
            CaseFile file = file(creditor, debtor, recording.on());
            Entry entry = new Entry(file, recording);
            T result = work.fill(file, entry);
            if (!recording.dryRun() && !entry.isEmpty()) {
                ledger.write(creditorId, recording.actor(), entry::write);
            }
            return result;
        } catch (LedgerException e) {
            throw Failures.of(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Refuses words of ours that do not keep the tone in the language of either side: reasons stand in the chronology and the
     * records of a dossier, which the debtor comes to read. What the debtor said and what a court decided is recorded as it is.
     */
    void refuseTone(CaseFile file, String typed) throws CaseworkException {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(file.debtor().language().getLanguage());
        languages.add(file.creditor().language().getLanguage());
        for (Locale language : lint.languages()) {
            if (languages.contains(language.getLanguage())) {
                for (ToneFinding finding : lint.check(typed, ToneContext.typed(language, Tone.FORMAL))) {
                    if (finding.blocks()) {
                        throw Failures.refusal(
                                Kind.USAGE,
                                finding.instead().isEmpty() ? "tone.word" : "tone.instead",
                                finding.found(),
                                finding.instead());
                    }
                }
            }
        }
    }

    CaseAgreements agreements(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        creditor(creditor);
        try {
            return agreements.agreements(creditor, debtor);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    List<CaseAgreements> waiting(CreditorId creditor) throws CaseworkException {
        creditor(creditor);
        try {
            List<CaseAgreements> waiting = new ArrayList<>();
            for (DebtorId debtor : agreements.waiting(creditor)) {
                waiting.add(agreements.agreements(creditor, debtor));
            }
            return waiting;
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /** A simulated clock follows whoever records; a dry run records nothing, and so may look ahead there. */
    private void refuseFuture(Creditor creditor, Recording recording) throws CaseworkException {
        LocalDate today = today(creditor);
        boolean looksAhead = recording.dryRun() && clock.isSimulated();
        if (recording.on().isAfter(today) && !looksAhead) {
            throw Failures.refusal(Kind.USAGE, "date.future", recording.on(), today);
        }
    }

    LocalDate today(Creditor creditor) {
        return clock.today(creditor.zone());
    }

    Creditor creditor(CreditorId id) throws CaseworkException {
        return creditors.creditor(id).orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", id));
    }

    CaseFile file(Creditor creditor, DebtorId id, LocalDate on) throws CaseworkException {
        try {
            Debtor debtor = installation.debtors(creditor.id(), List.of(id)).values().stream()
                    .findFirst()
                    .orElseThrow(() -> Failures.refusal(Kind.USAGE, "debtor.unknown", id));
            return new CaseFile(
                    creditor,
                    debtor,
                    invoices(creditor, id, on),
                    agreements.agreements(creditor.id(), id),
                    policy(debtor.policy().orElse(creditor.policy())),
                    installation.law(),
                    installation.jurisdiction(creditor, debtor));
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /** What is owed on the invoices of a file on a day, before credits are set off. */
    CaseClaim claim(CaseFile file, LocalDate on) throws LedgerException {
        DebtorId debtor = file.debtor().id();
        CaseHistory history = ledger.histories(file.creditor().id(), List.of(debtor))
                .getOrDefault(debtor, CaseHistory.of(debtor).build());
        return engine.claim(
                new DebtorPosition(file.debtor(), file.invoices(), history),
                new Situation(on, file.creditor(), file.policy(), Optional.empty(), Set.of(), file.law()));
    }

    private List<OpenItem> invoices(Creditor creditor, DebtorId debtor, LocalDate on)
            throws StoreException, CaseworkException {
        InvoiceStore store = installation.store().orElseThrow(() -> Failures.refusal(Kind.UNAVAILABLE, "ledger.none"));
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = store.openItems(creditor.id(), debtor, on)) {
            while (cursor.advance()) {
                if (!cursor.current().kind().isCredit()) {
                    items.add(cursor.current());
                }
            }
        }
        return items;
    }

    private Policy policy(String id) throws CaseworkException {
        try {
            return library.policy(id).orElseThrow(() -> Failures.refusal(Kind.INPUT, "policy.none", id));
        } catch (IllegalStateException e) {
            throw new CaseworkException(Kind.INPUT, Sentence.from(e), e);
        }
    }
}
