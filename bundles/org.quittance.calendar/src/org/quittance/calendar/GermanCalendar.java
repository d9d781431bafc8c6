package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Germany; the nine days that all sixteen Länder keep. */
@Component(service = HolidayCalendar.class, property = "country=DE")
public final class GermanCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public GermanCalendar() {
        super("DE", "Europe/Berlin");
    }
}
