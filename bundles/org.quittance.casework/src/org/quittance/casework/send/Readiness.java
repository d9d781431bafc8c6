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
            Optional<String> withdraw,
            Optional<String> refuse,
            Optional<String> stays,
            Optional<String> fails) {

        static Finding ready(Outgoing outgoing) {
            return new Finding(
                    outgoing.record(),
                    Optional.of(outgoing),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Finding withdraw(MessageRecord record, String because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.of(because),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Finding refuse(MessageRecord record, String because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(because),
                    Optional.empty(),
                    Optional.empty());
        }

        static Finding stays(MessageRecord record, String because) {
            return new Finding(
                    record,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(because),
                    Optional.empty());
        }

        static Finding fails(MessageRecord record, String because) {
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
        Optional<String> silence = Optional.empty();
        try {
            debtors.putAll(installation.debtors(creditor.id(), ids));
        } catch (StoreException | RuntimeException e) {
            silence = Optional.of("the debtor directory failed: " + Failures.message(e));
        }
        Optional<LocalDate> bankKnownUntil;
        try {
            bankKnownUntil = bankKnownUntil();
        } catch (StoreException | RuntimeException e) {
            String because = "the invoice ledger failed: " + Failures.message(e);
            return group.stream().map(record -> Finding.fails(record, because)).toList();
        }
        Law law = installation.law();
        List<Finding> findings = new ArrayList<>(group.size());
        for (MessageRecord record : group) {
            Debtor debtor = debtors.get(record.message().debtor());
            CaseHistory history = histories.get(record.message().debtor());
            if (debtor == null || history == null) {
                findings.add(Finding.fails(record, silence.orElse("no debtor directory knows this debtor")));
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
            return Finding.withdraw(record, "an item it thanks for is not known as settled any more");
        }
        if (!isThanks && history.revision() != record.message().caseRevision()) {
            return Finding.withdraw(record, "something was recorded about the debtor since it was decided");
        }
        try {
            MessageFacts facts = MessageFactsJson.read(record.message().facts());
            if (facts.deadline().isPresent()
                    && isTooNear(facts.deadline().get(), record.message().asOf())) {
                return Finding.withdraw(
                        record,
                        "the date it asks for, " + facts.deadline().get()
                                + ", is too near by now; the next run gives a later one");
            }
            if (MessageLife.isTask(record)) {
                return rendered(record, debtor, facts, List.of());
            }
            Policy policy = policy(history, debtor);
            if (!isThanks && policy.isBankDataTooOld(bankKnownUntil, today)) {
                return Finding.stays(record, "what the bank received is not known until late enough; import it first");
            }
            return addressed(record, debtor, facts, policy, law);
        } catch (DocumentException | RuntimeException e) {
            return Finding.fails(record, "the document could not be made: " + Failures.message(e));
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
        Optional<String> closedDay = hours.closed(policy, debtor.country(), Medium.LETTER);
        if (closedDay.isPresent()) {
            return Finding.stays(record, closedDay.get());
        }
        List<ReminderChannel> reaching = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (Medium medium : record.message().media()) {
            List<ReminderChannel> channels = installation.channels(medium);
            if (channels.isEmpty() && reaching.isEmpty()) {
                return Finding.fails(
                        record, "no channel is installed for " + medium + " now; the message waits for it");
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
            return Finding.refuse(record, "unreachable by " + String.join("; ", obstacles));
        }
        Optional<String> closedHour =
                hours.closed(policy, debtor.country(), reaching.get(0).medium());
        return closedHour.isPresent()
                ? Finding.stays(record, closedHour.get())
                : rendered(record, debtor, facts, reaching);
    }

    private Finding rendered(MessageRecord record, Debtor debtor, MessageFacts facts, List<ReminderChannel> channels)
            throws DocumentException {
        DocumentRenderer renderer = renderers
                .renderer(facts.template(), facts.language())
                .orElseThrow(() -> new DocumentException("no renderer has words for the template «" + facts.template()
                        + "» in «" + facts.language().getLanguage() + "»"));
        RenderedMessage content = renderer.render(facts, creditor, debtor);
        return Finding.ready(new Outgoing(record, debtor, facts, content, channels));
    }
}
