package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * What is done about one open item on one day.
 *
 * @param number the number printed on the invoice
 * @param open what is open
 * @param step the item's next step, whether or not it goes today
 * @param date the date the reason refers to: of the last message, the promise, the end of the hold …
 * @param amount the amount the reason refers to: the minimum, the disputed part …
 * @param detail a word the reason refers to: a field that is missing, a period, a message
 * @param nextDate the earliest day on which something may happen without anything else changing
 */
public record Answer(
        ItemKey item,
        String number,
        Money open,
        Reason reason,
        Optional<String> step,
        Optional<LocalDate> date,
        Optional<Money> amount,
        Optional<String> detail,
        Optional<LocalDate> nextDate) {

    public Answer {
        requireNonNull(item, "item");
        requireNonNull(number, "number");
        requireNonNull(open, "open");
        requireNonNull(reason, "reason");
        requireNonNull(step, "step");
        requireNonNull(date, "date");
        requireNonNull(amount, "amount");
        requireNonNull(detail, "detail");
        requireNonNull(nextDate, "nextDate");
    }

    public static Answer of(ItemKey item, String number, Money open, Reason reason) {
        return new Answer(
                item,
                number,
                open,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
