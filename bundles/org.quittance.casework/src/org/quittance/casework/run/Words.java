package org.quittance.casework.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.casework.live.Renderers;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyStep;

/** Whether there are words for what a run may have to say, looked at before it begins and remembered. For one thread. */
final class Words {

    private final Renderers renderers;
    private final Map<String, Map<Locale, @Nullable Boolean>> known = new HashMap<>();

    Words(Renderers renderers) {
        this.renderers = renderers;
    }

    /** @throws IllegalStateException where nobody has words for the template in that language */
    void require(String template, Locale language) {
        if (!knows(template, language)) {
            throw new IllegalStateException(
                    "no words for the template «" + template + "» in «" + language.getLanguage() + "»");
        }
    }

    /** Looks at every policy a debtor may have; anything missing or out of tone stops the run before it begins, all of it listed. */
    void check(PolicyLibrary library, String usual) throws CaseworkException {
        Set<String> problems = new LinkedHashSet<>();
        List<String> ids = library.ids();
        if (!ids.contains(usual)) {
            problems.add("there is no policy «" + usual + "»; known are " + String.join(", ", ids));
        }
        for (String id : ids) {
            try {
                library.policy(id).ifPresent(policy -> {
                    problems.addAll(missing(policy));
                    renderers.problems(policy).forEach(problem -> problems.add(problem.toString()));
                });
            } catch (IllegalStateException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw Failures.refusal(Kind.INPUT, "run.not-begun", String.join("\n", problems));
        }
    }

    private List<String> missing(Policy policy) {
        List<String> problems = new ArrayList<>();
        for (PolicyStep step : policy.steps()) {
            for (Locale language : Renderers.LANGUAGES) {
                if (!knows(step.template(), language)) {
                    problems.add("policy " + policy.id() + ", step " + step.id() + ": no words for the template «"
                            + step.template() + "» in «" + language.getLanguage() + "»" + renderers.known());
                }
            }
        }
        return problems;
    }

    private boolean knows(String template, Locale language) {
        Map<Locale, @Nullable Boolean> languages = known.getOrDefault(template, Map.of());
        Boolean answer = languages.get(language);
        if (answer == null) {
            answer = renderers.renderer(template, language).isPresent();
            Map<Locale, @Nullable Boolean> next = new HashMap<>(languages);
            next.put(language, answer);
            known.put(template, next);
        }
        return answer;
    }
}
