package org.quittance.casework.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.legal.FormalNotice;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.text.Sentence;
import org.quittance.casework.facts.FactsComposer;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.Failures;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.decision.Situation;

/**
 * Asks the engine about a batch of debtors, one by one, so that one whose data is broken fails alone. Adds what the engine has
 * no business to ask for: evidence from other sources, and what the law wants in a formal notice. Writes nothing.
 */
final class Decider {

    private final DunningEngine engine;
    private final Installation installation;
    private final Situations situations;
    private final HistoryOverlay overlay;
    private final Words words;

    Decider(
            DunningEngine engine,
            Installation installation,
            Situations situations,
            HistoryOverlay overlay,
            Words words) {
        this.engine = engine;
        this.installation = installation;
        this.situations = situations;
        this.overlay = overlay;
        this.words = words;
    }

    List<Decided> decide(Batch batch) {
        List<Decided> decisions = new ArrayList<>(batch.groups().size());
        Set<InvoiceId> unproven = new LinkedHashSet<>();
        boolean asksElsewhere = installation.hasDocuments();
        Set<DebtorId> inPieces = inPieces(batch);
        for (DebtorGroup group : batch.groups()) {
            Decided decided = inPieces.contains(group.debtor()) ? inPieces(group) : decide(group, batch, Map.of());
            decisions.add(decided);
            if (asksElsewhere) {
                unproven.addAll(withoutEvidence(decided.answers()));
            }
        }
        if (!unproven.isEmpty()) {
            decideAgain(decisions, batch, unproven);
        }
        return decisions;
    }

    private static Set<DebtorId> inPieces(Batch batch) {
        Set<DebtorId> debtors = Set.of();
        for (DebtorGroup group : batch.groups()) {
            if (group.again()) {
                debtors = debtors.isEmpty() ? new HashSet<>() : debtors;
                debtors.add(group.debtor());
            }
        }
        return debtors;
    }

    private static Decided inPieces(DebtorGroup group) {
        Sentence because = Sentence.of(Decider.class, "debtor.in-pieces");
        DebtorGroup again = new DebtorGroup(group.debtor(), group.items(), true);
        return new Decided.Failed(again, answers(group, Reason.UNDECIDED, "stream"), because, List.of());
    }

    /** Items that only lack evidence are asked about elsewhere, all of the batch in one call; who has some is decided again. */
    private void decideAgain(List<Decided> decisions, Batch batch, Set<InvoiceId> unproven) {
        Map<InvoiceId, SendingEvidence> found =
                installation.evidence(situations.creditor().id(), unproven);
        for (int i = 0; i < decisions.size() && !found.isEmpty(); i++) {
            Decided decided = decisions.get(i);
            Map<InvoiceId, SendingEvidence> own = new HashMap<>(found);
            own.keySet().retainAll(withoutEvidence(decided.answers()));
            if (!own.isEmpty()) {
                decisions.set(i, decide(decided.group(), batch, own));
            }
        }
    }

    private static Set<InvoiceId> withoutEvidence(List<Answer> answers) {
        Set<InvoiceId> invoices = Set.of();
        for (Answer answer : answers) {
            if (answer.reason() == Reason.NO_EVIDENCE) {
                invoices = invoices.isEmpty() ? new HashSet<>() : invoices;
                invoices.add(answer.item().invoice());
            }
        }
        return invoices;
    }

    private Decided decide(DebtorGroup group, Batch batch, Map<InvoiceId, SendingEvidence> evidence) {
        List<MessageRecord> prepared = batch.prepared().getOrDefault(group.debtor(), List.of());
        if (batch.silence().isPresent()) {
            Sentence because = batch.silence().get();
            return new Decided.Failed(group, answers(group, Reason.UNDECIDED, "directory"), because, List.of());
        }
        Debtor debtor = batch.debtors().get(group.debtor());
        CaseHistory history = batch.histories().get(group.debtor());
        if (debtor == null || history == null) {
            Sentence because = Failures.said("debtor.unknown", group.debtor());
            return new Decided.Failed(group, answers(group, Reason.DATA_BROKEN, "debtor"), because, prepared);
        }
        try {
            return plan(group, debtor, history, evidence, prepared);
        } catch (RuntimeException e) {
            Sentence because = Sentence.from(e);
            return new Decided.Failed(group, answers(group, Reason.DATA_BROKEN, because.toString()), because, prepared);
        }
    }

    private Decided plan(
            DebtorGroup group,
            Debtor debtor,
            CaseHistory read,
            Map<InvoiceId, SendingEvidence> evidence,
            List<MessageRecord> prepared) {
        CaseHistory history = overlay.over(read, identifiers(prepared));
        if (!evidence.isEmpty()) {
            history = HistoryOverlay.with(history, evidence);
        }
        Situation situation = situations.of(debtor);
        DebtorPlan plan = engine.plan(new DebtorPosition(debtor, group.items(), history), situation);
        List<Decided.Letter> letters = new ArrayList<>(plan.messages().size());
        List<Answer> answers = plan.answers();
        for (PlannedMessage message : plan.messages()) {
            words.require(message.template(), FactsComposer.language(message.kind(), situations.creditor(), debtor));
            if (message.kind() == DocumentKind.FORMAL_NOTICE) {
                Notice notice = notice(message, debtor);
                if (notice.missing.isEmpty()) {
                    letters.add(new Decided.Letter(message, notice.paragraphs));
                } else {
                    answers = replaced(answers, message, String.join("; ", notice.missing));
                }
            } else if (lacksAccount(message)) {
                answers = replaced(answers, message, missingAccount(message));
            } else {
                letters.add(new Decided.Letter(message, List.of()));
            }
        }
        return new Decided.Plan(
                group,
                debtor,
                situation.policy(),
                read,
                letters,
                answers,
                plan.expiredTasks(),
                plan.decidedCommitments(),
                plan.found(),
                prepared);
    }

    /** A reminder says where to pay; only a draft of a creditor, which reaches nobody outside a simulation, need not know. */
    private boolean lacksAccount(PlannedMessage message) {
        Creditor creditor = situations.creditor();
        return message.kind() == DocumentKind.REMINDER
                && !creditor.isDraft()
                && creditor.account(currency(message)).isEmpty();
    }

    private String missingAccount(PlannedMessage message) {
        String currency = currency(message);
        return "creditor.accounts: none for " + currency + "; enter the account to pay to under accounts." + currency
                + " in etc/creditors/" + situations.creditor().id() + ".json";
    }

    private static String currency(PlannedMessage message) {
        return message.principal().currency().getCurrencyCode();
    }

    private Notice notice(PlannedMessage message, Debtor debtor) {
        MessageFacts facts = FactsComposer.compose(message, situations.creditor(), debtor, situations.today());
        return installation
                .jurisdiction(situations.creditor(), debtor)
                .map(place ->
                        place.formalNotice(facts, situations.creditor(), debtor).fold(new NoticeCases()))
                .orElseGet(() -> new Notice(
                        List.of(),
                        List.of("legal: no provider is installed for "
                                + situations.creditor().address().country() + " and this debtor")));
    }

    /** A notice that may not go out as it is: its items say what is missing instead of what would have been sent. */
    private static List<Answer> replaced(List<Answer> answers, PlannedMessage message, String missing) {
        Set<ItemKey> items = message.items().stream()
                .map(PlannedItem::item)
                .map(OpenItem::key)
                .collect(Collectors.toSet());
        return answers.stream()
                .map(answer -> !items.contains(answer.item())
                        ? answer
                        : new Answer(
                                answer.item(),
                                answer.number(),
                                answer.open(),
                                Reason.DATA_BROKEN,
                                answer.step(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(missing),
                                Optional.empty()))
                .toList();
    }

    static List<Answer> answers(DebtorGroup group, Reason reason, String detail) {
        return group.items().stream()
                .map(item -> new Answer(
                        item.key(),
                        item.number(),
                        item.open(),
                        reason,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(detail),
                        Optional.empty()))
                .toList();
    }

    private static Set<MessageId> identifiers(List<MessageRecord> messages) {
        if (messages.isEmpty()) {
            return Set.of();
        }
        return messages.stream().map(record -> record.message().id()).collect(Collectors.toSet());
    }

    private record Notice(List<String> paragraphs, List<String> missing) {}

    private static final class NoticeCases implements FormalNotice.Cases<Notice> {

        @Override
        public Notice complete(MessageFacts facts) {
            return new Notice(facts.legalParagraphs(), List.of());
        }

        @Override
        public Notice incomplete(List<String> missing) {
            return new Notice(List.of(), missing);
        }
    }
}
