package org.quittance.engine.policy;

import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.api.model.Money;
import org.quittance.api.model.Sha256;
import org.quittance.service.policy.AgreementLimits;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.SendingWindow;

/** What a policy says, written in one way only, so that spaces, order of fields and spelled-out defaults do not change its hash. */
final class CanonicalText {

    private final StringBuilder text = new StringBuilder();

    private CanonicalText() {}

    /** SHA-256 of the text, hexadecimal. */
    static String hash(Policy policy) {
        return Sha256.hex(of(policy));
    }

    static String of(Policy policy) {
        CanonicalText canonical = new CanonicalText();
        canonical.policy(policy);
        policy.steps().forEach(canonical::step);
        return canonical.text.toString();
    }

    private void policy(Policy policy) {
        line("policy", policy.id());
        line("names", new TreeMap<>(policy.names()));
        line("minimumOpen", amounts(policy.minimumOpen()));
        line("minimumGapDays", policy.minimumGapDays());
        line("bankAgeMaxDays", policy.bankAgeMaxDays().map(String::valueOf).orElse("-"));
        line("transitDays", policy.transitDays());
        line("thanks", policy.thanks());
        // Policies from before there were limits keep their hash.
        if (!policy.agreements().equals(AgreementLimits.USUAL)) {
            line("agreements", policy.agreements());
        }
        if (!policy.window().equals(SendingWindow.BUSINESS_DAYS)) {
            line(
                    "window",
                    sorted(policy.window().days())
                            + policy.window().from()
                            + policy.window().to());
        }
    }

    private void step(PolicyStep step) {
        line("step", step.id());
        line("kind", step.kind());
        line("thresholdDays", step.thresholdDays());
        line("gapDays", step.gapDays().map(String::valueOf).orElse("-"));
        line("template", step.template());
        line("media", step.media());
        line("charges", sorted(step.charges()));
        line("lateFee", amounts(step.lateFee()));
        line("minimumOpen", amounts(step.minimumOpen()));
        line("onlyUnanswered", step.onlyUnanswered());
        line("remindersBefore", step.remindersBefore());
        line("evidence", step.evidence());
        line("deadlineDays", step.deadlineDays().map(String::valueOf).orElse("-"));
        line("expiresAfterDays", step.expiresAfterDays());
    }

    private void line(String name, Object value) {
        text.append(name).append('=').append(value).append('\n');
    }

    private static String amounts(Map<Currency, Money> amounts) {
        return sorted(amounts.values());
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList().toString();
    }
}
