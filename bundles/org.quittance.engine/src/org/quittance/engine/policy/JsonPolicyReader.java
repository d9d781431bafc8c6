package org.quittance.engine.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.model.Money;
import org.quittance.service.policy.AgreementLimits;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyProblem;
import org.quittance.service.policy.PolicyReader;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.SendingWindow;

/**
 * Reads policies from JSON and names every problem with its line and field. Days are calendar days unless a field says
 * otherwise; amounts are decimal texts by currency. Bad text never throws, it comes back as problems. Safe for any thread.
 */
@Component
public final class JsonPolicyReader implements PolicyReader {

    private static final List<String> SHIPPED = List.of("standard", "service", "gentle");
    private static final List<String> KNOWN = List.of(
            "id",
            "names",
            "minimumOpen",
            "minimumGapDays",
            "bankAgeMaxDays",
            "transitDays",
            "thanks",
            "steps",
            "agreements",
            "window");
    private static final int LENGTH_MAX = 200_000;
    private static final int STEPS_MAX = 30;

    private final List<Policy> shipped;

    /** Reads the shipped policies; they are part of the bundle, so a bad one is a bug and stops the component. */
    @Activate
    public JsonPolicyReader() {
        this.shipped = SHIPPED.stream().map(this::resource).toList();
    }

    @Override
    public List<Policy> shipped() {
        return shipped;
    }

    @Override
    public Optional<String> shippedSource(String id) {
        return SHIPPED.contains(id) ? Optional.of(text(id)) : Optional.empty();
    }

    @Override
    public Reading read(String json) {
        requireNonNull(json, "json");
        List<PolicyProblem> problems = new ArrayList<>();
        List<Policy> policy = new ArrayList<>();
        parse(json, problems).ifPresent(object -> policy(object, problems).ifPresent(policy::add));
        problems.sort(Comparator.comparingInt(PolicyProblem::line));
        return new Reading(problems.isEmpty() ? policy : List.of(), problems);
    }

    private static Optional<Json.Object> parse(String json, List<PolicyProblem> problems) {
        if (json.length() > LENGTH_MAX) {
            problems.add(new PolicyProblem(0, "", "has more than " + LENGTH_MAX + " characters, no policy is so long"));
            return Optional.empty();
        }
        try {
            Json value = Json.parse(json);
            if (value instanceof Json.Object object) {
                return Optional.of(object);
            }
            problems.add(new PolicyProblem(value.line(), "", "is " + value.word() + ", expected one policy: {…}"));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            problems.add(new PolicyProblem(
                    at == null ? 0 : Math.max(at.getLineNr(), 0), "", "is not JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return Optional.empty();
    }

    private static Optional<Policy> policy(Json.Object object, List<PolicyProblem> problems) {
        Fields fields = new Fields(object, "", problems);
        fields.onlyKnow(KNOWN);
        String id = fields.identifier("id", "the name by which creditors and debtors choose the policy");
        fields.required("minimumGapDays", "the least number of days between two messages to one debtor");
        Optional<Integer> minimumGapDays = fields.whole("minimumGapDays", 1, 90);
        fields.required("transitDays", "the business days a transfer may travel");
        Optional<Integer> transitDays = fields.whole("transitDays", 0, 15);
        List<PolicyStep> steps = steps(fields, problems);
        Map<String, String> names = names(fields);
        Map<Currency, Money> minimumOpen = fields.amounts("minimumOpen");
        Optional<Integer> bankAgeMaxDays = fields.whole("bankAgeMaxDays", 0, 90);
        boolean thanks = fields.flag("thanks");
        AgreementLimits agreements = AgreementFields.read(fields, problems);
        SendingWindow window = WindowFields.read(fields, problems);
        if (!problems.isEmpty() || minimumGapDays.isEmpty() || transitDays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(hashed(new Policy(
                id,
                "",
                names,
                minimumOpen,
                minimumGapDays.get(),
                bankAgeMaxDays,
                transitDays.get(),
                thanks,
                steps,
                agreements,
                window)));
    }

    private static Map<String, String> names(Fields fields) {
        fields.required("names", "what people call it, such as {\"fr\": \"Standard\", \"en\": \"Standard\"}");
        Map<String, String> names = fields.textsByKey("names", "names by language such as {\"fr\": \"Standard\"}");
        for (String language : names.keySet()) {
            if (!language.matches("[a-z]{2,3}")) {
                fields.problem("names", "«" + language + "» is not a language code such as fr");
            }
        }
        return names;
    }

    private static List<PolicyStep> steps(Fields fields, List<PolicyProblem> problems) {
        List<PolicyStep> steps = new ArrayList<>();
        List<Fields> fieldsOfSteps = new ArrayList<>();
        Optional<Json> value = fields.required("steps", "the steps of the ladder in rising order");
        if (value.isEmpty()) {
            return steps;
        }
        if (!(value.get() instanceof Json.Array array) || array.values().isEmpty()) {
            fields.problem("steps", "is " + value.get().word() + ", expected a list with at least one step");
            return steps;
        }
        if (array.values().size() > STEPS_MAX) {
            fields.problem("steps", "has " + array.values().size() + " steps, at most " + STEPS_MAX + " are allowed");
            return steps;
        }
        for (int index = 0; index < array.values().size(); index++) {
            String path = "steps[" + index + "]";
            Json element = array.values().get(index);
            if (element instanceof Json.Object object) {
                Fields its = new Fields(object, path, problems);
                StepFields.read(its).ifPresent(step -> {
                    steps.add(step);
                    fieldsOfSteps.add(its);
                });
            } else {
                problems.add(
                        new PolicyProblem(element.line(), path, "is " + element.word() + ", expected a step: {…}"));
            }
        }
        if (steps.size() == array.values().size()) {
            Contradictions.check(steps, fieldsOfSteps);
        }
        return steps;
    }

    private static Policy hashed(Policy draft) {
        return new Policy(
                draft.id(),
                CanonicalText.hash(draft),
                draft.names(),
                draft.minimumOpen(),
                draft.minimumGapDays(),
                draft.bankAgeMaxDays(),
                draft.transitDays(),
                draft.thanks(),
                draft.steps(),
                draft.agreements(),
                draft.window());
    }

    private Policy resource(String id) {
        Reading reading = read(text(id));
        if (!reading.problems().isEmpty()) {
            throw new IllegalStateException("the shipped policy " + id + " is bad: " + reading.problems());
        }
        return reading.policy().get(0);
    }

    private static String text(String id) {
        String name = id + ".json";
        try (InputStream stream = JsonPolicyReader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the shipped policy " + name + " is missing from the bundle");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped policy " + name, e);
        }
    }
}
