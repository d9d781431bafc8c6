package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.DocumentType;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.Party;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Money;
import org.quittance.casework.intake.FileImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.Rejection;

/** Invoices without a date of payment are due by what was agreed, else by the law, and it is said which. */
class PaymentTermsTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 20);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    private final Path folder;
    private final World world;
    private final FileImportService imports;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Rejection> warnings = new ArrayList<>();

    PaymentTermsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        imports = new FileImportService(
                world.intake,
                world.ledger,
                world.firms,
                world.clock,
                world.installation,
                world.limits(),
                world.statuses(),
                world.terms());
        world.debtor("anne");
        world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("unknown")), "Exemple")
                .build());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void theTermInForceOnTheDayOfIssueDecides() throws Exception {
        agreed("anne", TermMethod.DAYS, 10, ISSUED.minusDays(90));
        agreed("anne", TermMethod.DAYS_THEN_END_OF_MONTH, 45, ISSUED);
        agreed("anne", TermMethod.DAYS, 5, ISSUED.plusDays(1));
        take(undated("F-1", "anne"), undated("F-2", "anne"));
        assertEquals(LocalDate.of(2026, 3, 31), due("F-1"));
        // sixty days is the law's limit in this test, and what was agreed is longer
        assertEquals(
                List.of("due", "dueDate"),
                warnings.stream().map(Rejection::field).toList());
        assertEquals(
                "2 invoices without a date of payment are due by the term agreed with anne: 45 days, then the end of"
                        + " the month (signed)",
                warnings.get(0).reason());
        assertTrue(
                warnings.get(0).sentence().in(Locale.FRENCH).startsWith("2 factures sans date de paiement échoient"));
    }

    @Test
    void whereNothingWasAgreedTheLawDoesAndItsArticleIsNamed() throws Exception {
        agreed("anne", TermMethod.DAYS, 10, ISSUED.plusDays(1));
        take(undated("F-1", "anne"));
        assertEquals(ISSUED.plusDays(30), due("F-1"));
        assertTrue(warnings.get(0).reason().contains("the term of the law for anne"), warnings::toString);
        assertTrue(warnings.get(0).reason().endsWith("(test)"), warnings::toString);
    }

    @Test
    void whereTheLawIsSilentTheInvoiceIsRefusedWithWhatToDo() throws Exception {
        take(undated("F-1", "unknown"), undated("F-2", "anne"));
        assertEquals(1, rejections.size());
        assertTrue(rejections.get(0).reason().contains("terms unknown --days"), rejections::toString);
        assertEquals(ISSUED.plusDays(30), due("F-2"));
        agreed("unknown", TermMethod.DAYS, 14, ISSUED);
        take(undated("F-1", "unknown"));
        assertEquals(ISSUED.plusDays(14), due("F-1"));
    }

    @Test
    void whatIsKnownKeepsItsDateWhateverIsAgreedLater() throws Exception {
        take(undated("F-1", "anne"));
        agreed("anne", TermMethod.DAYS, 10, ISSUED);
        assertEquals(1, take(undated("F-1", "anne")).unchanged());
        assertEquals(ISSUED.plusDays(30), due("F-1"));
        assertEquals(List.of(), rejections);
    }

    @Test
    void anElectronicInvoiceWithoutATermTakesTheAgreedOne() throws Exception {
        ElectronicInvoice silent = document("F-1", Optional.empty());
        take(silent);
        assertEquals(ISSUED.plusDays(30), due("F-1"), "a business by its number");
        take(document("F-2", Optional.of("selon nos habitudes")));
        assertEquals("dueDate", rejections.get(0).field(), "the law does not overrule words nobody understands");
        agreed("987654324", TermMethod.DAYS, 45, ISSUED);
        take(document("F-2", Optional.of("selon nos habitudes")));
        assertEquals(ISSUED.plusDays(45), due("F-2"));
        assertEquals(
                1, take(document("F-2", Optional.of("selon nos habitudes"))).unchanged());
    }

    private static ElectronicInvoice document(String number, Optional<String> words) {
        Party seller = Party.named("Exemple SARL").build();
        Party buyer = Party.named("Boulangerie Modèle")
                .legalId(Optional.of(new Party.Identifier("0002", "987654324")))
                .build();
        return ElectronicInvoice.of(number, DocumentType.INVOICE, ISSUED, seller, buyer, Money.parse("120.00", "EUR"))
                .paymentTerms(words)
                .build();
    }

    private static InvoiceRecord undated(String number, String debtor) {
        return InvoiceRecord.of(number, DebtorId.of(debtor), ISSUED)
                .dueByTerm(Money.parse("120.00", "EUR"))
                .build();
    }

    private void agreed(String debtor, TermMethod method, int days, LocalDate on) throws Exception {
        AgreedTerm term = new AgreedTerm("term-" + on, method, days, on, "signed");
        world.ledger.write(World.FIRM, World.CLERK, batch -> batch.record(DebtorId.of(debtor), term));
    }

    private LocalDate due(String number) throws Exception {
        return world.store.find(World.FIRM, number, LATER).get(0).dueDate();
    }

    private ImportSummary take(InvoiceRecord... invoices) throws Exception {
        return take(sink -> List.of(invoices).forEach(invoice -> sink.invoice(1, invoice)));
    }

    private ImportSummary take(ElectronicInvoice document) throws Exception {
        return take(sink -> sink.electronicInvoice(1, document));
    }

    private ImportSummary take(Consumer<ImportSink> content) throws Exception {
        Importer given = new Given(content);
        imports.addImporter(given, Map.of());
        Path file = Files.writeString(folder.resolve("given.txt"), "given");
        try {
            return imports.importFiles(
                    World.FIRM,
                    new ImportRequest(List.of(file), Optional.empty(), Optional.empty(), false),
                    World.CLERK,
                    new ImportListener() {
                        @Override
                        public void rejected(Rejection rejection) {
                            rejections.add(rejection);
                        }

                        @Override
                        public void warned(Rejection warning) {
                            warnings.add(warning);
                        }
                    });
        } finally {
            imports.removeImporter(given);
        }
    }

    /** A format whose file says what was given. */
    private record Given(Consumer<ImportSink> content) implements Importer {

        @Override
        public String format() {
            return "given";
        }

        @Override
        public boolean recognises(String fileName, byte[] head) {
            return new String(head, StandardCharsets.UTF_8).equals("given");
        }

        @Override
        public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) {
            content.accept(sink);
        }
    }
}
