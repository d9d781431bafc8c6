package org.quittance.engine.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.service.policy.PolicyProblem;
import org.quittance.service.policy.SendingWindow;

/** Reads when messages may be sent; what is not named is not narrowed. */
final class WindowFields {

    private static final String NAME = "window";
    private static final List<String> KNOWN = List.of("days", "from", "to");

    /** The end of the day, which no clock shows. */
    private static final String END_OF_DAY = "24:00";

    private WindowFields() {}

    static SendingWindow read(Fields policy, List<PolicyProblem> problems) {
        Optional<Json> value = policy.json(NAME);
        SendingWindow open = SendingWindow.BUSINESS_DAYS;
        if (value.isEmpty()) {
            return open;
        }
        if (!(value.get() instanceof Json.Object object)) {
            policy.problem(
                    NAME,
                    "is " + value.get().word()
                            + ", expected a window such as {\"from\": \"08:00\", \"to\": \"20:00\"}");
            return open;
        }
        Fields fields = new Fields(object, NAME, problems);
        fields.onlyKnow(KNOWN);
        int before = problems.size();
        Set<DayOfWeek> days = days(fields);
        LocalTime from = time(fields, "from");
        LocalTime to = time(fields, "to");
        if (problems.size() > before) {
            return open;
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            fields.problem("to", "«" + to + "» is not after «" + from + "»: nothing would ever be sent");
            return open;
        }
        return new SendingWindow(days, from, to);
    }

    private static Set<DayOfWeek> days(Fields fields) {
        if (!fields.has("days")) {
            return SendingWindow.WEEK;
        }
        int before = fields.problems();
        Set<DayOfWeek> days = fields.words("days", DayOfWeek.values());
        if (days.isEmpty() && fields.problems() == before) {
            fields.problem("days", "is empty: nothing would ever be sent");
        }
        days.stream()
                .filter(day -> !SendingWindow.WEEK.contains(day))
                .forEach(day -> fields.problem("days", "nothing is sent on a weekend; take out saturday and sunday"));
        return days;
    }

    private static LocalTime time(Fields fields, String name) {
        Optional<String> text = fields.text(name);
        if (text.isEmpty() || name.equals("to") && text.get().equals(END_OF_DAY)) {
            return LocalTime.MIDNIGHT;
        }
        if (!text.get().matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                || name.equals("to") && text.get().equals("00:00")) {
            fields.problem(
                    name, "«" + text.get() + "» is not a time of the day such as 08:00; the end of the day is 24:00");
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.parse(text.get());
    }
}
