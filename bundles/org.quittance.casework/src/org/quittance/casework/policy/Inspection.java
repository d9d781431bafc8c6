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

    private static final String FRANCE = "FR";
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
            words(step.template(), path, problems);
            for (ChargeKind charge :
                    step.charges().stream().sorted(Comparator.naturalOrder()).toList()) {
                charge(step, path, charge, problems);
            }
        }
        renderers
                .problems(policy)
                .forEach(problem -> problems.add(new PolicyProblem(
                        0, problem.file() + (problem.line() > 0 ? ":" + problem.line() : ""), problem.text())));
        return problems;
    }

    /** Of a file that has other problems: whoever mends those hears of these at the same time. */
    List<PolicyProblem> templateProblems(List<String> templates) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            if (!templates.get(i).isBlank()) {
                words(templates.get(i), "steps[" + i + "]", problems);
            }
        }
        return problems;
    }

    private void words(String template, String path, List<PolicyProblem> problems) {
        List<String> missing = Renderers.LANGUAGES.stream()
                .filter(language -> renderers.renderer(template, language).isEmpty())
                .map(language -> "«" + language.getLanguage() + "»")
                .toList();
        if (!missing.isEmpty()) {
            problems.add(new PolicyProblem(
                    0,
                    path + ".template",
                    "there are no words for the template «" + template + "» in " + String.join(", ", missing)
                            + "; name another template or install a renderer that has them" + renderers.known()));
        }
    }

    /**
     * A charge nobody may be asked for is a mistake. One that some may be asked for is none: the engine charges by title and leaves it
     * out for the rest. A late fee asked of a French consumer is an offence, whoever claims a title for it.
     */
    private void charge(PolicyStep step, String path, ChargeKind charge, List<PolicyProblem> problems) {
        Set<String> without = new TreeSet<>();
        Set<String> never = new TreeSet<>();
        for (String country : countries) {
            List<DebtorKind> barred = KINDS.stream()
                    .filter(kind -> !hasTitle(country, kind, charge))
                    .toList();
            if (barred.size() == KINDS.size()) {
                never.add(country);
            } else {
                barred.forEach(
                        kind -> without.add(kind.name().toLowerCase(Locale.ROOT) + " of a creditor in " + country));
            }
            if (charge == ChargeKind.LATE_FEE && country.equals(FRANCE) && !barred.contains(DebtorKind.CONSUMER)) {
                problems.add(new PolicyProblem(
                        0,
                        path + ".charges",
                        "an installed interest regime gives a late fee title against consumers of a creditor in FR,"
                                + " where asking for it is an offence; uninstall that regime or remove the charge from"
                                + " step "
                                + step.id()));
            }
        }
        if (!never.isEmpty() && never.equals(countries)) {
            problems.add(new PolicyProblem(
                    0,
                    path + ".charges",
                    "no kind of debtor of a creditor in " + String.join(", ", never) + " may be asked for " + charge
                            + "; remove it from step " + step.id()));
        } else if (!never.isEmpty() || !without.isEmpty()) {
            never.forEach(country -> without.add("any debtor of a creditor in " + country));
            problems.add(PolicyProblem.warning(
                    path + ".charges",
                    charge + " has no title against " + String.join(", ", without) + "; step " + step.id()
                            + " goes to them without it"));
        }
    }

    private boolean hasTitle(String country, DebtorKind kind, ChargeKind charge) {
        return law.regime(country, kind)
                .map(InterestRegime::titles)
                .map(titles -> titles.contains(charge))
                .orElse(false);
    }
}
