package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.tck.importer.RecordingSink;

/** The files of the demo, which the command line ships, hang together and are taken without a single rejection. */
class DemoCompanyTest {

    private static final Path DEMO = Path.of("..", "org.quittance.cli", "src", "org", "quittance", "cli", "demo");

    @Test
    void everyFileIsTakenWithItsMapping() throws Exception {
        RecordingSink debtors = read("debtors");
        RecordingSink invoices = read("invoices");
        RecordingSink credits = read("credit-notes");
        RecordingSink payments = read("payments");
        RecordingSink evidence = read("evidence");
        RecordingSink reminders = read("reminders");
        Stream.of(debtors, invoices, credits, payments, evidence, reminders)
                .forEach(sink -> assertEquals(0, sink.rejections().size(), sink.rejections()::toString));
        assertEquals(150, invoices.invoices().size());
        assertEquals(43, debtors.debtors().size());
        assertEquals("[2026-11-20]", payments.knownUntil().toString());
        assertEquals(
                Set.of(DebtorKind.values()),
                debtors.debtors().stream().map(d -> d.kind()).collect(Collectors.toSet()));
        assertEquals(
                Set.of(EvidenceGrade.values()),
                evidence.evidence().stream().map(e -> e.evidence().grade()).collect(Collectors.toSet()));
        Set<String> numbers =
                invoices.invoices().stream().map(InvoiceRecord::number).collect(Collectors.toCollection(HashSet::new));
        assertEquals(150, numbers.size());
        assertTrue(payments.payments().stream()
                .allMatch(payment ->
                        payment.invoiceNumber().map(numbers::contains).orElse(true)));
        assertTrue(evidence.evidence().stream().allMatch(item -> numbers.contains(item.invoice())));
        assertTrue(reminders.reminders().stream().allMatch(item -> numbers.contains(item.invoice())));
    }

    private static RecordingSink read(String table) throws Exception {
        return CsvFolder.read(
                CsvImporter.withDefaults(),
                DEMO.resolve(table + ".csv"),
                Optional.of(DEMO.resolve(table + ".mapping.json")));
    }
}
