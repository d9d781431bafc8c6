package org.quittance.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** Reads one step. */
final class StepFields {

    private static final List<String> KNOWN = List.of(
            "id",
            "kind",
            "thresholdDays",
            "gapDays",
            "template",
            "media",
            "charges",
            "lateFee",
            "minimumOpen",
            "onlyUnanswered",
            "remindersBefore",
            "evidence",
            "deadlineDays",
            "expiresAfterDays");

    private StepFields() {}

    /** Empty when something is missing that a step cannot be made without; the fields then hold the problems. */
    static Optional<PolicyStep> read(Fields fields) {
        fields.onlyKnow(KNOWN);
        String id = fields.identifier("id", "a name that stays for the life of the policy");
        fields.required("kind", "reminder, call, formal-notice, suspension or handover");
        Optional<Kind> kind = fields.word("kind", Kind.values());
        fields.required("thresholdDays", "the days relative to the due date, negative before it");
        Optional<Integer> thresholdDays = fields.whole("thresholdDays", -365, 3650);
        Optional<Integer> gapDays = fields.whole("gapDays", 1, 365);
        String template = fields.identifier("template", "the name of the words");
        List<Medium> media = media(fields);
        if (id.isEmpty() || kind.isEmpty() || thresholdDays.isEmpty() || template.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PolicyStep(
                id,
                kind.get(),
                thresholdDays.get(),
                gapDays,
                template,
                media,
                fields.words("charges", ChargeKind.values()),
                fields.amounts("lateFee"),
                fields.amounts("minimumOpen"),
                fields.flag("onlyUnanswered"),
                fields.whole("remindersBefore", 0, 20).orElse(0),
                fields.word("evidence", EvidenceGrade.values()).orElse(EvidenceGrade.DECLARED),
                fields.whole("deadlineDays", 1, 90),
                fields.whole("expiresAfterDays", 1, 90).orElse(0)));
    }

    private static List<Medium> media(Fields fields) {
        List<Medium> media = new ArrayList<>();
        for (String word : fields.texts("media")) {
            try {
                media.add(Medium.of(word));
            } catch (IllegalArgumentException e) {
                fields.problem("media", "«" + word + "» is not a medium such as letter, email or call");
            }
        }
        return media;
    }
}
