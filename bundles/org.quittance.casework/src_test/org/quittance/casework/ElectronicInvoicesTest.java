package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.importer.DocumentType;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.Party;
import org.quittance.api.ledger.Hold;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.casework.intake.FileImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.ImportedDocument;
import org.quittance.service.casework.ImportService.Rejection;

class ElectronicInvoicesTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 20);
    private static final LocalDate DUE = LocalDate.of(2026, 2, 19);
    private static final LocalDate LATER = LocalDate.of(2026, 3, 1);
    private static final Party SELLER = party("Exemple SARL", "123456782", Optional.empty());
    private static final Party BUYER = party("Boulangerie Modèle", "987654324", Optional.of("75001"));

    private final Path folder;
    private final World world;
    private final FileImportService imports;
    private final Given given = new Given();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Rejection> warnings = new ArrayList<>();
    private final List<ImportedDocument> documents = new ArrayList<>();

    ElectronicInvoicesTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.firms.firm = firm().build();
        imports = new FileImportService(
                world.intake,
                world.ledger,
                world.firms,
                world.clock,
                world.installation,
                world.limits(),
                world.statuses(),
                world.terms());
        imports.addImporter(given, Map.of());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void anUnknownBuyerBecomesADebtorAndTheFileTheProof() throws Exception {
        assertEquals(1, take(invoice("F-1", "120.00").build()).invoices());
        Debtor debtor = debtor("987654324");
        assertEquals("Boulangerie Modèle", debtor.name());
        assertEquals(DebtorKind.BUSINESS, debtor.kind());
        assertEquals(Locale.FRENCH, debtor.language());
        assertEquals("75001", debtor.address().orElseThrow().postalCode());
        OpenItem item = item("F-1");
        assertEquals(DUE, item.dueDate());
        assertEquals(Optional.empty(), item.evidence(), "an import is no evidence of sending");
        InvoiceDocument archive = World.make("org.quittance.store.sqlite.SqliteInvoiceDocument", world.database());
        DocumentFile proof = archive.document(World.FIRM, InvoiceId.of("F-1")).orElseThrow();
        assertArrayEquals(Files.readAllBytes(folder.resolve("F-1.xml")), proof.bytes());
        assertEquals("F-1.xml", proof.fileName());
        assertEquals(List.of(), warnings);
        assertEquals(
                new ImportedDocument(
                        folder.resolve("F-1.xml").toString(),
                        DocumentType.INVOICE,
                        "F-1",
                        ISSUED,
                        Optional.of(DUE),
                        euros("120.00"),
                        euros("120.00"),
                        Optional.of(DebtorId.of("987654324"))),
                documents.get(0));
        ImportSummary again = take(invoice("F-1", "120.00").build());
        assertEquals(0, again.invoices());
        assertEquals(1, again.unchanged());
    }

    @Test
    void theBuyerIsFoundByEstablishmentByVatNumberAndByNameAtItsPlace() throws Exception {
        known("siret", "Autre nom", "987 654 324 00012", "13001");
        known("vat", "Autre nom", "DE123456789", "13001");
        known("named", "BOULANGERIE  MODELE", "", "69002");
        take(invoice("F-1", "120.00").build());
        assertEquals("siret", item("F-1").debtor().value());
        Party german = Party.named("Muster GmbH")
                .vatNumber(Optional.of("DE 123 456 789"))
                .build();
        take(invoice("F-2", "120.00", german).build());
        assertEquals("vat", item("F-2").debtor().value());
        take(invoice("F-3", "120.00", party("Boulangerie Modèle", "", Optional.of("69002")))
                .build());
        assertEquals("named", item("F-3").debtor().value());
        assertEquals("BOULANGERIE  MODELE", debtor("named").name(), "what is known stays");
        take(invoice("F-4", "120.00", party("Boulangerie Modèle", "", Optional.of("69003")))
                .build());
        assertEquals("boulangerie-modele", item("F-4").debtor().value());
        assertEquals(DebtorKind.UNKNOWN, debtor("boulangerie-modele").kind());
    }

    @Test
    void twoEstablishmentsOfOneFirmAreToldApartOrAskedFor() throws Exception {
        known("one", "Un", "98765432400011", "13001");
        known("two", "Deux", "98765432400022", "13002");
        take(invoice("F-1", "120.00", party("Trois", "98765432400022", Optional.empty()))
                .build());
        assertEquals("two", item("F-1").debtor().value());
        take(invoice("F-2", "120.00", party("Trois", "987654324", Optional.empty()))
                .build());
        assertEquals("buyer", rejections.get(0).field());
        assertTrue(rejections.get(0).reason().contains("one, two"), rejections::toString);
    }

    @Test
    void publicBodiesAreToldByTheirNumber() throws Exception {
        take(invoice("F-1", "120.00", party("Mairie de Modèle", "212345678", Optional.of("75001")))
                .build());
        assertEquals(DebtorKind.PUBLIC, debtor("212345678").kind());
    }

    @Test
    void anInvoiceTheFirmReceivedIsRefused() throws Exception {
        take(ElectronicInvoice.of("F-1", DocumentType.INVOICE, ISSUED, BUYER, SELLER, euros("120.00"))
                .instalments(List.of(new InvoiceRecord.Instalment(DUE, euros("120.00"))))
                .build());
        assertTrue(rejections.get(0).reason().contains("an invoice you received from «Boulangerie Modèle»"));
        assertEquals(Optional.empty(), documents.get(0).debtor());
        Party namesake = party("Exemple SARL", "111111118", Optional.empty());
        take(ElectronicInvoice.of("F-2", DocumentType.INVOICE, ISSUED, namesake, BUYER, euros("120.00"))
                .instalments(List.of(new InvoiceRecord.Instalment(DUE, euros("120.00"))))
                .build());
        assertEquals(2, rejections.size(), "a number that differs weighs more than a name");
        world.firms.firm = firm().draft(true).build();
        take(ElectronicInvoice.of("F-3", DocumentType.INVOICE, ISSUED, namesake, BUYER, euros("120.00"))
                .instalments(List.of(new InvoiceRecord.Instalment(DUE, euros("120.00"))))
                .build());
        assertEquals(2, rejections.size());
        assertEquals("seller", warnings.get(0).field());
    }

    @Test
    void whereAnotherIsToBePaidNothingGoesOnUntilAPersonHasLooked() throws Exception {
        ElectronicInvoice factored = invoice("F-1", "120.00")
                .payee(Optional.of(party("Affacturage Modèle", "", Optional.empty())))
                .build();
        take(factored);
        DebtorId debtor = DebtorId.of("987654324");
        Hold hold = world.agreements.agreements(World.FIRM, debtor).holds().get(0);
        assertEquals("payee-differs", hold.reason());
        assertEquals(Optional.of(item("F-1").key()), hold.item());
        assertEquals(List.of(debtor), world.agreements.waiting(World.FIRM));
        assertEquals("payee", warnings.get(0).field());
        take(factored);
        assertEquals(1, world.agreements.agreements(World.FIRM, debtor).holds().size());
        world.ledger.write(World.FIRM, World.CLERK, batch -> batch.lift(debtor, hold.id()));
        take(factored);
        assertEquals(List.of(), world.agreements.agreements(World.FIRM, debtor).holds());
        assertEquals(
                1,
                world.journal.entries(World.FIRM, Optional.of(debtor), 9).stream()
                        .filter(entry -> entry.kind().equals("hold.set"))
                        .count());
    }

    @Test
    void anotherAccountIsWarnedOf() throws Exception {
        take(invoice("F-1", "120.00")
                .payeeIban(Optional.of("FR7630006000011234567890189"))
                .build());
        assertEquals(List.of(), warnings);
        take(invoice("F-2", "120.00")
                .payeeIban(Optional.of("DE89370400440532013000"))
                .build());
        assertEquals("iban", warnings.get(0).field());
        assertEquals(120_00, item("F-2").open().minor());
    }

    @Test
    void withoutADateOfPaymentNothingIsGuessed() throws Exception {
        ElectronicInvoice dateless = invoice("F-1", "120.00")
                .instalments(List.of())
                .paymentTerms(Optional.of("selon nos\n habitudes"))
                .build();
        take(dateless);
        assertEquals("dueDate", rejections.get(0).field());
        assertTrue(rejections.get(0).reason().contains("«selon nos habitudes»"), rejections::toString);
        world.debtor("bakery");
        world.invoice("F-1", "bakery", ISSUED.plusDays(30), "120.00");
        take(dateless);
        assertEquals(1, rejections.size(), "of an invoice that is known it becomes the proof");
        assertEquals("bakery", item("F-1").debtor().value());
    }

    @Test
    void theSameNumberWithAnotherContentIsRefused() throws Exception {
        take(invoice("F-1", "120.00").build());
        take(invoice("F-1", "130.00").build());
        take(invoice("F-1", "120.00", party("Autre", "111111118", Optional.empty()))
                .build());
        assertEquals(
                List.of("amount", "buyer"),
                rejections.stream().map(Rejection::field).toList());
        assertEquals("987654324", item("F-1").debtor().value());
    }

    @Test
    void aCreditNoteFindsItsInvoiceInWhateverOrderTheFilesCome() throws Exception {
        ElectronicInvoice note = ElectronicInvoice.of(
                        "A-1", DocumentType.CREDIT_NOTE, ISSUED, SELLER, BUYER, euros("20.00"))
                .preceding(List.of("F-1"))
                .build();
        ImportSummary summary = take(note, invoice("F-1", "120.00").build());
        assertEquals(1, summary.creditNotes());
        assertEquals(100_00, item("F-1").open().minor());
        assertEquals(2, take(note, invoice("F-1", "120.00").build()).unchanged());
        take(ElectronicInvoice.of("A-2", DocumentType.CREDIT_NOTE, ISSUED, SELLER, BUYER, euros("5.00"))
                .preceding(List.of("F-9"))
                .build());
        assertEquals("preceding", warnings.get(0).field());
        assertEquals(-5_00, item("A-2").open().minor(), "it is money of the debtor's");
    }

    @Test
    void aCorrectiveInvoiceStandsInThePlaceOfTheOneItNames() throws Exception {
        take(invoice("F-1", "120.00").build());
        world.payment("p-1", "F-1", "20.00", ISSUED);
        ElectronicInvoice corrective = ElectronicInvoice.of(
                        "F-2", DocumentType.CORRECTIVE_INVOICE, ISSUED, SELLER, BUYER, euros("110.00"))
                .instalments(List.of(new InvoiceRecord.Instalment(DUE, euros("110.00"))))
                .preceding(List.of("F-1"))
                .build();
        take(corrective);
        assertEquals(List.of(), world.store.find(World.FIRM, "F-1", LATER), "nothing of it is open");
        assertEquals(110_00, item("F-2").open().minor());
        assertEquals(-20_00, item("F-1 / F-2").open().minor(), "what was paid stays the debtor's");
        assertEquals(1, take(corrective).unchanged());
    }

    @Test
    void whatWasPaidBeforeIsNotAskedForAgain() throws Exception {
        take(ElectronicInvoice.of("F-1", DocumentType.FINAL_INVOICE, ISSUED, SELLER, BUYER, euros("120.00"))
                .prepaid(euros("50.00"))
                .amountDue(euros("70.00"))
                .instalments(List.of(new InvoiceRecord.Instalment(DUE, euros("70.00"))))
                .build());
        assertEquals(70_00, item("F-1").open().minor());
        ImportSummary none =
                take(ElectronicInvoice.of("F-2", DocumentType.INVOICE, ISSUED, SELLER, BUYER, euros("120.00"))
                        .prepaid(euros("120.00"))
                        .amountDue(euros("0.00"))
                        .build());
        assertEquals(0, none.invoices() + none.rejected());
        assertEquals("amountDue", warnings.get(0).field());
    }

    @Test
    void aDryRunShowsTheDocumentsAndKeepsNothing() throws Exception {
        given.put(folder, invoice("F-1", "120.00").build());
        imports.importFiles(
                World.FIRM,
                new ImportRequest(List.of(folder.resolve("F-1.xml")), Optional.empty(), Optional.empty(), true),
                World.CLERK,
                new Listening());
        assertEquals(Optional.of(DebtorId.of("987654324")), documents.get(0).debtor());
        assertEquals(List.of(), world.store.find(World.FIRM, "F-1", LATER));
    }

    private ImportSummary take(ElectronicInvoice... invoices) throws Exception {
        List<Path> files = new ArrayList<>();
        for (ElectronicInvoice invoice : invoices) {
            files.add(given.put(folder, invoice));
        }
        ImportRequest request = new ImportRequest(files, Optional.empty(), Optional.empty(), false);
        return imports.importFiles(World.FIRM, request, World.CLERK, new Listening());
    }

    private OpenItem item(String number) throws Exception {
        return world.store.find(World.FIRM, number, LATER).get(0);
    }

    private Debtor debtor(String id) throws Exception {
        return world.installation.debtors(World.FIRM, Set.of(DebtorId.of(id))).get(DebtorId.of(id));
    }

    private void known(String id, String name, String legalId, String postalCode) throws Exception {
        Debtor.Builder debtor = Debtor.named(new DebtorKey(World.FIRM, DebtorId.of(id)), name)
                .address(new PostalAddress(List.of(), postalCode, "Ville", "FR"));
        if (!legalId.isEmpty()) {
            debtor.legalId(legalId);
        }
        world.debtor(debtor.build());
    }

    private Creditor.Builder firm() {
        Creditor plain = new World.Firms().firm;
        return Creditor.named(plain.id(), plain.name(), plain.address())
                .accounts(Map.of("EUR", plain.account("EUR").orElseThrow()))
                .legalId("123 456 782");
    }

    private static ElectronicInvoice.Builder invoice(String number, String amount) {
        return invoice(number, amount, BUYER);
    }

    private static ElectronicInvoice.Builder invoice(String number, String amount, Party buyer) {
        return ElectronicInvoice.of(number, DocumentType.INVOICE, ISSUED, SELLER, buyer, euros(amount))
                .instalments(List.of(new InvoiceRecord.Instalment(DUE, euros(amount))));
    }

    private static Party party(String name, String siren, Optional<String> postalCode) {
        return Party.named(name)
                .legalId(siren.isEmpty() ? Optional.empty() : Optional.of(new Party.Identifier("0002", siren)))
                .address(postalCode.map(code -> new PostalAddress(List.of("1 rue du Four"), code, "Paris", "FR")))
                .build();
    }

    private static Money euros(String amount) {
        return Money.parse(amount, "EUR");
    }

    /** Hears everything. */
    private final class Listening implements ImportListener {

        @Override
        public void rejected(Rejection rejection) {
            rejections.add(rejection);
        }

        @Override
        public void warned(Rejection warning) {
            warnings.add(warning);
        }

        @Override
        public void document(ImportedDocument document) {
            documents.add(document);
        }
    }

    /** A format whose files only name the document that was given. */
    private static final class Given implements Importer {

        private final Map<String, ElectronicInvoice> byContent = new java.util.HashMap<>();

        Path put(Path folder, ElectronicInvoice invoice) throws Exception {
            String content = "given " + invoice.number();
            byContent.put(content, invoice);
            return Files.writeString(folder.resolve(invoice.number() + ".xml"), content);
        }

        @Override
        public String format() {
            return "given";
        }

        @Override
        public boolean recognises(String fileName, byte[] head) {
            return new String(head, StandardCharsets.UTF_8).startsWith("given ");
        }

        @Override
        public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) {
            try {
                sink.electronicInvoice(1, byContent.get(Files.readString(file)));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
