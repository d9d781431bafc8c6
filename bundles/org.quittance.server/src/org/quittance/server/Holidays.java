package org.quittance.server;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.time.HolidayCalendar;
import org.quittance.service.decision.Law;

/** The calendars that are installed at this moment. */
@Component(service = Holidays.class)
public final class Holidays {

    private final List<HolidayCalendar> calendars = new CopyOnWriteArrayList<>();

    @Activate
    public Holidays() {}

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addCalendar(HolidayCalendar calendar) {
        calendars.add(calendar);
    }

    public void removeCalendar(HolidayCalendar calendar) {
        calendars.remove(calendar);
    }

    boolean isBusinessDay(String country, LocalDate day) {
        return new Law(List.of(), calendars).isBusinessDay(country, day);
    }
}
