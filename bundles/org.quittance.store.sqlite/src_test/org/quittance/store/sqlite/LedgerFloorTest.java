package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.store.LedgerFloor;

class LedgerFloorTest {

    @Test
    void readsEveryOpenItemInsertsTheDueOnesAndLeavesNothingBehind(@TempDir Path directory) throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(directory)) {
            try (IntakeSession session =
                    new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
                session.invoice(Sample.invoice("F-1", 100, 200).build());
                session.invoice(Sample.invoice("F-2", 300).build());
                session.payment(Sample.payment("p", "F-2", 300));
                session.commit();
            }
            SqliteLedgerFloor floor = new SqliteLedgerFloor(database);
            for (int round = 0; round < 2; round++) {
                LedgerFloor.Timing timing = floor.measure(Sample.CREDITOR, Sample.TODAY);
                assertEquals(2, timing.itemsRead());
                assertEquals(2, timing.itemsDue());
            }
            assertEquals(
                    0,
                    floor.measure(Sample.CREDITOR, Sample.TODAY.minusDays(18)).itemsDue());
            assertEquals(0L, (long) database.read(
                    session -> session.number(0, "SELECT count(*) FROM sqlite_schema WHERE name = 'floor_scratch'")));
        }
    }
}
