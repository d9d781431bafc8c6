package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.quittance.matching.Rehearsal.Tally;

/**
 * What is booked without asking is right 999 times of 1000, on firms that nobody looked at while the weights were set: those were set
 * on seeds below 1000 ({@code -Dquittance.matching.seed=1}), these begin at 120000.
 */
class EvaluationTest {

    private static final long SEED = Long.getLong("quittance.matching.seed", 120_000);
    private static final int FIRMS = Integer.getInteger("quittance.matching.firms", 12);
    private static final int DEBTORS = 600;
    private static final int PAYMENTS = 700;
    private static final double PRECISION_MIN = 0.999;

    /** Somewhat below what was measured; the figure is in releng/docs/matching.md. */
    private static final double RECALL_MIN = 0.7;

    @Test
    void whatIsBookedIsRight(TestReporter reporter) {
        Tally tally = new Tally();
        for (int firm = 0; firm < FIRMS; firm++) {
            Rehearsal rehearsal = new Rehearsal(new MadeBank(SEED + firm, DEBTORS), tally);
            rehearsal.month(PAYMENTS);
            rehearsal.month(PAYMENTS);
        }
        reporter.publishEntry(
                "matching",
                String.format(
                        Locale.ROOT,
                        "%d entries of %d firms: %d booked, %d wrong; %d as credit, %d wrong; precision %.4f, recall"
                                + " %.3f",
                        tally.entries,
                        FIRMS,
                        tally.booked,
                        tally.booked - tally.right,
                        tally.credits,
                        tally.credits - tally.rightCredits,
                        tally.precision(),
                        tally.recall()));
        tally.byKind.forEach((kind, counts) ->
                reporter.publishEntry(kind + " (made, booked, wrong, as credit)", Arrays.toString(counts)));
        tally.byReason.forEach(
                (reason, counts) -> reporter.publishEntry(reason + " (booked, wrong)", Arrays.toString(counts)));
        assertTrue(
                tally.precision() >= PRECISION_MIN,
                () -> "precision " + tally.precision() + "\n" + String.join("\n", tally.wrong));
        assertTrue(tally.recall() >= RECALL_MIN, () -> "recall " + tally.recall());
    }
}
