package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.service.matching.MatchingService.MatchSummary;

/** A hundred thousand entries against a million open invoices, from the database to the last entry of the journal. */
@Tag("long")
class LedgerScaleTest {

    private static final int INVOICES = Integer.getInteger("quittance.matching.invoices", 1_000_000);
    private static final int PER_DEBTOR = 10;
    private static final int PAID_OF = 10;
    private static final int PAGE = 84;

    private final Random random = new Random(20261122);
    private final int[] cents = new int[INVOICES];

    @Test
    void everyPaymentIsBookedOrWaits(@TempDir Path folder, TestReporter reporter) throws Exception {
        try (Firm firm = new Firm(folder)) {
            fill(firm);
            long cpu = cpuNanos();
            long wall = System.nanoTime();
            MatchSummary summary = firm.matching().match(Firm.ID, Firm.CLERK);
            reporter.publishEntry(
                    "matching",
                    summary + "; " + Duration.ofNanos(cpuNanos() - cpu) + " of all cores, "
                            + Duration.ofNanos(System.nanoTime() - wall) + " by the clock");
            long entries = INVOICES / PAID_OF;
            assertEquals(entries, summary.booked() + summary.onAccount() + summary.waiting() + summary.unknown());
            assertTrue(summary.booked() > entries / 2, summary::toString);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void fill(Firm firm) throws Exception {
        firm.in(session -> {
            List<InvoiceRecord> page = new ArrayList<>();
            for (int number = 0; number < INVOICES; number++) {
                if (number % PER_DEBTOR == 0) {
                    session.debtor(Debtor.named(
                                    new DebtorKey(Firm.ID, DebtorId.of("C" + number / PER_DEBTOR)),
                                    "Client Modèle " + number / PER_DEBTOR)
                            .build());
                }
                page.add(invoice(number));
                if (page.size() == PAGE) {
                    session.invoices(page);
                    page.clear();
                }
            }
            session.invoices(page);
        });
        firm.in(session -> {
            for (int number = 0; number < INVOICES; number += PAID_OF) {
                session.bank().entry(entry(number));
            }
        });
    }

    private InvoiceRecord invoice(int number) {
        cents[number] = 5_000 + random.nextInt(500_000);
        return InvoiceRecord.of("F-2026-" + number, DebtorId.of("C" + number / PER_DEBTOR), Firm.TODAY.minusDays(60))
                .instalments(List.of(new InvoiceRecord.Instalment(Firm.TODAY.minusDays(30), Firm.euros(cents[number]))))
                .build();
    }

    private StatementEntry entry(int number) {
        String text = number / PAID_OF % 5 == 0 ? "VIREMENT" : "Règlement facture F 2026 " + number + " du 15/10/2026";
        return Firm.entry("e" + number, cents[number])
                .counterparty(Optional.of("CLIENT MODELE " + number / PER_DEBTOR))
                .counterpartyIban(Optional.of("DE" + number / PER_DEBTOR))
                .text(text)
                .build();
    }
}
