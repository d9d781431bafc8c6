package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.service.casework.Selection;

/** What was right when a message was prepared is looked at again when it leaves, however long it waited. */
class WaitingMessageTest {

    /** A Monday. */
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);

    private static final LocalDate DAY = DUE.plusDays(3);

    private final World world;

    WaitingMessageTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.clock.day = DAY;
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "120.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private World.Heard leavingOn(LocalDate day) throws Exception {
        world.prepare(DAY);
        world.approve();
        world.clock.day = day;
        return world.dispatch();
    }

    @Test
    void nobodyIsRemindedOnBankDataThatBecameTooOld() throws Exception {
        world.bankDataUntil(DAY.minusDays(2));
        World.Heard heard = leavingOn(DAY.plusDays(4));
        assertEquals(List.of(), world.mails.sent());
        assertEquals(Map.of("APPROVED", 1L), heard.messages.states());
        world.bankDataUntil(DAY.plusDays(4));
        world.dispatch();
        assertEquals(1, world.mails.sent().size(), "what was paid is known by now");
    }

    @Test
    void whoIsGivenADateHasAtLeastHalfOfTheDaysLeft() throws Exception {
        world.bankDataComplete();
        World.Heard heard = leavingOn(DAY.plusDays(7));
        assertEquals(Map.of("WITHDRAWN", 1L), heard.messages.states());
        assertEquals(List.of(), world.mails.sent());
    }

    @Test
    void aMessageThatWaitedForADayLeaves() throws Exception {
        world.bankDataComplete();
        leavingOn(DAY.plusDays(1));
        assertEquals(1, world.mails.sent().size());
    }

    @Test
    void whoApprovesHearsThatADispatchWouldTakeTheMessageBack() throws Exception {
        world.bankDataComplete();
        world.debtor("berthe");
        world.invoice("F-2", "berthe", DUE, "80.00");
        world.prepare(DAY);
        world.payment("p-1", "F-1", "120.00", DAY);
        World.Heard heard = new World.Heard();
        world.runs.approve(World.FIRM, Selection.everything(), World.APPROVER, heard);
        assertEquals(
                List.of("anne: true", "berthe: false"),
                heard.actions.stream()
                        .map(action -> action.debtor() + ": " + action.reason().isPresent())
                        .toList());
        String told = heard.actions.get(0).reason().orElseThrow().in(Locale.FRENCH);
        assertTrue(told.contains("dépassé") && told.contains("« dispatch »".replace(' ', '\u00a0')), told);
        assertEquals(
                Map.of("SENT", 1L, "WITHDRAWN", 1L), world.dispatch().messages.states());
    }
}
