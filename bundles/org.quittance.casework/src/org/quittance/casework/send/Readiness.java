package org.quittance.casework.send;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Medium;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.service.casework.Failures;
import org.quittance.service.decision.Law;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;

/**
 * Looks at everything that can be known before the recheck: the case, the day, the debtor, a channel, the words. What takes time
 * is done here, so that nothing but milliseconds pass between the recheck and the intention to send.
 */
final class Readiness {

    private final CaseLedger ledger;
    private final Installation installation;
    private final Renderers renderers;
    private final PolicyLibrary library;
    private final BusinessClock clock;
    private final Creditor creditor;
    private final LocalDate today;
    private final Map<String, Optional<Policy>> policies = new HashMap<>();

    Readiness(
            CaseLedger ledger,
            Installation installation,
            Renderers renderers,
            PolicyLibrary library,
            BusinessClock clock,
            Creditor creditor,
            LocalDate today) {
        this.ledger = ledger;
        this.installation = installation;
        this.renderers = renderers;
        this.library = library;
        this.clock = clock;
        this.creditor = creditor;
        this.today = today;
    }

    /** What a look at a message came to; exactly one is set. */
    record Finding(
            MessageRecord record,
            Optional<Outgoing> ready,
            Optional<Sentence> withdraw,
            Optional<Sentence> refuse,
            Optional<Sentence> stays,
            Optional<Sentence> fails) {

        static Finding ready(Outgoing outgoing) {
            return new Finding(
                    outgoing.record(),
                    Optional.of(outgoing),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Finding withdraw(MessageRecord record, Sentence because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.of(because),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Finding refuse(MessageRecord record, Sentence because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(because),
                    Optional.empty(),
                    Optional.empty());
        }

        static Finding stays(MessageRecord record, Sentence because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(because),
                    Optional.empty());
        }

        static Finding fails(MessageRecord record, Sentence because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(because));
        }
    }

    List<Finding> look(List<MessageRecord> group) throws LedgerException {
        List<DebtorId> ids = group.stream()
                .map(record -> record.message().debtor())
                .distinct()
                .toList();
        Map<DebtorId, @Nullable CaseHistory> histories = new HashMap<>(ledger.histories(creditor.id(), ids));
        Map<DebtorId, @Nullable Debtor> debtors = new HashMap<>();
        Optional<Sentence> silence = Optional.empty();
        try {
            debtors.putAll(installation.debtors(creditor.id(), ids));
        } catch (StoreException | RuntimeException e) {
            silence = Optional.of(Failures.said("directory.failed", e));
        }
        Optional<LocalDate> bankKnownUntil;
        try {
            bankKnownUntil = bankKnownUntil();
        } catch (StoreException | RuntimeException e) {
            Sentence because = Failures.said("ledger.failed", e);
            return group.stream().map(record -> Finding.fails(record, because)).toList();
        }
        Law law = installation.law();
        List<Finding> findings = new ArrayList<>(group.size());
        for (MessageRecord record : group) {
            Debtor debtor = debtors.get(record.message().debtor());
            CaseHistory history = histories.get(record.message().debtor());
            if (debtor == null || history == null) {
                findings.add(Finding.fails(
                        record,
                        silence.orElse(
                                Failures.said("debtor.unknown", record.message().debtor()))));
            } else {
                findings.add(look(record, debtor, history, law, bankKnownUntil));
            }
        }
        return findings;
    }

    private Finding look(
            MessageRecord record, Debtor debtor, CaseHistory history, Law law, Optional<LocalDate> bankKnownUntil) {
        boolean isThanks = Policy.isThanks(record.message().step());
        if (isThanks && !isSettled(record, history)) {
            return Finding.withdraw(record, said("thanks.not-settled"));
        }
        if (!isThanks && history.revision() != record.message().caseRevision()) {
            return Finding.withdraw(record, said("case.changed"));
        }
        try {
            MessageFacts facts = MessageFactsJson.read(record.message().facts());
            if (facts.deadline().isPresent()
                    && isTooNear(facts.deadline().get(), record.message().asOf())) {
                return Finding.withdraw(
                        record, said("date.too-near", facts.deadline().get()));
            }
            if (MessageLife.isTask(record)) {
                return rendered(record, debtor, facts, List.of());
            }
            Policy policy = policy(history, debtor);
            if (!isThanks && policy.isBankDataTooOld(bankKnownUntil, today)) {
                return Finding.stays(record, said("bank.stale"));
            }
            return addressed(record, debtor, facts, policy, law);
        } catch (DocumentException | RuntimeException e) {
            return Finding.fails(record, said("document.failed", e));
        }
    }

    /** Whoever is given a date has at least half of the days the policy grants, however long the message waited. */
    private boolean isTooNear(LocalDate deadline, LocalDate prepared) {
        return 2 * ChronoUnit.DAYS.between(today, deadline) < ChronoUnit.DAYS.between(prepared, deadline);
    }

    private Optional<LocalDate> bankKnownUntil() throws StoreException {
        Optional<InvoiceStore> store = installation.store();
        return store.isEmpty() ? Optional.empty() : store.get().paymentsKnownUntil(creditor.id());
    }

    /** Nothing that may be recorded makes thanks wrong, but that the money went back. */
    private static boolean isSettled(MessageRecord record, CaseHistory history) {
        return record.message().items().stream().allMatch(item -> {
            ItemLife life = history.lives().containsKey(item.token().item())
                    ? history.lives().get(item.token().item())
                    : null;
            return life != null
                    && life.cycle() == item.cycle()
                    && life.settledOn().isPresent();
        });
    }

    /** The policy the case follows. */
    private Policy policy(CaseHistory history, Debtor debtor) {
        String id = history.pin().map(PolicyPin::policy).or(debtor::policy).orElse(creditor.policy());
        return policies.computeIfAbsent(id, library::policy)
                .orElseThrow(
                        () -> new IllegalStateException("there is no policy «" + id + "», which says when to send"));
    }

    /**
     * A medium that was there when the message was decided and whose channel is gone now is waited for: a service that is being
     * reconfigured must not turn e-mails into letters.
     */
    private Finding addressed(MessageRecord record, Debtor debtor, MessageFacts facts, Policy policy, Law law)
            throws DocumentException {
        SendingHours hours = new SendingHours(clock, creditor, today, law);
        Optional<Sentence> closedDay = hours.closed(policy, debtor.country(), Medium.LETTER);
        if (closedDay.isPresent()) {
            return Finding.stays(record, closedDay.get());
        }
        List<ReminderChannel> reaching = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (Medium medium : record.message().media()) {
            List<ReminderChannel> channels = installation.channels(medium);
            if (channels.isEmpty() && reaching.isEmpty()) {
                return Finding.fails(record, said("channel.none", medium));
            }
            for (ReminderChannel channel : channels) {
                Optional<String> obstacle = channel.unusable(creditor).or(() -> channel.unreachable(debtor));
                if (obstacle.isEmpty()) {
                    reaching.add(channel);
                } else {
                    obstacles.add(channel.id() + ": " + obstacle.get());
                }
            }
        }
        if (reaching.isEmpty()) {
            return Finding.refuse(record, said("debtor.unreachable", String.join("; ", obstacles)));
        }
        Optional<Sentence> closedHour =
                hours.closed(policy, debtor.country(), reaching.get(0).medium());
        return closedHour.isPresent()
                ? Finding.stays(record, closedHour.get())
                : rendered(record, debtor, facts, reaching);
    }

    private Finding rendered(MessageRecord record, Debtor debtor, MessageFacts facts, List<ReminderChannel> channels)
            throws DocumentException {
        DocumentRenderer renderer = renderers
                .renderer(facts.template(), facts.language())
                .orElseThrow(() -> new DocumentException(said(
                        "template.no-words", facts.template(), facts.language().getLanguage())));
        RenderedMessage content = renderer.render(facts, creditor, debtor);
        return Finding.ready(new Outgoing(record, debtor, facts, content, channels));
    }

    private static Sentence said(String code, Object... values) {
        return Sentence.of(Readiness.class, code, values);
    }
}
