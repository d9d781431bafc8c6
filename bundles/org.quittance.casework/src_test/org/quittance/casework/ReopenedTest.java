package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.service.casework.RunAction;

/** Rule 11 and the way back: payment leaves dunning at once; money that goes back begins a new cycle. */
class ReopenedTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);
    private static final DebtorId ANNE = DebtorId.of("anne");
    private static final ItemKey ITEM = ItemKey.of(World.FIRM, InvoiceId.of("F-1"), 1);

    private final World world;

    ReopenedTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "120.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private CaseHistory history() throws Exception {
        return world.ledger.histories(World.FIRM, List.of(ANNE)).get(ANNE);
    }

    @Test
    void aDirectDebitThatComesBackBeginsANewCycleWithTheFirstStep() throws Exception {
        world.whole(DAY);
        world.payment("p", "F-1", "120.00", DAY.plusDays(1));
        assertEquals(List.of(), world.prepare(DAY.plusDays(14)).actions, "paid, so nothing is sent");
        world.take(session -> session.takeBack("p", DAY.plusDays(15), "returned"));
        List<RunAction> actions = world.prepare(DAY.plusDays(18)).actions;
        assertEquals(1, actions.size());
        assertEquals("courteous", actions.get(0).step(), "not the second step of a ladder that ended");
        assertEquals(2, history().lives().get(ITEM).cycle());
        world.approve();
        world.dispatch();
        assertEquals(2, world.all(MessageState.SENT).size());
        assertTrue(world.journal.entries(World.FIRM, Optional.of(ANNE), 50).stream()
                .anyMatch(entry -> entry.kind().equals("item.reopened")));
    }

    @Test
    void aCancelledInvoiceTakesItsPreparedMessageBack() throws Exception {
        world.prepare(DAY);
        world.take(session -> session.invoice(InvoiceRecord.of("A-1", ANNE, DAY.plusDays(1))
                .instalments(List.of(new InvoiceRecord.Instalment(DAY.plusDays(1), Money.parse("120.00", "EUR"))))
                .creditNote(Optional.of("F-1"))
                .build()));
        assertEquals(List.of(), world.prepare(DAY.plusDays(4)).actions);
        assertEquals(1, world.all(MessageState.WITHDRAWN).size());
        assertTrue(history().lives().get(ITEM).settledOn().isPresent());
        assertTrue(world.journal.entries(World.FIRM, Optional.of(ANNE), 50).stream()
                .anyMatch(entry -> entry.kind().equals("item.cancelled")));
    }
}
