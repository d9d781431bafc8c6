package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.interest.Anchor;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.RateRule;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.ReferenceDay;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorKind;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.Selection;

/** A claim on figures that no lawyer has validated leaves a real house only when an approver takes them upon himself. */
class ApproveFiguresTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 5);
    /** The old ledger's first message is a friendly one, so three have to go before one claims. */
    private static final List<LocalDate> REMINDERS =
            List.of(LocalDate.of(2026, 1, 8), LocalDate.of(2026, 1, 20), LocalDate.of(2026, 1, 27));

    private static final LocalDate CLAIMING = LocalDate.of(2026, 2, 12);

    private final World world;

    ApproveFiguresTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-anne", "anne", DUE, "1000.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    /** Ten percent in every year, validated or not. */
    record Ten(boolean validated) implements InterestRegime {

        private Figure figure(int value) {
            return new Figure(BigDecimal.valueOf(value), "test", LocalDate.EPOCH, true, validated);
        }

        @Override
        public String id() {
            return "ten";
        }

        @Override
        public boolean governs(String creditorCountry, DebtorKind debtor) {
            return debtor == DebtorKind.BUSINESS;
        }

        @Override
        public Set<ChargeKind> titles() {
            return Set.of(ChargeKind.INTEREST);
        }

        @Override
        public RegimeTerms terms() {
            return RegimeTerms.of(
                            "test",
                            new RateRule(
                                    "",
                                    BigDecimal.ONE,
                                    figure(10),
                                    BigDecimal.ZERO,
                                    Anchor.SEMESTER,
                                    ReferenceDay.FIRST_DAY))
                    .build();
        }

        @Override
        public RateTable rates() {
            return RateTable.of(terms().rate(), List.of());
        }
    }

    private void prepareAClaim(boolean validated) throws Exception {
        world.installation.addRegime(new Ten(validated), Map.of());
        for (LocalDate day : REMINDERS) {
            world.prepare(day);
            world.approve();
            world.dispatch();
            for (var task : world.all(MessageState.APPROVED, MessageState.AWAITING_CONFIRMATION)) {
                world.runs.resolve(
                        World.FIRM,
                        Selection.of(Set.of(task.message().id())),
                        MessageState.SENT,
                        day,
                        World.CLERK,
                        new World.Heard());
            }
        }
        world.clock.simulated = false;
        world.prepare(CLAIMING);
        assertTrue(
                world.all(MessageState.PREPARED).stream()
                        .anyMatch(record -> record.message().interest().isPositive()),
                "nothing was claimed");
    }

    private List<String> acknowledgements() throws Exception {
        List<String> payloads = new ArrayList<>();
        for (JournalEntry entry : world.journal.entries(World.FIRM, Optional.empty(), 1_000)) {
            if (entry.kind().equals("figures.acknowledged")) {
                payloads.add(entry.actor() + " " + entry.payload().orElse(""));
            }
        }
        return payloads;
    }

    @Test
    void aClaimOnUnvalidatedFiguresStaysPrepared() throws Exception {
        prepareAClaim(false);
        World.Heard heard = new World.Heard();
        MessageSummary summary = world.runs.approve(World.FIRM, Selection.everything(), World.APPROVER, heard);
        assertEquals(1, summary.failed());
        assertTrue(heard.failed.get(0).contains("--acknowledge-figures"), heard.failed::toString);
        assertEquals(1, world.all(MessageState.PREPARED).size());
        assertEquals(List.of(), acknowledgements());
    }

    @Test
    void anApproverWhoAcknowledgesIsJournalled() throws Exception {
        prepareAClaim(false);
        MessageSummary summary =
                world.runs.approve(World.FIRM, Selection.everything(), true, World.APPROVER, new World.Heard());
        assertEquals(Map.of("APPROVED", 1L), summary.states());
        assertEquals(1, acknowledgements().size());
        String entry = acknowledgements().get(0);
        assertTrue(entry.startsWith("alain ") && entry.contains("10 % from 2026-01-06"), entry);
    }

    @Test
    void aClaimOnValidatedFiguresNeedsNothing() throws Exception {
        prepareAClaim(true);
        assertEquals(Map.of("APPROVED", 1L), world.approve().states());
        assertEquals(List.of(), acknowledgements());
    }

    @Test
    void nothingIsAskedWhereNothingLeaves() throws Exception {
        prepareAClaim(false);
        world.clock.simulated = true;
        assertEquals(Map.of("APPROVED", 1L), world.approve().states());
    }
}
