package org.quittance.document;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names a template may use: what {@link TemplateFacts} has, and what has to be looked for before it is used. */
final class TemplateVariables {

    /** Always there. */
    private static final Set<String> TEXTS = Set.of(
            "creditor",
            "debtor",
            "reference",
            "paymentReference",
            "salutation",
            "count",
            "invoices",
            "oldestDue",
            "daysLate",
            "total",
            "principal",
            "date");

    /** There when the condition says so. */
    private static final Map<String, Set<String>> GUARDS = Map.ofEntries(
            Map.entry("contact", Set.of("hasContact")),
            Map.entry("phone", Set.of("hasPhone")),
            Map.entry("email", Set.of("hasEmail")),
            Map.entry("interest", Set.of("hasInterest")),
            Map.entry("indemnity", Set.of("hasIndemnity")),
            Map.entry("fees", Set.of("hasFees")),
            Map.entry("charges", Set.of("hasCharges", "hasInterest", "hasIndemnity", "hasFees")),
            Map.entry("deadline", Set.of("hasDeadline")),
            Map.entry("nextStep", Set.of("hasNextStep")),
            Map.entry("lastEarlier", Set.of("hasEarlier", "severalEarlier")),
            Map.entry("earlierDates", Set.of("hasEarlier", "severalEarlier")));

    /** True or false, for {@code {{#name}}} and {@code {{^name}}}. */
    private static final Set<String> CONDITIONS = Set.of(
            "hasContact",
            "hasPhone",
            "hasEmail",
            "hasLines",
            "hasInterest",
            "hasIndemnity",
            "hasFees",
            "hasCharges",
            "hasDeadline",
            "hasNextStep",
            "hasEarlier",
            "severalEarlier",
            "single");

    /** What somebody who reads over the debtor's shoulder must not see. */
    static final Set<String> NOT_IN_SMS = Set.of(
            "total",
            "principal",
            "interest",
            "indemnity",
            "fees",
            "charges",
            "daysLate",
            "earlierDates",
            "lastEarlier",
            "nextStep",
            "deadline");

    private TemplateVariables() {}

    static boolean isCondition(String name) {
        return CONDITIONS.contains(name);
    }

    static boolean isText(String name) {
        return TEXTS.contains(name) || GUARDS.containsKey(name);
    }

    /** Conditions of which one must hold around a variable; empty for what is always there. */
    static Optional<Set<String>> guards(String name) {
        return GUARDS.containsKey(name) ? Optional.of(GUARDS.get(name)) : Optional.empty();
    }

    static Set<String> texts() {
        Set<String> all = new TreeSet<>(TEXTS);
        all.addAll(GUARDS.keySet());
        return all;
    }

    static Set<String> conditions() {
        return new TreeSet<>(CONDITIONS);
    }
}
