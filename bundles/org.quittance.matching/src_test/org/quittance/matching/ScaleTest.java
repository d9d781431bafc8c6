package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.PayerIndex;
import org.quittance.matching.judge.Judge;
import org.quittance.matching.judge.Judge.Stage;
import org.quittance.matching.judge.LetterItems;
import org.quittance.matching.judge.Rules;

/** A million open invoices in half the memory the program has, and a hundred thousand payments judged against them. */
@Tag("long")
class ScaleTest {

    private static final int INVOICES = 1_000_000;
    private static final int PER_DEBTOR = 10;
    private static final int PAYMENTS = 100_000;
    private static final long MIB = 1L << 20;
    private static final long HEAP_MAX_MIB = 256;
    private static final Duration TIME_MAX = Duration.ofSeconds(60);

    private final Random random = new Random(20261122);

    @Test
    void aMillionInvoicesAreIndexedAndAHundredThousandPaymentsJudgedInAMinute(TestReporter reporter) {
        long start = cpuNanos();
        InvoiceIndex index = new InvoiceIndex();
        long[] amounts = new long[INVOICES];
        for (int number = 0; number < INVOICES; number++) {
            amounts[number] = 5_000 + random.nextInt(500_000);
            index.add(item(number, amounts[number]));
        }
        index.finish();
        PayerIndex payers = new PayerIndex();
        for (int debtor = 0; debtor < index.debtorCount(); debtor++) {
            payers.named(debtor, "Client Modèle " + debtor + " SARL");
        }
        Duration indexed = Duration.ofNanos(cpuNanos() - start);
        System.gc();
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MIB;
        Judge judge = new Judge(index, payers, LetterItems.NONE, Rules.USUAL);
        start = cpuNanos();
        int booked = 0;
        for (int payment = 0; payment < PAYMENTS; payment++) {
            int number = random.nextInt(INVOICES);
            booked += judge.judge(entry(payment, number, amounts[number]), Stage.ALL)
                            .booked()
                            .isPresent()
                    ? 1
                    : 0;
        }
        Duration judged = Duration.ofNanos(cpuNanos() - start);
        reporter.publishEntry(
                "scale",
                "indexed in " + indexed + ", judged in " + judged + ", " + used + " MiB, " + booked + " booked");
        assertEquals(INVOICES, index.size());
        assertTrue(indexed.plus(judged).compareTo(TIME_MAX) < 0, () -> indexed + " and " + judged);
        assertTrue(used < HEAP_MAX_MIB, () -> used + " MiB");
        assertTrue(booked > PAYMENTS / 2, "only " + booked + " booked");
    }

    /** Of this thread, which does it all alone; other work on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static OpenItem item(int number, long minor) {
        LocalDate issued = MadeBank.TODAY.minusDays(60);
        Money amount = Money.ofMinor(minor, MadeBank.EURO);
        return OpenItem.of(
                        ItemKey.of(MadeBank.FIRM, InvoiceId.of("F-2026-" + number), 1),
                        DebtorId.of("C" + number / PER_DEBTOR))
                .issued(issued)
                .due(issued.plusDays(30))
                .original(amount)
                .open(amount)
                .disputed(Money.zero(MadeBank.EURO))
                .token("t")
                .build();
    }

    private static StatementEntry entry(int payment, int number, long minor) {
        String text = payment % 3 == 0 ? "VIREMENT" : "Règlement facture F 2026 " + number + " du 15/10/2026";
        return StatementEntry.of(MadeBank.ACCOUNT, "e" + payment, MadeBank.TODAY, Money.ofMinor(minor, MadeBank.EURO))
                .counterparty(Optional.of("CLIENT MODELE " + number / PER_DEBTOR))
                .counterpartyIban(Optional.of("DE" + number / PER_DEBTOR))
                .text(text)
                .build();
    }
}
