package org.quittance.casework.send;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Medium;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.decision.Law;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.SendingWindow;

/**
 * Tells whether a message may reach a debtor now, on the debtor's own day and hour: not on a day that is no business day there,
 * and not outside the window of the policy. Letters are bound by days alone.
 *
 * <p>A simulated workspace plays a day as one instant, whatever the hour on the machine: on a day the window includes, that instant
 * is inside its hours.
 */
public final class SendingHours {

    /** Longer than any run of holidays. */
    private static final int SEARCH_MAX_DAYS = 60;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private static final Sentence NEVER = Sentence.plain("");

    private final BusinessClock clock;
    private final Creditor creditor;
    private final LocalDate today;
    private final Law law;

    /** @param today in the creditor's zone; the day that a simulated workspace plays */
    public SendingHours(BusinessClock clock, Creditor creditor, LocalDate today, Law law) {
        this.clock = clock;
        this.creditor = creditor;
        this.today = today;
        this.law = law;
    }

    /** Why nothing may reach somebody in that country now through a medium, and when it may; empty where it may. */
    public Optional<Sentence> closed(Policy policy, String country, Medium medium) {
        SendingWindow window = policy.window();
        ZoneId zone = law.zone(country).orElse(creditor.zone());
        LocalDateTime now =
                clock.isSimulated() ? today.atTime(window.from()) : LocalDateTime.ofInstant(clock.now(), zone);
        LocalDate day = now.toLocalDate();
        if (!law.isBusinessDay(country, day)) {
            return Optional.of(Sentence.of(SendingHours.class, "day.closed", day, country));
        }
        boolean isBoundByHours = !medium.equals(Medium.LETTER);
        if (window.includes(day) && (!isBoundByHours || window.includes(now.toLocalTime()))) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of(
                SendingHours.class,
                "window.closed",
                policy.id(),
                HOUR.format(now),
                day,
                zone,
                opening(window, country, now, isBoundByHours)));
    }

    private Sentence opening(SendingWindow window, String country, LocalDateTime now, boolean isBoundByHours) {
        LocalDate day = now.toLocalDate();
        // What is closed now and waits for the hour opens today, unless its hours are over.
        if (!window.includes(day) || window.hasPassed(now.toLocalTime())) {
            day = day.plusDays(1);
        }
        LocalDate last = day.plusDays(SEARCH_MAX_DAYS);
        while (day.isBefore(last) && !(law.isBusinessDay(country, day) && window.includes(day))) {
            day = day.plusDays(1);
        }
        return day.equals(last)
                ? NEVER
                : isBoundByHours
                        ? Sentence.of(SendingHours.class, "window.opens-at", day, HOUR.format(window.from()))
                        : Sentence.of(SendingHours.class, "window.opens", day);
    }
}
