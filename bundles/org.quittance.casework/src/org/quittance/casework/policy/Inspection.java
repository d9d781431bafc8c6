package org.quittance.casework.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.decision.Law;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyProblem;
import org.quittance.service.policy.PolicyStep;

/** Finds what only this installation can find wrong with a policy: words that are missing, charges nobody may be asked for. */
final class Inspection {

    private static final List<DebtorKind> KINDS = List.of(DebtorKind.BUSINESS, DebtorKind.CONSUMER, DebtorKind.PUBLIC);

    private final Renderers renderers;
    private final Law law;
    private final Set<String> countries;

    Inspection(Renderers renderers, Installation installation, CreditorDirectory creditors) {
        this.renderers = renderers;
        this.law = installation.law();
        this.countries = new TreeSet<>(creditors.creditors().stream()
                .map(creditor -> creditor.address().country())
                .toList());
    }

    List<PolicyProblem> problems(Policy policy) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (int i = 0; i < policy.steps().size(); i++) {
            PolicyStep step = policy.steps().get(i);
            String path = "steps[" + i + "]";
            words(step, path, problems);
            for (ChargeKind charge :
                    step.charges().stream().sorted(Comparator.naturalOrder()).toList()) {
                countries.forEach(country -> charge(step, path, charge, country, problems));
            }
        }
        return problems;
    }

    private void words(PolicyStep step, String path, List<PolicyProblem> problems) {
        for (Locale language : Renderers.LANGUAGES) {
            if (renderers.renderer(step.template(), language).isEmpty()) {
                problems.add(new PolicyProblem(
                        0,
                        path + ".template",
                        "there are no words for the template «" + step.template() + "» in «" + language.getLanguage()
                                + "»; name another template or install a renderer that has them"));
            }
        }
    }

    private void charge(PolicyStep step, String path, ChargeKind charge, String country, List<PolicyProblem> problems) {
        boolean anybody = KINDS.stream().anyMatch(kind -> hasTitle(country, kind, charge));
        if (!anybody) {
            problems.add(new PolicyProblem(
                    0,
                    path + ".charges",
                    "no kind of debtor of a creditor in " + country + " may be asked for " + charge
                            + "; remove it from step " + step.id()));
        } else if (charge == ChargeKind.LATE_FEE && !hasTitle(country, DebtorKind.CONSUMER, charge)) {
            problems.add(new PolicyProblem(
                    0,
                    path + ".charges",
                    "a late fee has no title against consumers of a creditor in " + country + "; remove it from step "
                            + step.id() + " or use interest and indemnity, which are left out for consumers"));
        }
    }

    private boolean hasTitle(String country, DebtorKind kind, ChargeKind charge) {
        return law.regime(country, kind)
                .map(InterestRegime::titles)
                .map(titles -> titles.contains(charge))
                .orElse(false);
    }
}
