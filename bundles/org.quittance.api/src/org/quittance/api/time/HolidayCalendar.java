package org.quittance.api.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** The days of one country on which nothing is sent. Pure and safe for any thread; called often, so answer fast. */
@ConsumerType
public interface HolidayCalendar {

    /** ISO 3166-1 alpha-2 code of the country whose days this calendar knows. */
    String country();

    /** Whether mail may leave on that day: not a Saturday, Sunday or public holiday. */
    boolean isBusinessDay(LocalDate day);

    /** The zone in which hours of the day are meant in this country; empty where it has several, or none is known. */
    default Optional<ZoneId> zone() {
        return Optional.empty();
    }
}
