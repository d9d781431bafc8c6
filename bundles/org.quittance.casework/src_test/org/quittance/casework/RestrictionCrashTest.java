package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.restriction.RestrictionListener;
import org.quittance.casework.agreement.PendingNews;

/** A process that dies around the announcement of a suspension, and what the next one tells. */
class RestrictionCrashTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final DebtorId BOB = DebtorId.of("bob");

    private final Path folder;
    private final List<Restriction> heard = new ArrayList<>();
    private World world;

    RestrictionCrashTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.bankDataComplete();
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, BOB), "Exemple bob")
                .kind(DebtorKind.BUSINESS)
                .email("bob@debiteur.example")
                .policy("service")
                .build());
        world.invoice("F-2", "bob", DUE, "50.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    /** What a crash leaves, opened by a new process in which somebody listens. */
    private void restart(RestrictionListener listener) throws Exception {
        LocalDate day = world.clock.day;
        world.close();
        world = new World(folder, world.letters, world.mails);
        world.clock.day = day;
        world.news.addListener(listener, Map.of());
        new PendingNews(world.news, world.firms, listener);
    }

    private void hear(Restriction restriction) {
        heard.add(restriction);
    }

    private List<MessageRecord> announcements() throws Exception {
        return world.all(MessageState.SENT).stream()
                .filter(record ->
                        world.news.suspendingSteps().contains(record.message().step()))
                .toList();
    }

    private void runUntilItDies() {
        for (int day = 5; day <= 35; day++) {
            try {
                world.whole(DUE.plusDays(day));
            } catch (org.quittance.service.casework.CaseworkException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aSuspensionThatWasAnnouncedBeforeACrashIsToldAtTheNextStart() throws Exception {
        FaultPoints points = new FaultPoints(point -> {
            try {
                if (point.equals("dispatch.after-outcome-commit")
                        && !announcements().isEmpty()) {
                    throw new Killed();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        points.phase("dispatch");
        world.runs = world.runs(points.around(world.ledger));
        assertThrows(Killed.class, this::runUntilItDies);
        MessageRecord announced = announcements().get(0);
        restart((creditor, debtor, restriction) -> hear(restriction));
        assertEquals(
                List.of("suspension-" + announced.message().id()),
                heard.stream().map(Restriction::id).toList());
        world.whole(world.clock.day.plusDays(1));
        assertEquals(1, heard.size(), "once it was told it is not told again");
        assertEquals(1, announcements().size(), "and nothing was sent twice");
        JournalEntry begun = world.journal.entries(World.FIRM, Optional.of(BOB), 1_000).stream()
                .filter(entry -> entry.kind().equals("restriction.begun"))
                .findFirst()
                .orElseThrow();
        for (String field : List.of("\"on\":", "\"id\":", "\"kind\":\"SERVICE_SUSPENSION\"", "\"reason\":")) {
            assertTrue(begun.payload().orElseThrow().contains(field), begun.toString());
        }
    }

    @Test
    void aListenerToldRightBeforeACrashIsToldAgainUnderTheSameName() throws Exception {
        world.news.addListener(
                (creditor, debtor, restriction) -> {
                    hear(restriction);
                    throw new Killed();
                },
                Map.of());
        assertThrows(Killed.class, this::runUntilItDies);
        restart((creditor, debtor, restriction) -> hear(restriction));
        assertEquals(2, heard.size());
        assertEquals(heard.get(0), heard.get(1));
        restart((creditor, debtor, restriction) -> hear(restriction));
        assertEquals(2, heard.size());
    }

    /** Nothing in the product catches it. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }
}
