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
import org.quittance.api.interest.Interruption;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.service.claim.LimitWatch.Expiring;
import org.quittance.service.claim.LimitWatch.Expiry;
import org.quittance.service.claim.LimitWatch.LongTerm;

/** What nears its limitation is listed in time, and due dates beyond the legal cap are found. */
class LimitWatchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final World world;
    private final LedgerLimitWatch watch;

    LimitWatchTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        watch = new LedgerLimitWatch(world.ledger, world.firms, world.installation, new OneCountry("FR"));
        debtor("consumer", DebtorKind.CONSUMER);
        debtor("business", DebtorKind.BUSINESS);
        debtor("unknown", DebtorKind.UNKNOWN);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private void debtor(String id, DebtorKind kind) throws Exception {
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of(id)), "Exemple " + id)
                .kind(kind)
                .build());
    }

    /** Invoices of the fixture are issued thirty days before they are due. */
    private void issued(String number, String debtor, LocalDate on) throws Exception {
        world.invoice(number, debtor, on.plusDays(30), "100.00");
    }

    private List<String> expiring(int within) throws Exception {
        return watch.expiring(World.FIRM, TODAY, within).items().stream()
                .map(one -> one.item().number() + " " + one.lastDay())
                .toList();
    }

    @Test
    void listsWhatExpiresWithinTheDaysSoonestFirst() throws Exception {
        issued("F-soon", "consumer", LocalDate.of(2024, 12, 1));
        issued("F-today", "consumer", LocalDate.of(2024, 11, 20));
        issued("F-later", "consumer", LocalDate.of(2025, 6, 1));
        issued("F-business", "business", LocalDate.of(2024, 12, 1));
        assertEquals(List.of("F-today 2026-11-20", "F-soon 2026-12-01"), expiring(30));
        assertEquals(List.of("F-today 2026-11-20"), expiring(10));
    }

    @Test
    void ofADebtorOfUnknownKindTheShortestPeriodIsWatched() throws Exception {
        issued("F-unknown", "unknown", LocalDate.of(2024, 12, 1));
        assertEquals(List.of("F-unknown 2026-12-01"), expiring(30));
    }

    @Test
    void aPartPaymentIsShownAsWhatMayHaveInterrupted() throws Exception {
        issued("F-paid", "consumer", LocalDate.of(2024, 12, 1));
        world.payment("P-1", "F-paid", "40.00", LocalDate.of(2025, 3, 1));
        Expiring one = watch.expiring(World.FIRM, TODAY, 30).items().get(0);
        assertEquals(LocalDate.of(2026, 12, 1), one.lastDay(), "the cautious date stays");
        assertEquals(
                Optional.of(new Interruption(Interruption.Kind.PART_PAYMENT, LocalDate.of(2025, 3, 1))),
                one.interruption());
        assertEquals(LocalDate.of(2027, 3, 1), one.lastDayIfInterrupted());
    }

    @Test
    void whereNoPeriodIsKnownTheInvoicesAreCounted() throws Exception {
        issued("F-soon", "consumer", LocalDate.of(2024, 12, 1));
        LedgerLimitWatch elsewhere =
                new LedgerLimitWatch(world.ledger, world.firms, world.installation, new OneCountry("DE"));
        Expiry expiry = elsewhere.expiring(World.FIRM, TODAY, 30);
        assertTrue(expiry.items().isEmpty());
        assertEquals(1, expiry.unwatched());
    }

    @Test
    void findsDueDatesBeyondTheWidestGeneralCap() throws Exception {
        LocalDate issue = LocalDate.of(2026, 10, 1);
        assertEquals(
                "sixty",
                watch.brokenCap("FR", DebtorKind.BUSINESS, issue, issue.plusDays(61))
                        .orElseThrow()
                        .id());
        assertEquals(Optional.empty(), watch.brokenCap("FR", DebtorKind.BUSINESS, issue, issue.plusDays(60)));
        assertEquals(Optional.empty(), watch.brokenCap("FR", DebtorKind.CONSUMER, issue, issue.plusDays(61)));
        issued("F-normal", "business", issue);
        world.take(session -> session.invoice(InvoiceRecord.of("F-long", DebtorId.of("business"), issue)
                .instalments(List.of(new InvoiceRecord.Instalment(issue.plusDays(75), Money.parse("10.00", "EUR"))))
                .build()));
        List<LongTerm> terms = watch.longTerms(World.FIRM, TODAY);
        assertEquals(
                List.of("F-long"),
                terms.stream().map(term -> term.item().number()).toList());
        assertEquals(issue.plusDays(60), terms.get(0).latest());
    }
}
