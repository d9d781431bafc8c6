package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Metropolitan France; without what Alsace, Moselle and the overseas departments add. */
@Component(service = HolidayCalendar.class, property = "country=FR")
public final class FrenchCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public FrenchCalendar() {
        super("FR", "Europe/Paris");
    }
}
