package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Luxembourg. */
@Component(service = HolidayCalendar.class, property = "country=LU")
public final class LuxembourgCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public LuxembourgCalendar() {
        super("LU", "Europe/Luxembourg");
    }
}
