package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.time.HolidayCalendar;

/** Rule 9: nothing leaves outside the window of the policy, where the debtor is. The shipped one is 8 to 20 o'clock. */
class SendingWindowTest {

    /** A Monday; the creditor is in Paris, two hours ahead of UTC in that season. */
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);

    private static final LocalDate DAY = DUE.plusDays(3);
    private static final LocalTime NIGHT = LocalTime.of(19, 30);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Path folder;
    private final World world;

    SendingWindowTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.clock.simulated = false;
        world.clock.day = DAY;
        world.bankDataComplete();
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private void approved(String debtor) throws Exception {
        world.invoice("F-" + debtor, debtor, DUE, "120.00");
        world.prepare(DAY);
        world.approve();
    }

    @Test
    void aMessageOutsideTheHoursWaitsForTheirNextOpening() throws Exception {
        world.debtor("anne");
        approved("anne");
        world.clock.hour = NIGHT;
        World.Heard heard = world.dispatch();
        assertEquals(Map.of("APPROVED", 1L), heard.messages.states());
        String reason = heard.actions.get(0).reason().map(Object::toString).orElse("");
        assertTrue(reason.contains("outside the sending window"), reason);
        assertTrue(reason.endsWith("it opens on 2026-06-05 at 08:00"), reason);
        assertEquals(List.of(), world.mails.sent());
        world.clock.day = DAY.plusDays(1);
        world.clock.hour = MORNING;
        world.dispatch();
        assertEquals(1, world.mails.sent().size());
        assertEquals(1, world.all(MessageState.SENT).size());
    }

    @Test
    void beforeTheFirstHourTheWindowOpensTheSameDayAndAfterAFridayOnMonday() throws Exception {
        world.debtor("anne");
        approved("anne");
        world.clock.hour = LocalTime.of(4, 0);
        assertTrue(reason().endsWith("it opens on 2026-06-04 at 08:00"), reason());
        world.clock.day = DAY.plusDays(1);
        world.clock.hour = NIGHT;
        assertTrue(reason().endsWith("it opens on 2026-06-08 at 08:00"), reason());
    }

    private String reason() throws Exception {
        return world.dispatch().actions.get(0).reason().map(Object::toString).orElse("");
    }

    @Test
    void theHoursAreThoseWhereTheDebtorIs() throws Exception {
        world.installation.addCalendar(
                new HolidayCalendar() {
                    @Override
                    public String country() {
                        return "JP";
                    }

                    @Override
                    public boolean isBusinessDay(LocalDate day) {
                        return day.getDayOfWeek().getValue() <= 5;
                    }

                    @Override
                    public Optional<ZoneId> zone() {
                        return Optional.of(ZoneId.of("Asia/Tokyo"));
                    }
                },
                Map.of());
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("hana")), "Exemple Hana")
                .kind(DebtorKind.BUSINESS)
                .country("JP")
                .email("hana@debiteur.example")
                .build());
        approved("hana");
        assertTrue(reason().contains("it is 21:00 on 2026-06-04 in Asia/Tokyo"), reason());
        world.clock.hour = MORNING;
        world.dispatch();
        assertEquals(1, world.mails.sent().size());
    }

    @Test
    void lettersAreBoundByDaysAlone() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("etc/policies")).resolve("standard.json"), """
                {"id": "standard", "names": {"fr": "Standard"}, "minimumGapDays": 7, "transitDays": 3,
                 "window": {"days": ["thursday"], "from": "09:00", "to": "10:00"},
                 "steps": [{"id": "courteous", "kind": "reminder", "thresholdDays": 3, "template": "courteous",
                   "media": ["letter", "email"]}]}
                """);
        world.debtor("anne");
        approved("anne");
        world.clock.hour = NIGHT;
        world.clock.day = DAY.plusDays(1);
        assertTrue(reason().endsWith("it opens on 2026-06-11"), reason());
        world.clock.day = DAY.plusDays(7);
        world.dispatch();
        assertEquals(1, world.letters.sent().size());
    }

    @Test
    void aDryRunSaysWhatWouldHaveToWait() throws Exception {
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "120.00");
        world.clock.hour = NIGHT;
        assertTrue(world.dryRun(DAY)
                .actions
                .get(0)
                .reason()
                .map(Object::toString)
                .orElse("")
                .contains("it opens on 2026-06-05 at 08:00"));
        assertEquals(
                Optional.empty(), world.dryRun(DAY.plusDays(4)).actions.get(0).reason(), "no hour of another day");
        world.clock.hour = LocalTime.NOON;
        assertEquals(Optional.empty(), world.dryRun(DAY).actions.get(0).reason());
    }

    @Test
    void aSimulatedDayIsInsideTheHours() throws Exception {
        world.clock.simulated = true;
        world.debtor("anne");
        approved("anne");
        world.clock.hour = NIGHT;
        world.dispatch();
        assertEquals(1, world.mails.sent().size());
    }
}
