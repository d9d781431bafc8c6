package org.quittance.cli.command;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateForm;

/**
 * What a message to a debtor would state today, to look at words with: open items of one currency, earlier messages, the date and
 * the step that follow from the policy. It charges nothing: interest, indemnity and fees are for a run to decide.
 */
final class PreviewFacts {

    private static final int NOTICE_DAYS = 15;

    private final CaseView view;
    private final LocalDate today;

    PreviewFacts(CaseView view, LocalDate today) {
        this.view = view;
        this.today = today;
    }

    /** Empty where nothing is open. */
    Optional<MessageFacts> facts(
            TemplateEntry entry, TemplateForm form, Optional<Policy> policy, Optional<String> step) {
        boolean early = policy.flatMap(rules -> step(rules, step, entry.key().name()))
                .map(PolicyStep::isBeforeDue)
                .orElse(false);
        List<OpenItem> items = items(early);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        DocumentKind kind = form == TemplateForm.PHONE ? DocumentKind.CALL_SHEET : DocumentKind.valueOf(entry.kind());
        Money principal = items.stream()
                .map(PreviewFacts::claimed)
                .reduce(Money.zero(items.get(0).open().currency()), Money::plus);
        MessageFacts.Builder facts = MessageFacts.of(
                        kind, entry.key().name(), entry.key().language(), today, principal)
                .reference("PREVIEW", CreditorReference.of("PREVIEW"))
                .lines(items.stream().map(this::line).toList())
                .earlierMessages(view.messages().stream()
                        .flatMap(message -> message.sentOn().stream())
                        .filter(day -> !day.isAfter(today))
                        .distinct()
                        .sorted()
                        .toList());
        policy.ifPresent(rules -> ofPolicy(facts, rules, step, entry.key().name()));
        if (kind == DocumentKind.FORMAL_NOTICE
                && policy.flatMap(rules -> step(rules, step, entry.key().name()))
                        .isEmpty()) {
            facts.deadline(today.plusDays(NOTICE_DAYS));
        }
        return Optional.of(facts.build());
    }

    /** Invoices in the currency of the oldest, oldest first: those on the step's side of the due date, or else all. */
    private List<OpenItem> items(boolean early) {
        List<OpenItem> owed = view.items().stream()
                .filter(item -> !item.kind().isCredit() && claimed(item).isPositive())
                .sorted(Comparator.comparing(OpenItem::dueDate))
                .toList();
        List<OpenItem> meant = owed.stream()
                .filter(item -> item.dueDate().isBefore(today) != early)
                .toList();
        List<OpenItem> chosen = meant.isEmpty() ? owed : meant;
        return chosen.stream()
                .filter(item ->
                        item.open().currency().equals(chosen.get(0).open().currency()))
                .toList();
    }

    private static Money claimed(OpenItem item) {
        return item.open().minus(item.disputed());
    }

    private MessageFacts.Line line(OpenItem item) {
        return new MessageFacts.Line(
                item.number(),
                item.key().instalment(),
                item.issueDate(),
                item.dueDate(),
                (int) ChronoUnit.DAYS.between(item.dueDate(), today),
                item.original(),
                item.original().minus(item.open()),
                claimed(item));
    }

    private void ofPolicy(MessageFacts.Builder facts, Policy policy, Optional<String> stepId, String template) {
        Optional<PolicyStep> step = step(policy, stepId, template);
        step.flatMap(PolicyStep::deadlineDays).ifPresent(days -> facts.deadline(today.plusDays(days)));
        step.ifPresent(found -> {
            int next = policy.steps().indexOf(found) + 1;
            if (next < policy.steps().size()) {
                facts.announcedStep(policy.steps().get(next).template());
            }
        });
    }

    private static Optional<PolicyStep> step(Policy policy, Optional<String> id, String template) {
        return id.isPresent()
                ? policy.step(id.get())
                : policy.steps().stream()
                        .filter(step -> step.template().equals(template))
                        .findFirst();
    }
}
