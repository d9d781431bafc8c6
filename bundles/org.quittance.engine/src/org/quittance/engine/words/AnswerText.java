package org.quittance.engine.words;

import java.util.Optional;
import org.quittance.service.decision.Answer;

/**
 * One sentence per answer. A reason may have its own sentence for a detail, under the key {@code reason.CODE.detail}, and one
 * for every detail, under {@code reason.CODE.any}.
 */
public final class AnswerText {

    private AnswerText() {}

    public static String of(Answer answer, Words words) {
        String key = "reason." + answer.reason().name();
        String special = answer.detail().map(detail -> key + "." + detail).orElse(key);
        String any = answer.detail().isPresent() && words.has(key + ".any") ? key + ".any" : key;
        return words.say(words.has(special) ? special : any, name -> value(name, answer, words));
    }

    private static Optional<String> value(String name, Answer answer, Words words) {
        return switch (name) {
            case "number" -> Optional.of(answer.number());
            case "value" ->
                Optional.of(
                        words.amount(answer.open().isNegative() ? answer.open().negated() : answer.open()));
            case "step" -> answer.step().map(words::step);
            case "date" -> answer.date().map(words::date);
            case "amount" -> answer.amount().map(words::amount);
            case "detail" -> answer.detail();
            case "other" -> answer.detail().map(words::step);
            case "next" -> answer.nextDate().map(words::date);
            default -> throw new IllegalArgumentException("no answer has «" + name + "»");
        };
    }
}
