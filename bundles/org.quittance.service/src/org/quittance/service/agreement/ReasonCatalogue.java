package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Why debtors do not pay, what to answer and what follows. A firm replaces the shipped one by a service of higher rank. */
@ConsumerType
public interface ReasonCatalogue {

    /** In the order in which they are offered. */
    List<DebtorReason> reasons();

    default Optional<DebtorReason> reason(String code) {
        return reasons().stream().filter(known -> known.code().equals(code)).findFirst();
    }

    /**
     * A reason.
     *
     * @param code stable, lower-case words joined by hyphens
     * @param days for an effect that ends or has a deadline: after how many days; zero otherwise
     * @param words by language code; English is always there
     */
    record DebtorReason(String code, Effect effect, int days, Map<String, Words> words) {

        public DebtorReason {
            requireNonNull(code, "code");
            requireNonNull(effect, "effect");
            words = Map.copyOf(words);
            if (!words.containsKey(Locale.ENGLISH.getLanguage())) {
                throw new IllegalArgumentException("reason " + code + " has no English words");
            }
        }

        public Words words(Locale language) {
            String own = language.getLanguage();
            return requireNonNull(words.get(words.containsKey(own) ? own : Locale.ENGLISH.getLanguage()), "words");
        }
    }

    /**
     * @param title what a person chooses it by
     * @param answer what to do
     * @param script what to say on the phone, a sentence or two each
     */
    record Words(String title, String answer, List<String> script) {

        public Words {
            requireNonNull(title, "title");
            requireNonNull(answer, "answer");
            script = List.copyOf(script);
        }
    }

    /** What follows from a reason. */
    enum Effect {
        /** Dunning stops for some days. */
        HOLD,
        /** The named invoices are disputed. */
        DISPUTE,
        /** A promise with a date is asked for. */
        PROMISE,
        /** A plan is offered. */
        PLAN,
        /** Nobody calls any more; everything is done in writing. */
        WRITING_ONLY,
        /** The address is looked for; the ladder goes on. */
        TRACE,
        /** Everything stops and the claim is filed. */
        FREEZE,
        /** The ladder goes on towards the formal notice. */
        LADDER
    }
}
