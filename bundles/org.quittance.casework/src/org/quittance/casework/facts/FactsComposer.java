package org.quittance.casework.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.MessageFacts.Line;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.policy.Policy;

/** Makes the facts of a document from what the engine planned. Pure. */
public final class FactsComposer {

    private FactsComposer() {}

    /** The facts without a reference, for a provider that looks at them before the message has a name. */
    public static MessageFacts compose(PlannedMessage plan, Creditor creditor, Debtor debtor, LocalDate date) {
        return builder(plan, creditor, debtor, date).build();
    }

    /** The facts of a named message, with the paragraphs a legal provider demands. */
    public static MessageFacts compose(
            PlannedMessage plan,
            Creditor creditor,
            Debtor debtor,
            LocalDate date,
            MessageId message,
            List<String> legalParagraphs) {
        return builder(plan, creditor, debtor, date)
                .reference(message.value(), paymentReference(message))
                .legalParagraphs(legalParagraphs)
                .build();
    }

    /** The facts of a message that asks for nothing and thanks for what was paid. */
    public static MessageFacts thanks(
            List<Line> paid, Money zero, Creditor creditor, Debtor debtor, LocalDate date, MessageId message) {
        Locale language = language(DocumentKind.THANK_YOU, creditor, debtor);
        return MessageFacts.of(DocumentKind.THANK_YOU, Policy.THANKS, language, date, zero)
                .lines(paid)
                .interest(zero, List.of())
                .indemnity(zero)
                .fees(zero)
                .reference(message.value(), paymentReference(message))
                .build();
    }

    /** The language a document is written in: what a colleague works with is in the creditor's, the rest in the debtor's. */
    public static Locale language(DocumentKind kind, Creditor creditor, Debtor debtor) {
        Locale reader = switch (kind) {
            case CALL_SHEET, HANDOVER_PROPOSAL -> creditor.language();
            case REMINDER, FORMAL_NOTICE, THANK_YOU -> debtor.language();
        };
        boolean isPlain = reader.getCountry().isEmpty()
                && reader.getScript().isEmpty()
                && reader.getVariant().isEmpty()
                && !reader.hasExtensions();
        return isPlain ? reader : Locale.forLanguageTag(reader.getLanguage());
    }

    /**
     * Short enough for a bank form and different for every message: letters stand between the parts, since 1-11 and 11-1
     * would otherwise be the same.
     */
    static CreditorReference paymentReference(MessageId message) {
        String id = message.value();
        int run = id.indexOf('-');
        int number = id.indexOf('-', run + 1);
        return CreditorReference.of(
                id.substring(2, run) + "R" + id.substring(run + 1, number) + "M" + id.substring(number + 1));
    }

    private static MessageFacts.Builder builder(PlannedMessage plan, Creditor creditor, Debtor debtor, LocalDate date) {
        Locale language = language(plan.kind(), creditor, debtor);
        MessageFacts.Builder facts = MessageFacts.of(plan.kind(), plan.template(), language, date, plan.principal())
                .lines(lines(plan.items(), date))
                .credits(credits(plan.credits(), date))
                .interest(plan.interest(), segments(plan.items()))
                .indemnity(plan.indemnity())
                .fees(plan.fees())
                .earlierMessages(plan.earlierMessages());
        plan.interestKnownUntil().ifPresent(facts::interestKnownUntil);
        plan.deadline().ifPresent(facts::deadline);
        plan.announcedTemplate().ifPresent(facts::announcedStep);
        return facts;
    }

    private static List<Line> lines(List<PlannedItem> items, LocalDate date) {
        List<Line> lines = new ArrayList<>(items.size());
        for (PlannedItem planned : items) {
            lines.add(line(planned.item(), planned.claimed(), date));
        }
        return lines;
    }

    private static List<Line> credits(List<OpenItem> credits, LocalDate date) {
        List<Line> lines = new ArrayList<>(credits.size());
        for (OpenItem credit : credits) {
            lines.add(line(credit, credit.open(), date));
        }
        return lines;
    }

    private static Line line(OpenItem item, Money claimed, LocalDate date) {
        return new Line(
                item.number(),
                item.key().instalment(),
                item.issueDate(),
                item.dueDate(),
                (int) ChronoUnit.DAYS.between(item.dueDate(), date),
                item.original(),
                item.original().minus(item.open()),
                claimed);
    }

    private static List<InterestSegment> segments(List<PlannedItem> items) {
        List<InterestSegment> segments = new ArrayList<>();
        for (PlannedItem planned : items) {
            segments.addAll(planned.segments());
        }
        return segments;
    }
}
