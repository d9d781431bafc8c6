package org.quittance.service.policy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * A dunning policy.
 *
 * @param id stable name, lower-case words joined by hyphens
 * @param hash SHA-256 of its canonical text, hexadecimal; cases pin it
 * @param names what people call it, by language
 * @param minimumOpen below this a debtor gets nothing, by currency; a currency that is missing has no minimum
 * @param minimumGapDays least days between two messages to one debtor in one currency
 * @param bankAgeMaxDays how many days behind today bank data may be; empty where the policy does not ask
 * @param transitDays days a transfer may travel after the date it was promised for
 * @param thanks whether a debtor is thanked once everything it was reminded of is paid
 * @param steps in rising order of threshold
 * @param agreements what may be agreed without an approver
 * @param window when messages may reach a debtor
 */
public record Policy(
        String id,
        String hash,
        Map<String, String> names,
        Map<Currency, Money> minimumOpen,
        int minimumGapDays,
        Optional<Integer> bankAgeMaxDays,
        int transitDays,
        boolean thanks,
        List<PolicyStep> steps,
        AgreementLimits agreements,
        SendingWindow window) {

    /** Step and template of the message that thanks for a payment. It is beside the ladder. */
    public static final String THANKS = "thank-you";

    public Policy {
        requireNonNull(id, "id");
        requireNonNull(hash, "hash");
        names = Map.copyOf(names);
        minimumOpen = Map.copyOf(minimumOpen);
        requireNonNull(bankAgeMaxDays, "bankAgeMaxDays");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("policy " + id + " has no step");
        }
        requireNonNull(agreements, "agreements");
        requireNonNull(window, "window");
    }

    /** A policy with the usual limits for agreements, that sends on business days at any hour. */
    public Policy(
            String id,
            String hash,
            Map<String, String> names,
            Map<Currency, Money> minimumOpen,
            int minimumGapDays,
            Optional<Integer> bankAgeMaxDays,
            int transitDays,
            boolean thanks,
            List<PolicyStep> steps) {
        this(
                id,
                hash,
                names,
                minimumOpen,
                minimumGapDays,
                bankAgeMaxDays,
                transitDays,
                thanks,
                steps,
                AgreementLimits.USUAL,
                SendingWindow.BUSINESS_DAYS);
    }

    /** Whether a step of a history is a message of thanks, which no policy names. */
    public static boolean isThanks(String step) {
        return step.equals(THANKS);
    }

    public Optional<PolicyStep> step(String stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    /** Whether nothing may be sent on a day because what the bank received is not known until late enough. */
    public boolean isBankDataTooOld(Optional<LocalDate> paymentsKnownUntil, LocalDate today) {
        return bankAgeMaxDays.isPresent()
                && (paymentsKnownUntil.isEmpty()
                        || ChronoUnit.DAYS.between(paymentsKnownUntil.get(), today) > bankAgeMaxDays.get());
    }
}
