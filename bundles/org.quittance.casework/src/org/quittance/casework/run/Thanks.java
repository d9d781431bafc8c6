package org.quittance.casework.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;
import org.quittance.casework.facts.FactsComposer;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.RunAction;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;

/**
 * Decides who is thanked for what. Thanks are due for reminded items that money has settled, once everything the debtor was ever
 * reminded of is settled: thanking for half is worse than silence. A message goes the way of the last reminder and lists the items as
 * that one did. What says that thanks were prepared is the send ledger, where one item has them once per cycle.
 */
final class Thanks {

    /** The state of an item in which its message may go: nothing of it is open. No store has such a token. */
    private static final String SETTLED = "settled";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SendLedger messages;
    private final PolicyLibrary library;
    private final Installation installation;
    private final Creditor creditor;
    private final LocalDate asOf;

    Thanks(SendLedger messages, PolicyLibrary library, Installation installation, Creditor creditor, LocalDate asOf) {
        this.messages = messages;
        this.library = library;
        this.installation = installation;
        this.creditor = creditor;
        this.asOf = asOf;
    }

    /** One item to thank for, as the last reminder listed it, and how that one went. */
    private record Paid(ItemKey item, int cycle, MessageFacts.Line line, List<Medium> media) {}

    /** A message of thanks to one debtor in one currency, not yet named. */
    record Letter(
            Debtor debtor, List<Medium> media, List<MessageItem> items, List<MessageFacts.Line> lines, Money zero) {}

    /**
     * @param overlay what the ledger reports now, to be laid over the histories
     * @param paid the items that it reports as settled by money
     * @return one message per debtor and currency; none where it is not certain that all is well
     */
    List<Letter> due(
            Map<DebtorId, @Nullable CaseHistory> histories, HistoryOverlay overlay, Map<DebtorId, Set<ItemKey>> paid)
            throws LedgerException {
        Map<CaseHistory, Set<ItemKey>> wanted = new LinkedHashMap<>();
        for (Map.Entry<DebtorId, Set<ItemKey>> entry : paid.entrySet()) {
            CaseHistory history = histories.get(entry.getKey());
            if (history != null && !entry.getValue().isEmpty() && isWanted(history)) {
                CaseHistory after = overlay.over(history, Set.of());
                if (isWhole(after)) {
                    wanted.put(after, entry.getValue());
                }
            }
        }
        Map<DebtorId, Debtor> debtors =
                debtors(wanted.keySet().stream().map(CaseHistory::debtor).toList());
        List<Letter> letters = new ArrayList<>();
        for (Map.Entry<CaseHistory, Set<ItemKey>> entry : wanted.entrySet()) {
            DebtorId id = entry.getKey().debtor();
            if (debtors.containsKey(id)) {
                letters.addAll(letters(entry.getKey(), debtors.get(id), entry.getValue()));
            }
        }
        return letters;
    }

    /** Where the directory does not answer nobody is thanked; the run that follows reports it. */
    private Map<DebtorId, Debtor> debtors(List<DebtorId> ids) {
        try {
            return ids.isEmpty() ? Map.of() : installation.debtors(creditor.id(), ids);
        } catch (StoreException | RuntimeException e) {
            return Map.of();
        }
    }

    private List<Letter> letters(CaseHistory history, Debtor debtor, Set<ItemKey> paid) throws LedgerException {
        Map<String, List<Paid>> byCurrency = new TreeMap<>();
        for (ItemKey item : paid) {
            for (Paid one : reminded(history, item).stream().toList()) {
                byCurrency
                        .computeIfAbsent(one.line.original().currency().getCurrencyCode(), code -> new ArrayList<>())
                        .add(one);
            }
        }
        return byCurrency.values().stream().map(items -> letter(debtor, items)).toList();
    }

    private boolean isWanted(CaseHistory history) {
        return history.awayAt().isEmpty()
                && !history.is(CaseMark.Kind.INSOLVENT)
                && history.pin()
                        .map(PolicyPin::policy)
                        .flatMap(this::policy)
                        .map(Policy::thanks)
                        .orElse(false);
    }

    private Optional<Policy> policy(String id) {
        try {
            return library.policy(id);
        } catch (IllegalStateException e) {
            // The run names a policy that cannot be read; nobody is thanked under it.
            return Optional.empty();
        }
    }

    /** Whether all that was ever asked for is settled, and no message about it is on its way or of unknown fate. */
    private static boolean isWhole(CaseHistory history) {
        for (StepRecord step : history.steps()) {
            boolean isSettled = isSettled(history, step.item());
            boolean isCurrent = step.cycle() == cycle(history, step.item());
            if (step.outcome() == Outcome.UNKNOWN
                    || step.outcome() == Outcome.LIVE && isSettled
                    || step.outcome() != Outcome.LIVE && isCurrent && !isSettled) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSettled(CaseHistory history, ItemKey item) {
        ItemLife life = life(history, item);
        return life != null && life.settledOn().isPresent();
    }

    private static int cycle(CaseHistory history, ItemKey item) {
        ItemLife life = life(history, item);
        return life == null ? 1 : life.cycle();
    }

    private static @Nullable ItemLife life(CaseHistory history, ItemKey item) {
        return history.lives().containsKey(item) ? history.lives().get(item) : null;
    }

    /** The item as its last reminder of this cycle says; empty where there was none, or thanks have been prepared since. */
    private Optional<Paid> reminded(CaseHistory history, ItemKey item) throws LedgerException {
        int cycle = cycle(history, item);
        List<StepRecord> steps = history.steps().stream()
                .filter(step -> step.item().equals(item) && step.cycle() == cycle)
                .toList();
        if (!isSettled(history, item) || steps.stream().anyMatch(step -> Policy.isThanks(step.step()))) {
            return Optional.empty();
        }
        Optional<MessageId> last = steps.stream()
                .filter(step -> step.outcome() == Outcome.SENT)
                .max(Comparator.comparing(StepRecord::on))
                .flatMap(StepRecord::message);
        Optional<MessageRecord> reminder =
                last.isEmpty() ? Optional.empty() : messages.message(creditor.id(), last.get());
        return reminder.map(MessageRecord::message)
                .filter(message -> !isCharging(message))
                .flatMap(message -> paid(message, item, cycle));
    }

    /** Whoever was asked for interest, indemnity or fees is not told that nothing more is expected. */
    private static boolean isCharging(PreparedMessage reminder) {
        return reminder.interest().isPositive()
                || reminder.indemnity().isPositive()
                || reminder.fees().isPositive();
    }

    private static Optional<Paid> paid(PreparedMessage reminder, ItemKey item, int cycle) {
        List<MessageFacts.Line> lines;
        try {
            lines = MessageFactsJson.read(reminder.facts()).lines();
        } catch (RuntimeException e) {
            // Erased with the debtor's data: then nobody is written to any more either.
            return Optional.empty();
        }
        for (int i = 0; i < Math.min(lines.size(), reminder.items().size()); i++) {
            if (reminder.items().get(i).token().item().equals(item)) {
                MessageFacts.Line line = lines.get(i);
                Money zero = Money.zero(line.original().currency());
                MessageFacts.Line settled = new MessageFacts.Line(
                        line.number(),
                        line.instalment(),
                        line.issueDate(),
                        line.dueDate(),
                        line.daysLate(),
                        line.original(),
                        line.original(),
                        zero);
                return Optional.of(new Paid(item, cycle, settled, reminder.media()));
            }
        }
        return Optional.empty();
    }

    private static Letter letter(Debtor debtor, List<Paid> paid) {
        Currency currency = paid.get(0).line.original().currency();
        Money zero = Money.zero(currency);
        List<Paid> sorted =
                paid.stream().sorted(Comparator.comparing(Paid::item)).toList();
        List<MessageItem> items = new ArrayList<>(sorted.size());
        List<MessageFacts.Line> lines = new ArrayList<>(sorted.size());
        for (Paid one : sorted) {
            items.add(new MessageItem(
                    new ItemToken(one.item, SETTLED), one.cycle, Policy.THANKS, zero, zero, Optional.empty()));
            lines.add(one.line);
        }
        return new Letter(debtor, media(sorted), items, lines, zero);
    }

    /** A call is not answered by a call; who was only called is written to. */
    private static List<Medium> media(Collection<Paid> paid) {
        List<Medium> media = new ArrayList<>();
        for (Paid one : paid) {
            one.media.stream()
                    .filter(medium -> !medium.equals(Medium.CALL) && !media.contains(medium))
                    .forEach(media::add);
        }
        return media.isEmpty() ? List.of(Medium.EMAIL, Medium.LETTER) : media;
    }

    PreparedMessage message(MessageId id, RunId run, Letter letter, long revision) {
        MessageFacts facts = FactsComposer.thanks(letter.lines, letter.zero, creditor, letter.debtor, asOf, id);
        return PreparedMessage.of(id, run, letter.debtor.id())
                .step(Policy.THANKS, DocumentKind.THANK_YOU)
                .asOf(asOf)
                .media(letter.media)
                .items(letter.items)
                .amounts(letter.zero, letter.zero, letter.zero, letter.zero)
                .caseRevision(revision)
                .facts(MessageFactsJson.write(facts))
                .build();
    }

    JournalDraft journal(PreparedMessage message) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("message", message.id().value());
        ArrayNode items = json.putArray("items");
        message.items().forEach(item -> items.add(item.token().item().toString()));
        return JournalDraft.about(message.debtor(), "thanks.prepared", json.toString());
    }

    RunAction action(Optional<MessageId> id, Letter letter, String status) {
        return new RunAction(
                id,
                letter.debtor.id(),
                letter.debtor.name(),
                Policy.THANKS,
                letter.media.get(0).name(),
                letter.lines.stream()
                        .map(line -> line.instalment() > 1 ? line.number() + "/" + line.instalment() : line.number())
                        .toList(),
                letter.zero,
                letter.zero,
                letter.zero,
                letter.zero,
                status,
                Optional.empty(),
                Optional.empty());
    }
}
