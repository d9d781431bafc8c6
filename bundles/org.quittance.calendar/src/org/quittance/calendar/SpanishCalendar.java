package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Spain; the days kept in the whole country, without those of the communities. */
@Component(service = HolidayCalendar.class, property = "country=ES")
public final class SpanishCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public SpanishCalendar() {
        super("ES", "Europe/Madrid");
    }
}
