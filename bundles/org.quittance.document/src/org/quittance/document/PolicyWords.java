package org.quittance.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.model.Medium;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateProblem;
import org.quittance.service.tone.Tone;

/** Whether a policy can be run with the templates there are, before it is. */
final class PolicyWords {

    /** What a policy sends without having a step for it. */
    private static final List<String> ALWAYS = List.of("broken-promise", "broken-plan");

    private static final String THANKS = "thank-you";

    private final Policy policy;
    private final ShelfContents shelf;
    private final BiFunction<TemplateKey, Boolean, List<TemplateProblem>> judge;
    private final Set<TemplateProblem> problems = new LinkedHashSet<>();

    /** @param judge problems of one template, and whether it is used as a first reminder */
    PolicyWords(Policy policy, ShelfContents shelf, BiFunction<TemplateKey, Boolean, List<TemplateProblem>> judge) {
        this.policy = policy;
        this.shelf = shelf;
        this.judge = judge;
    }

    List<TemplateProblem> problems() {
        int reminders = 0;
        for (PolicyStep step : policy.steps()) {
            boolean reminds = isReminder(step) && !step.isBeforeDue();
            if (shelf.names().contains(step.template())) {
                for (Locale language : Templates.LANGUAGES) {
                    step(step, language, reminds && reminders == 0);
                }
                place(step, reminders);
            }
            reminders += reminds ? 1 : 0;
        }
        List<String> others = new ArrayList<>(ALWAYS);
        if (policy.thanks()) {
            others.add(THANKS);
        }
        for (String name : others) {
            for (TemplateForm form : List.of(TemplateForm.LETTER, TemplateForm.EMAIL)) {
                Templates.LANGUAGES.forEach(
                        language -> problems.addAll(judge.apply(new TemplateKey(name, language, form), false)));
            }
        }
        return List.copyOf(problems);
    }

    private static boolean isReminder(PolicyStep step) {
        return step.kind() == Kind.REMINDER || step.kind() == Kind.SUSPENSION;
    }

    private void step(PolicyStep step, Locale language, boolean first) {
        for (TemplateKey key : wanted(step, language)) {
            if (shelf.has(key)) {
                problems.addAll(judge.apply(key, first));
            } else {
                add(
                        step,
                        "template-missing",
                        key.fileName(),
                        "there is no template " + key.fileName() + ", which the step needs for its media");
            }
        }
    }

    /** An e-mail without words of its own has those of the letter. */
    private List<TemplateKey> wanted(PolicyStep step, Locale language) {
        List<TemplateKey> keys = new ArrayList<>();
        keys.add(new TemplateKey(
                step.template(), language, step.kind() == Kind.CALL ? TemplateForm.PHONE : TemplateForm.LETTER));
        TemplateKey email = new TemplateKey(step.template(), language, TemplateForm.EMAIL);
        if (step.media().contains(Medium.EMAIL) && shelf.has(email)) {
            keys.add(email);
        }
        if (step.media().contains(Medium.SMS)) {
            keys.add(new TemplateKey(step.template(), language, TemplateForm.SMS));
        }
        return keys;
    }

    /** Whether kind and tone of the words fit the place of the step. */
    private void place(PolicyStep step, int remindersBefore) {
        DocumentKind kind = kind(step);
        for (Locale language : Templates.LANGUAGES) {
            for (TemplateKey key : wanted(step, language)) {
                if (!shelf.has(key)) {
                    continue;
                }
                Map<String, String> head = TemplateCheck.head(shelf.source(key));
                String found = head.getOrDefault("kind", "");
                if (!found.isEmpty() && !found.equals(kind.name())) {
                    add(step, "kind", found, shelf.origin(key) + " is a " + found + ", the step needs a " + kind);
                }
                String tone = head.getOrDefault("tone", "").toUpperCase(Locale.ROOT);
                if (tone.equals(Tone.LAST.name()) && remindersBefore == 0
                        || tone.equals(Tone.FORMAL.name()) && isReminder(step)) {
                    add(
                            step,
                            "tone-early",
                            tone.toLowerCase(Locale.ROOT),
                            shelf.origin(key) + " speaks in the tone «" + tone.toLowerCase(Locale.ROOT)
                                    + "», which comes too early in this step");
                }
            }
        }
    }

    private static DocumentKind kind(PolicyStep step) {
        return switch (step.kind()) {
            case REMINDER, SUSPENSION -> DocumentKind.REMINDER;
            case CALL -> DocumentKind.CALL_SHEET;
            case FORMAL_NOTICE -> DocumentKind.FORMAL_NOTICE;
            case HANDOVER -> DocumentKind.HANDOVER_PROPOSAL;
        };
    }

    private void add(PolicyStep step, String code, String found, String text) {
        problems.add(
                new TemplateProblem("policy " + policy.id() + ", step " + step.id(), 0, code, true, found, "", text));
    }
}
