package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Debtors with random invoices, payments, promises, disputes, holds, crashes and missed days; every plan keeps the rules. */
class RandomDaysTest {

    /**
     * Debtors with whom something was once found, played first and for ever: what fails names its seed and debtor («2/834»),
     * which are added here.
     */
    private static final long[][] KEPT = {};

    @Test
    void everyPlanOfAFixedSampleKeepsTheRules() {
        for (long[] kept : KEPT) {
            live(kept[0], kept[1], new HashSet<>());
        }
        play(1, 150);
    }

    @Test
    @Tag("long")
    void everyPlanOfManyDebtorsKeepsTheRules() {
        play(2, 1_500);
    }

    private static void live(long seed, long debtor, Set<String> seen) {
        new RandomLife(new Random(seed * 1_000_003 + debtor), seed + "/" + debtor, seen).live();
    }

    private static void play(long seed, int debtors) {
        Set<String> seen = new HashSet<>();
        for (int debtor = 0; debtor < debtors; debtor++) {
            live(seed, debtor, seen);
        }
        // the sample is worth something only when it reaches what it is about
        assertTrue(
                seen.containsAll(Set.of(
                        "courtesy-note",
                        "courteous",
                        "firm",
                        "call",
                        "last",
                        "formal-notice",
                        "handover",
                        "broken-promise")),
                seen.toString());
        assertTrue(
                seen.containsAll(Set.of(
                        "ACT",
                        "ACT_LISTED",
                        "TASK_OPEN",
                        "CREDIT",
                        "NOT_YET",
                        "STEP_GAP",
                        "DEBTOR_GAP",
                        "NEXT_TURN",
                        "LADDER_DONE",
                        "BELOW_MINIMUM",
                        "COVERED_BY_CREDIT",
                        "NO_EVIDENCE",
                        "DISPUTED",
                        "PROMISE_RUNNING",
                        "PLAN_RUNNING",
                        "COMMITMENT_UNDECIDED",
                        "ON_HOLD",
                        "BANK_DATA_OLD",
                        "MESSAGE_LIVE",
                        "MESSAGE_UNKNOWN",
                        "NO_SENDING_DAY",
                        "AGREED_INTEREST",
                        "PAID_CHARGES",
                        "SETTLEMENT_RUNNING",
                        "RELEASED")),
                seen.toString());
    }
}
