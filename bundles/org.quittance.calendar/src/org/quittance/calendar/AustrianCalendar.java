package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Austria. */
@Component(service = HolidayCalendar.class, property = "country=AT")
public final class AustrianCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public AustrianCalendar() {
        super("AT", "Europe/Vienna");
    }
}
