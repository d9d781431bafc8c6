package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Belgium. */
@Component(service = HolidayCalendar.class, property = "country=BE")
public final class BelgianCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public BelgianCalendar() {
        super("BE", "Europe/Brussels");
    }
}
