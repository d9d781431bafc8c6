package org.quittance.service.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.time.HolidayCalendar;

/** The law a decision is made under: regimes of late payment and calendars of holidays, as services provide them. */
public final class Law {

    private final List<InterestRegime> regimes;
    private final Map<String, @Nullable HolidayCalendar> calendars = new HashMap<>();

    public Law(List<InterestRegime> regimes, List<HolidayCalendar> calendars) {
        this.regimes = List.copyOf(regimes);
        calendars.forEach(calendar -> this.calendars.put(calendar.country(), calendar));
    }

    /** Empty where no regime is installed for such claims; then nothing but the principal is asked for. */
    public Optional<InterestRegime> regime(String creditorCountry, DebtorKind debtor) {
        return regimes.stream()
                .filter(regime -> regime.governs(creditorCountry, debtor))
                .findFirst();
    }

    /** The zone in which hours of the day are meant in that country; empty where no calendar tells. */
    public Optional<ZoneId> zone(String country) {
        HolidayCalendar calendar = calendars.get(country);
        return calendar == null ? Optional.empty() : calendar.zone();
    }

    /** Whether something may arrive in that country on that day; without a calendar only weekends are closed. */
    public boolean isBusinessDay(String country, LocalDate day) {
        HolidayCalendar calendar = calendars.get(country);
        return calendar != null
                ? calendar.isBusinessDay(day)
                : day.getDayOfWeek().getValue() <= 5;
    }
}
