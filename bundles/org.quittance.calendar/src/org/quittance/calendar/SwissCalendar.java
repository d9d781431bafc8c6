package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Switzerland; the four days that every canton keeps. */
@Component(service = HolidayCalendar.class, property = "country=CH")
public final class SwissCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public SwissCalendar() {
        super("CH", "Europe/Zurich");
    }
}
