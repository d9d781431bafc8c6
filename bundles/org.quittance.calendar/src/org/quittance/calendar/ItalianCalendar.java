package org.quittance.calendar;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.time.HolidayCalendar;

/** Italy; without the feast of the town’s patron. */
@Component(service = HolidayCalendar.class, property = "country=IT")
public final class ItalianCalendar extends CountryCalendar {

    /** Reads the rules shipped with the bundle. */
    @Activate
    public ItalianCalendar() {
        super("IT", "Europe/Rome");
    }
}
