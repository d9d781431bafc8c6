package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Money;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.casework.intake.FileImportService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.Rejection;

class ImportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String ACCOUNT = "FR7630006000011234567890189";

    private final Path folder;
    private final World world;
    private final FileImportService imports;

    ImportTest(@TempDir Path folder) throws Exception {
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
        imports.addImporter(new Words(), Map.of());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void keepsWhatIsGoodListsTheRestAndJournalsTheFile() throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        ImportSummary summary = take(false, rejections, "words\ninvoice F-1\nbad\nreminder F-1\nreminder F-9");
        assertEquals(1, summary.invoices());
        assertEquals(2, summary.rejected());
        assertEquals(List.of(3L, 5L), rejections.stream().map(Rejection::line).toList());
        StepRecord past = world.ledger
                .histories(World.FIRM, Set.of(DebtorId.of("anne")))
                .values()
                .iterator()
                .next()
                .steps()
                .get(0);
        assertEquals(StepRecord.Outcome.SENT_ELSEWHERE, past.outcome());
        JournalEntry entry =
                world.journal.entries(World.FIRM, Optional.empty(), 1).get(0);
        assertEquals("import", entry.kind());
        assertTrue(entry.payload().orElseThrow().contains("\"sha256\":\""), entry.toString());
        assertEquals(2, take(false, rejections, "words\ninvoice F-1").unchanged());
    }

    @Test
    void paymentsAreNotCompleteWhileOneOfTheFileIsRefused() throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        take(false, rejections, "words\ninvoice F-1\npayment F-1\npayment F-9\nknown");
        assertEquals(List.of(4L), rejections.stream().map(Rejection::line).toList());
        assertEquals(
                List.of("paymentsKnownUntil"),
                warnings.stream().map(Rejection::field).toList());
        assertEquals(Optional.empty(), world.store.paymentsKnownUntil(World.FIRM));
        take(false, rejections, "words\ninvoice F-9\npayment F-1\npayment F-9\nknown");
        assertEquals(Optional.of(DAY), world.store.paymentsKnownUntil(World.FIRM));
    }

    /** Accounts are known as far as their statements reach, whether or not anybody knows what each of their entries pays. */
    @Test
    void moneyOfNobodyOnAStatementHoldsNobodyBack() throws Exception {
        List<Rejection> warnings = new ArrayList<>();
        statements(warnings, "words\ninvoice F-1\nstatement 1 0 3\nentry of nobody");
        assertEquals(Optional.of(DAY.plusDays(1)), world.store.paymentsKnownUntil(World.FIRM));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aPaymentThatCameBackIsTakenBackByTheFileThatSaysSo() throws Exception {
        take(false, new ArrayList<>(), "words\ninvoice F-1\npayment F-1");
        Money before = open("F-1");
        take(false, new ArrayList<>(), "words\nreturned F-1\nreturned F-9");
        assertEquals(before.plus(Money.parse("4.00", "EUR")), open("F-1"));
    }

    private Money open(String number) throws Exception {
        return world.store.find(World.FIRM, number, DAY).get(0).open();
    }

    @Test
    void aFileThatCannotBeReadLeavesEverythingAsItWas() throws Exception {
        Path good = file("good", "words\ninvoice F-1");
        Path bad = file("bad", "words\ninvoice F-2\nunreadable");
        ImportRequest request = new ImportRequest(List.of(good, bad), Optional.empty(), Optional.empty(), false);
        CaseworkException refusal = assertThrows(
                CaseworkException.class,
                () -> imports.importFiles(World.FIRM, request, World.CLERK, new ImportListener() {}));
        assertEquals(CaseworkException.Kind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains(bad.toString())
                && refusal.getMessage().contains("line 3"));
        assertTrue(world.store.find(World.FIRM, "F-1", DAY).isEmpty());
    }

    @Test
    void aDryRunKeepsNothing() throws Exception {
        assertEquals(1, take(true, new ArrayList<>(), "words\ninvoice F-1").invoices());
        assertTrue(world.store.find(World.FIRM, "F-1", DAY).isEmpty());
        assertEquals(0, world.journal.verify(World.FIRM).entries());
    }

    @Test
    void statementsSayUntilWhenPaymentsAreKnownAndAGapIsWarnedAbout() throws Exception {
        List<Rejection> warnings = new ArrayList<>();
        statements(warnings, "words\nstatement 1 0 5\nentry a\nstatement 2 5 9");
        assertEquals(Optional.of(DAY.plusDays(2)), world.store.paymentsKnownUntil(World.FIRM));
        assertEquals(List.of(), warnings);
        statements(warnings, "words\nstatement 4 11 12");
        assertEquals(Optional.of(DAY.plusDays(2)), world.store.paymentsKnownUntil(World.FIRM));
        assertTrue(warnings.get(0).reason().contains("is missing"), warnings::toString);
        statements(warnings, "words\nstatement 3 9 11");
        assertEquals(Optional.of(DAY.plusDays(4)), world.store.paymentsKnownUntil(World.FIRM));
        assertEquals(1, warnings.size());
    }

    @Test
    void aStatementOfWhichAPartIsRefusedDoesNotCountAsComplete() throws Exception {
        List<Rejection> warnings = new ArrayList<>();
        statements(warnings, "words\nstatement 1 0 5\nbad");
        assertEquals(Optional.empty(), world.store.paymentsKnownUntil(World.FIRM));
        assertEquals(1, warnings.size());
    }

    @Test
    void anOverlappingStatementAddsNoEntryTwice() throws Exception {
        assertEquals(0, statements(new ArrayList<>(), "words\nentry a\nentry b").unchanged());
        assertEquals(
                2,
                statements(new ArrayList<>(), "words\nentry b\nentry a\nentry c")
                        .unchanged());
    }

    private ImportSummary statements(List<Rejection> warnings, String text) throws Exception {
        ImportRequest request =
                new ImportRequest(List.of(file("one", text)), Optional.empty(), Optional.empty(), false);
        return imports.importFiles(World.FIRM, request, World.CLERK, new ImportListener() {
            @Override
            public void warned(Rejection warning) {
                warnings.add(warning);
            }
        });
    }

    @Test
    void aFormatNobodyKnowsIsNamed() throws Exception {
        CaseworkException refusal =
                assertThrows(CaseworkException.class, () -> take(false, new ArrayList<>(), "<xml/>"));
        assertTrue(refusal.getMessage().contains("not recognised"), refusal.getMessage());
    }

    @Test
    void invoicesOfADebtorNobodyKnowsAreKeptAndWarnedAbout() throws Exception {
        List<Rejection> warnings = new ArrayList<>();
        ImportRequest request = new ImportRequest(
                List.of(file("one", "words\ninvoice F-1\nstranger S-1\nstranger S-2")),
                Optional.empty(),
                Optional.empty(),
                false);
        ImportSummary summary = imports.importFiles(World.FIRM, request, World.CLERK, new ImportListener() {
            @Override
            public void warned(Rejection warning) {
                warnings.add(warning);
            }
        });
        assertEquals(3, summary.invoices());
        assertEquals(0, summary.rejected());
        assertEquals(List.of(3L), warnings.stream().map(Rejection::line).toList());
        assertTrue(warnings.get(0).reason().contains("«nobody»"), warnings.get(0)::toString);
    }

    @Test
    void anEmptyFileAndAFolderAreNamedAsSuch() throws Exception {
        CaseworkException empty = assertThrows(CaseworkException.class, () -> take(false, new ArrayList<>(), ""));
        assertTrue(empty.getMessage().contains("is empty"), empty.getMessage());
        ImportRequest request = new ImportRequest(List.of(folder), Optional.empty(), Optional.empty(), false);
        CaseworkException notAFile = assertThrows(
                CaseworkException.class,
                () -> imports.importFiles(World.FIRM, request, World.CLERK, new ImportListener() {}));
        assertTrue(notAFile.getMessage().contains("is a folder"), notAFile.getMessage());
    }

    private final List<Rejection> warnings = new ArrayList<>();

    private ImportSummary take(boolean dryRun, List<Rejection> rejections, String text) throws Exception {
        ImportRequest request =
                new ImportRequest(List.of(file("one", text)), Optional.empty(), Optional.empty(), dryRun);
        return imports.importFiles(World.FIRM, request, World.CLERK, new ImportListener() {
            @Override
            public void rejected(Rejection rejection) {
                rejections.add(rejection);
            }

            @Override
            public void warned(Rejection warning) {
                warnings.add(warning);
            }
        });
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private int openItems() throws Exception {
        try (OpenItemCursor items = world.store.openItems(World.FIRM, DAY.plusDays(1))) {
            int count = 0;
            while (items.advance()) {
                count++;
            }
            return count;
        }
    }

    /** Else the money would count twice: once as credit of the debtor and once for the invoice. */
    @Test
    void aPaymentOfWhichItIsKnownLaterWhatItPaysCountsOnce() throws Exception {
        take(false, new ArrayList<>(), "words\ninvoice F-1\nunallocated x");
        assertEquals(2, openItems());
        assertEquals(1, take(false, new ArrayList<>(), "words\nallocated F-1").payments());
        assertEquals(0, openItems());
        assertEquals(1, take(false, new ArrayList<>(), "words\nallocated F-1").unchanged());
        assertEquals(0, openItems());
    }

    /** A format of one word per line. */
    private static final class Words implements Importer {

        private static PaymentRecord payment(String key, Optional<String> invoice) {
            return new PaymentRecord(
                    key, Optional.of(DebtorId.of("anne")), invoice, Money.parse("10.00", "EUR"), DAY, DAY);
        }

        @Override
        public String format() {
            return "words";
        }

        @Override
        public boolean recognises(String fileName, byte[] head) {
            return new String(head, StandardCharsets.UTF_8).startsWith("words");
        }

        @Override
        public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink)
                throws ImportException {
            int line = 0;
            for (String text : lines(file)) {
                line++;
                String number = text.substring(text.indexOf(' ') + 1);
                if (text.startsWith("stranger")) {
                    sink.invoice(
                            line,
                            InvoiceRecord.of(number, DebtorId.of("nobody"), DAY.minusDays(30))
                                    .instalments(
                                            List.of(new InvoiceRecord.Instalment(DAY, Money.parse("10.00", "EUR"))))
                                    .build());
                }
                if (text.startsWith("invoice")) {
                    sink.debtor(
                            line,
                            Debtor.named(new DebtorKey(creditor, DebtorId.of("anne")), "Anne")
                                    .build());
                    sink.invoice(
                            line,
                            InvoiceRecord.of(number, DebtorId.of("anne"), DAY.minusDays(30))
                                    .instalments(
                                            List.of(new InvoiceRecord.Instalment(DAY, Money.parse("10.00", "EUR"))))
                                    .build());
                } else if (text.startsWith("reminder")) {
                    sink.pastReminder(line, number, "courteous", DAY);
                } else if (text.startsWith("payment")) {
                    Optional<String> invoice = Optional.of(number);
                    sink.payment(
                            line,
                            new PaymentRecord(text, Optional.empty(), invoice, Money.parse("4.00", "EUR"), DAY, DAY));
                } else if (text.startsWith("unallocated")) {
                    sink.payment(line, payment("K", Optional.empty()));
                } else if (text.startsWith("allocated")) {
                    sink.allocated(line, "K", List.of(payment("K/" + number, Optional.of(number))));
                } else if (text.startsWith("returned")) {
                    sink.returned(line, "payment " + number, DAY);
                } else if (text.startsWith("known")) {
                    sink.paymentsKnownUntil(DAY);
                } else if (text.startsWith("entry")) {
                    sink.entry(
                            line,
                            StatementEntry.of(ACCOUNT, number, DAY, Money.parse("3.00", "EUR"))
                                    .build());
                } else if (text.startsWith("statement")) {
                    String[] parts = number.split(" ");
                    sink.statement(
                            line,
                            new AccountStatement(
                                    ACCOUNT,
                                    parts[0],
                                    Optional.of(DAY.plusDays(Long.parseLong(parts[0]))),
                                    Optional.of(Money.parse(parts[1], "EUR")),
                                    Optional.of(Money.parse(parts[2], "EUR"))));
                } else if (text.startsWith("bad")) {
                    sink.rejected(line, "word", "it is bad");
                } else if (text.startsWith("unreadable")) {
                    throw new ImportException("bytes are damaged", line, "", new IllegalStateException());
                }
            }
        }

        private static List<String> lines(Path file) throws ImportException {
            try {
                return Files.readAllLines(file);
            } catch (java.io.IOException e) {
                throw new ImportException("not readable", 0, "", e);
            }
        }
    }
}
