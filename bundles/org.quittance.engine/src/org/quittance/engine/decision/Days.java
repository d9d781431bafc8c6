package org.quittance.engine.decision;

import java.time.LocalDate;
import org.quittance.service.decision.Law;
import org.quittance.service.policy.SendingWindow;

/**
 * Days on which something may leave: business days of the creditor's country and, for messages, of the debtor's too and within
 * the window of the policy. The window's hours are for whoever sends.
 */
final class Days {

    /** Longer than any run of holidays; a calendar that closes for longer is broken and does not stop the program. */
    private static final int SEARCH_MAX = 60;

    private final Law law;
    private final String creditorCountry;
    private final String debtorCountry;
    private final SendingWindow window;

    Days(Law law, String creditorCountry, String debtorCountry, SendingWindow window) {
        this.law = law;
        this.creditorCountry = creditorCountry;
        this.debtorCountry = debtorCountry;
        this.window = window;
    }

    boolean isOpen(Lane lane, LocalDate day) {
        return isBusinessDay(lane, day) && (lane != Lane.MESSAGE || window.includes(day));
    }

    boolean isBusinessDay(Lane lane, LocalDate day) {
        return law.isBusinessDay(creditorCountry, day)
                && (lane != Lane.MESSAGE
                        || debtorCountry.equals(creditorCountry)
                        || law.isBusinessDay(debtorCountry, day));
    }

    /** The day itself or the first open one after it. */
    LocalDate firstOpen(Lane lane, LocalDate from) {
        LocalDate day = from;
        for (int count = 0; count < SEARCH_MAX && !isOpen(lane, day); count++) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day itself or the first one after it on which the creditor's bank can receive money. */
    LocalDate bankDay(LocalDate day) {
        return firstOpen(Lane.CALL, day);
    }

    /** So many business days of the creditor's bank later. */
    LocalDate plusBankDays(LocalDate from, int bankDays) {
        LocalDate day = from;
        for (int count = 0; count < bankDays; count++) {
            day = firstOpen(Lane.CALL, day.plusDays(1));
        }
        return day;
    }
}
