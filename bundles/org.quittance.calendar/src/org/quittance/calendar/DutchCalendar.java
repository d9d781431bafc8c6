package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** The Netherlands, as their act on time limits counts; 5 May every year, on which many work four years of five. */
@Component(service = HolidayCalendar.class, property = "country=NL")
public final class DutchCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public DutchCalendar() {
        super("NL", "Europe/Amsterdam");
    }
}
