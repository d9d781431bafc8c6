package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** The bank holidays of England and Wales with their substitute days; Scotland and Northern Ireland keep others. */
@Component(service = HolidayCalendar.class, property = "country=GB")
public final class BritishCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public BritishCalendar() {
        super("GB", "Europe/London");
    }
}
