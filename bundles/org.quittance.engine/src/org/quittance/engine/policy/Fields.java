package org.quittance.engine.policy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Money;
import org.quittance.service.policy.PolicyProblem;

/** The fields of one JSON object, read by name and type; whatever does not fit is added to the problems. */
final class Fields {

    private static final int TEXT_LENGTH_MAX = 200;

    private final Json.Object object;
    private final String prefix;
    private final List<PolicyProblem> problems;

    /** @param path of the object, empty for the policy itself */
    Fields(Json.Object object, String path, List<PolicyProblem> problems) {
        this.object = object;
        this.prefix = path.isEmpty() ? "" : path + ".";
        this.problems = problems;
    }

    int line() {
        return object.line();
    }

    /** The line of a field; the line of the object where the field is missing. */
    int line(String name) {
        Json value = value(name);
        return value == null ? object.line() : value.line();
    }

    boolean has(String name) {
        return object.fields().containsKey(name);
    }

    private @Nullable Json value(String name) {
        return has(name) ? object.fields().get(name) : null;
    }

    Optional<Json> json(String name) {
        Json value = value(name);
        return value == null ? Optional.empty() : Optional.of(value);
    }

    /** How many problems there are so far. */
    int problems() {
        return problems.size();
    }

    void problem(String name, String text) {
        problems.add(new PolicyProblem(line(name), prefix + name, text));
    }

    /** Reports every field that is not among the known ones. */
    void onlyKnow(List<String> known) {
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                problem(field.getKey(), "unknown field" + Spelling.hint(field.getKey(), known));
            }
        }
    }

    Optional<Json> required(String name, String meaning) {
        Json value = value(name);
        if (value == null) {
            problem(name, "is missing; give " + meaning);
        }
        return value == null ? Optional.empty() : Optional.of(value);
    }

    String requiredText(String name, String meaning) {
        return required(name, meaning).isPresent() ? text(name).orElse("") : "";
    }

    Optional<String> text(String name) {
        Json value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Json.Text text)) {
            wrongType(name, value, "text");
            return Optional.empty();
        }
        if (text.value().isBlank() || text.value().length() > TEXT_LENGTH_MAX) {
            problem(name, "is blank or longer than " + TEXT_LENGTH_MAX + " characters");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    /** A stable name: lower-case words joined by hyphens; empty text when it is missing or bad. */
    String identifier(String name, String meaning) {
        String text = requiredText(name, meaning);
        if (!text.isEmpty() && !text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            problem(name, "«" + text + "» is not a name of lower-case words joined by hyphens, such as formal-notice");
        }
        return text;
    }

    Optional<Integer> whole(String name, int least, int most) {
        Json value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Json.Number number)) {
            wrongType(name, value, "a whole number");
            return Optional.empty();
        }
        try {
            int whole = number.value().intValueExact();
            if (whole < least || whole > most) {
                problem(name, "is " + whole + ", allowed is " + least + " to " + most);
                return Optional.empty();
            }
            return Optional.of(whole);
        } catch (ArithmeticException e) {
            problem(name, "is " + number.value().toPlainString() + ", expected a whole number of days");
            return Optional.empty();
        }
    }

    boolean flag(String name) {
        Json value = value(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Json.Flag flag) {
            return flag.value();
        }
        wrongType(name, value, "true or false");
        return false;
    }

    /** A word of an enumeration in lower case with hyphens. */
    <E extends Enum<E>> Optional<E> word(String name, E[] all) {
        return text(name).flatMap(text -> constant(name, text, all));
    }

    /** A list of such words, each once. */
    <E extends Enum<E>> Set<E> words(String name, E[] all) {
        Set<E> found = new LinkedHashSet<>();
        for (String text : texts(name)) {
            constant(name, text, all).ifPresent(found::add);
        }
        return found;
    }

    /** A list of texts; what is twice in it is a problem. */
    List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        Json value = value(name);
        if (value instanceof Json.Array array) {
            for (Json element : array.values()) {
                if (!(element instanceof Json.Text text) || text.value().isBlank()) {
                    wrongType(name, element, "a list of words");
                } else if (found.contains(text.value())) {
                    problem(name, "«" + text.value() + "» is in the list twice");
                } else {
                    found.add(text.value());
                }
            }
        } else if (value != null) {
            wrongType(name, value, "a list of words");
        }
        return found;
    }

    /** Amounts by currency code, as decimal texts; each positive. */
    Map<Currency, Money> amounts(String name) {
        Map<Currency, Money> amounts = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry :
                textsByKey(name, "amounts such as {\"EUR\": \"10.00\"}").entrySet()) {
            try {
                Money amount = Money.parse(entry.getValue(), entry.getKey());
                if (amount.isPositive()) {
                    amounts.put(amount.currency(), amount);
                } else {
                    problem(name, entry.getValue() + " " + entry.getKey() + " is not more than zero");
                }
            } catch (IllegalArgumentException | ArithmeticException e) {
                problem(
                        name,
                        "«" + entry.getValue() + "» in «" + entry.getKey()
                                + "» is not an amount; write it as {\"EUR\": \"10.00\"} with a currency code of ISO"
                                + " 4217");
            }
        }
        return amounts;
    }

    Map<String, String> textsByKey(String name, String expected) {
        Map<String, String> found = new LinkedHashMap<>();
        Json value = value(name);
        if (value instanceof Json.Object map) {
            for (Map.Entry<String, Json> entry : map.fields().entrySet()) {
                if (entry.getValue() instanceof Json.Text text && !text.value().isBlank()) {
                    found.put(entry.getKey(), text.value());
                } else {
                    wrongType(name, entry.getValue(), expected);
                }
            }
        } else if (value != null) {
            wrongType(name, value, expected);
        }
        return found;
    }

    private <E extends Enum<E>> Optional<E> constant(String name, String text, E[] all) {
        List<String> words = new ArrayList<>();
        for (E constant : all) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text)) {
                return Optional.of(constant);
            }
            words.add(word);
        }
        problem(name, "«" + text + "» is not one of " + String.join(", ", words) + Spelling.hint(text, words));
        return Optional.empty();
    }

    private void wrongType(String name, @Nullable Json value, String expected) {
        problem(name, "is " + (value == null ? "missing" : value.word()) + ", expected " + expected);
    }
}
