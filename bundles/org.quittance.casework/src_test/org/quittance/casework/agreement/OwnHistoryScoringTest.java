package org.quittance.casework.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.score.Experience;
import org.quittance.api.score.Score;

class OwnHistoryScoringTest {

    private final OwnHistoryScoring scoring = new OwnHistoryScoring();

    private static Experience.Builder experience() {
        Debtor debtor = Debtor.named(new DebtorKey(CreditorId.of("exemple"), DebtorId.of("anne")), "Exemple anne")
                .build();
        return Experience.of(debtor, LocalDate.of(2026, 3, 2));
    }

    private Score score(Experience.Builder experience) {
        return scoring.score(experience.build()).orElseThrow();
    }

    @Test
    void whoDidNothingWrongHasAllPoints() {
        assertEquals(new Score("own-history", 100, List.of()), score(experience()));
        assertEquals(100, score(experience().kept(9)).points());
    }

    @Test
    void eachFactorIsNamedWithItsWeight() {
        Score score = score(experience().broken(2).messagesSent(3).daysLateMax(31));
        assertEquals(
                List.of(
                        new Score.Factor("commitments-broken", 2, -30),
                        new Score.Factor("days-late", 31, -10),
                        new Score.Factor("messages-needed", 3, -6)),
                score.because());
        assertEquals(54, score.points());
    }

    @Test
    void noSingleFactorDecidesAloneAndNothingGoesBelowZero() {
        assertEquals(55, score(experience().broken(1_000_000_000)).points());
        assertTrue(score(experience().messagesSent(10_000).daysLateMax(10_000)).points() >= 50);
        Experience.Builder worst = experience()
                .broken(50)
                .disputesLost(50)
                .formalNotices(50)
                .messagesSent(500)
                .daysLateMax(5_000);
        assertEquals(0, score(worst).points());
    }
}
