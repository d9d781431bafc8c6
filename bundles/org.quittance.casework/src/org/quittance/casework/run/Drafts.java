package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Medium;
import org.quittance.api.model.OpenItem;
import org.quittance.api.text.Sentence;
import org.quittance.casework.facts.FactsComposer;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.service.casework.RunAction;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;

/** Makes messages of plans, and tells whether one that is prepared already says the same. Pure. */
final class Drafts {

    private final Creditor creditor;
    private final LocalDate asOf;

    Drafts(Creditor creditor, LocalDate asOf) {
        this.creditor = creditor;
        this.asOf = asOf;
    }

    PreparedMessage message(MessageId id, RunId run, Debtor debtor, Decided.Letter letter, long revision) {
        PlannedMessage plan = letter.plan();
        MessageFacts facts = FactsComposer.compose(plan, creditor, debtor, asOf, id, letter.paragraphs());
        PreparedMessage.Builder message = PreparedMessage.of(id, run, debtor.id())
                .step(plan.step().id(), plan.kind())
                .asOf(asOf)
                .media(plan.media())
                .items(items(plan))
                .credits(credits(plan))
                .amounts(plan.principal(), plan.interest(), plan.indemnity(), plan.fees())
                .caseRevision(revision)
                .facts(MessageFactsJson.write(facts));
        plan.expiresOn().ifPresent(message::expiresOn);
        return message.build();
    }

    /** Whether a prepared message of the same day is what would be prepared now, to the letter. */
    boolean isSame(MessageRecord record, Debtor debtor, Decided.Letter letter, long revision) {
        PreparedMessage prepared = record.message();
        PlannedMessage plan = letter.plan();
        return prepared.asOf().equals(asOf)
                && prepared.caseRevision() == revision
                && prepared.step().equals(plan.step().id())
                && prepared.media().equals(plan.media())
                && prepared.expiresOn().equals(plan.expiresOn())
                && prepared.items().equals(items(plan))
                && prepared.credits().equals(credits(plan))
                && prepared.facts()
                        .equals(MessageFactsJson.write(FactsComposer.compose(
                                plan, creditor, debtor, asOf, prepared.id(), letter.paragraphs())));
    }

    RunAction action(
            Optional<MessageId> id, Debtor debtor, PlannedMessage plan, String status, Optional<Sentence> reason) {
        return new RunAction(
                id,
                debtor.id(),
                debtor.name(),
                plan.step().id(),
                plan.media().isEmpty()
                        ? Medium.CALL.name()
                        : plan.media().get(0).name(),
                numbers(plan),
                plan.principal(),
                plan.interest(),
                plan.indemnity(),
                plan.fees(),
                status,
                Optional.empty(),
                reason);
    }

    private static List<String> numbers(PlannedMessage plan) {
        List<String> numbers = new ArrayList<>(plan.items().size());
        for (PlannedItem item : plan.items()) {
            String number = item.item().key().numbered(item.item().number());
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static List<MessageItem> items(PlannedMessage plan) {
        List<MessageItem> items = new ArrayList<>(plan.items().size());
        for (PlannedItem item : plan.items()) {
            items.add(new MessageItem(
                    item.item().token(),
                    item.cycle(),
                    item.step(),
                    item.claimed(),
                    item.interest(),
                    item.claimedUntil(),
                    item.indemnity()));
        }
        return items;
    }

    private static List<ItemToken> credits(PlannedMessage plan) {
        List<ItemToken> tokens = new ArrayList<>(plan.credits().size());
        for (OpenItem credit : plan.credits()) {
            tokens.add(credit.token());
        }
        return tokens;
    }
}
