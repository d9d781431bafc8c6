package org.quittance.document.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.document.Samples;
import org.quittance.document.reading.PdfText;
import org.quittance.document.reading.VeraPdf;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.claim.ChargeClaim;
import org.quittance.service.dossier.DossierService.ClaimSheet;
import org.quittance.service.dossier.DossierService.Order;
import org.quittance.service.dossier.Exhibit;
import org.quittance.service.dossier.Exhibit.Kind;

class DossierTest {

    private final Path folder;
    private final SampleCase sample = new SampleCase();

    DossierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Order order(Locale language) {
        return new Order(SampleCase.CREDITOR.id(), SampleCase.DEBTOR.id(), SampleCase.TODAY, language);
    }

    private Path file() {
        return folder.resolve("dossier.pdf");
    }

    @Test
    void everyDocumentIsArchivable() throws Exception {
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN)) {
            sample.service().write(order(language), file(), true);
            assertArchivable("3b", Files.readAllBytes(file()));
            assertArchivable("2b", sample.service().statement(order(language)).bytes());
            assertArchivable("2b", sample.service().callSheet(order(language)).bytes());
            assertArchivable(
                    "2b",
                    sample.service().acknowledgement(order(language), "plan-1").bytes());
        }
    }

    @Test
    void anAcknowledgementOfDebtSaysWhatIsAgreedAndLeavesTheAmountToTheDebtorsHand() throws Exception {
        byte[] pdf =
                sample.service().acknowledgement(order(Locale.FRENCH), "plan-1").bytes();
        String text = PdfText.of(pdf);
        for (String said : List.of(
                "reconnaît devoir à Exemple SARL (le créancier) la somme de 3 589,00 €, arrêtée au 21/11/2026",
                "F-2026-101, F-2026-117",
                "4,5 % par an, compris dans les échéances",
                "Ce qui est dû au jour de l’accord",
                "Principal, objet des échéances",
                "Intérêts de retard jusqu’au 21/11/2026",
                "F-2026-101 15/09/2026 05/10/2026 21 3 000,00 € 10 %",
                "Le créancier n’y renonce pas",
                "6 30/04/2027 604,31 €",
                "Total 3 625,86 €",
                "la totalité du solde devient immédiatement exigible",
                "article 1376 du Code civil",
                "article 2240 du Code civil",
                "De la main du débiteur, la somme due en toutes lettres et en chiffres")) {
            assertTrue(text.contains(said), said + " – in: " + text);
        }
        assertThrows(CaseworkException.class, () -> sample.service().acknowledgement(order(Locale.FRENCH), "p1"));
    }

    @Test
    void chargesClaimedOnPaidInvoicesStandInEveryDocumentWithWhatWasPaidOfThem() throws Exception {
        sample.charges = List.of(new ChargeClaim(
                ItemKey.of(SampleCase.CREDITOR.id(), InvoiceId.of("F-2026-090"), 1),
                LocalDate.of(2026, 10, 12),
                Optional.of(LocalDate.of(2026, 10, 11)),
                Samples.euros(1_234),
                Samples.euros(4_000),
                Samples.euros(1_234),
                Samples.euros(1_000)));
        String without =
                PdfText.of(sample.service().statement(order(Locale.FRENCH)).bytes());
        assertTrue(without.contains("F-2026-090 12/10/2026 11/10/2026 12,34 € 40,00 € 22,34 € 30,00 €"), without);
        assertTrue(without.contains("Intérêts et indemnités réclamés, restant dus 30,00 €"), without);
        String claim = PdfText.of(sample.service()
                .claim(order(Locale.FRENCH), 1, List.of())
                .document()
                .bytes());
        assertTrue(claim.contains("restant dus 30,00 €"), claim);
        sample.service().write(order(Locale.FRENCH), file(), true);
        assertTrue(PdfText.of(Files.readAllBytes(file())).contains("restant dus 30,00 €"));
        CurrencyClaim owed =
                claim(sample.view(SampleCase.CREDITOR.id(), SampleCase.DEBTOR.id(), SampleCase.TODAY, Locale.FRENCH));
        assertEquals(
                owed.principal().plus(owed.interest()).plus(owed.indemnity()).plus(Samples.euros(3_000)), owed.total());
    }

    @Test
    void aGermanStatementIsGermanThroughout() throws Exception {
        String text =
                PdfText.of(sample.service().statement(order(Locale.GERMAN)).bytes());
        for (String said : List.of("Kontoauszug zum 21.11.2026", "Hauptforderung", "Verzugszinsen", "Seite 1 von")) {
            assertTrue(text.contains(said), said + " – in: " + text);
        }
        for (String foreign : List.of("Total due", "Statement of account", "Balance", "Relevé")) {
            assertFalse(text.contains(foreign), foreign);
        }
    }

    private static void assertArchivable(String flavour, byte[] pdf) throws Exception {
        assertEquals(flavour, VeraPdf.claimed(pdf));
        assertEquals(List.of(), VeraPdf.problems(pdf, flavour));
    }

    @Test
    void listsWhatIsThereAndWhatIsMissing() throws Exception {
        List<Exhibit> exhibits = sample.service().exhibits(order(Locale.FRENCH));
        assertEquals(
                List.of(
                        Kind.CONTRACT,
                        Kind.INVOICE,
                        Kind.SENDING,
                        Kind.INVOICE,
                        Kind.SENDING,
                        Kind.MESSAGE,
                        Kind.MESSAGE,
                        Kind.FORMAL_NOTICE,
                        Kind.DELIVERY,
                        Kind.COMMITMENT,
                        Kind.JOURNAL),
                exhibits.stream().map(Exhibit::kind).toList());
        assertEquals(
                List.of(1, 4, 5, 9),
                exhibits.stream()
                        .filter(Exhibit::isMissing)
                        .map(Exhibit::number)
                        .toList());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count(), "listing writes nothing");
        }
    }

    @Test
    void whatProvesTheClaimTakesThePlaceOfTheMissingContract() throws Exception {
        sample.proofs = List.of(
                proof(ProofDocument.Kind.CONTRACT, Optional.empty()),
                proof(
                        ProofDocument.Kind.DELIVERY,
                        Optional.of(sample.first().key().invoice())),
                proof(ProofDocument.Kind.DELIVERY, Optional.of(InvoiceId.of("paid long ago"))));
        List<Exhibit> exhibits = sample.service().write(order(Locale.FRENCH), file(), false);
        assertEquals(List.of(Kind.CONTRACT, Kind.CONTRACT, Kind.INVOICE), kinds(exhibits.subList(0, 3)));
        assertEquals("Contrat du 03/03/2026", exhibits.get(0).title());
        assertEquals("Preuve de livraison du 03/03/2026", exhibits.get(1).title());
        assertFalse(exhibits.get(0).isMissing());
    }

    private static List<Kind> kinds(List<Exhibit> exhibits) {
        return exhibits.stream().map(Exhibit::kind).toList();
    }

    private static ProofDocument proof(ProofDocument.Kind kind, Optional<InvoiceId> invoice) {
        DocumentFile file = DocumentFile.of("signed.txt", "text/plain", "signed".getBytes(StandardCharsets.UTF_8));
        return new ProofDocument("proof-1", kind, invoice, LocalDate.of(2026, 3, 3), file, "");
    }

    @Test
    void aNoticeThatWasDeliveredIsProvenByTheJournal() throws Exception {
        sample.noticeState = MessageState.DELIVERED;
        Exhibit delivery = sample.service().exhibits(order(Locale.FRENCH)).get(8);
        assertEquals(Kind.DELIVERY, delivery.kind());
        assertFalse(delivery.isMissing());
    }

    @Test
    void theJournalIsShownInWordsAndItsRecordsLieBesideIt() throws Exception {
        List<Exhibit> exhibits = sample.service().write(order(Locale.FRENCH), file(), false);
        String name = exhibits.get(exhibits.size() - 1).fileName().orElseThrow();
        Path originals = folder.resolve("dossier");
        String shown = Files.readString(originals.resolve(name));
        assertTrue(shown.contains("  |  "), shown);
        assertFalse(shown.contains("{") || shown.contains("message.sent"), shown);
        try (Stream<Path> files = Files.list(originals)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith("journal-records.txt")));
        }
    }

    @Test
    void originalsAreKeptByteForByteWithTheirHashes() throws Exception {
        List<Exhibit> exhibits = sample.service().write(order(Locale.FRENCH), file(), false);
        Path originals = folder.resolve("dossier");
        byte[] invoice =
                Files.readAllBytes(originals.resolve(exhibits.get(1).fileName().orElseThrow()));
        assertArrayEquals(sample.archive.invoice, invoice);
        List<String> hashes = Files.readAllLines(originals.resolve("SHA256SUMS"));
        for (String line : hashes) {
            byte[] bytes = Files.readAllBytes(originals.resolve(line.substring(66)));
            assertEquals(line.substring(0, 64), DocumentFile.of("x", "x", bytes).sha256(), line);
        }
        try (Stream<Path> files = Files.list(originals)) {
            assertEquals(files.count(), hashes.size(), "the dossier itself has a hash, the list of hashes has none");
        }
        try (PDDocument dossier = Loader.loadPDF(file().toFile())) {
            var attached =
                    dossier.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertEquals(hashes.size() - 1, attached.size());
            for (Exhibit exhibit : exhibits) {
                if (!exhibit.isMissing()) {
                    byte[] bytes = attached.get(exhibit.fileName().orElseThrow())
                            .getEmbeddedFile()
                            .toByteArray();
                    assertEquals(
                            exhibit.sha256().orElseThrow(),
                            DocumentFile.of("x", "x", bytes).sha256());
                }
            }
        }
    }

    @Test
    void everyPageHasItsNumberAndEveryPageOfAnExhibitItsStamp() throws Exception {
        List<Exhibit> exhibits = sample.service().write(order(Locale.FRENCH), file(), false);
        try (PDDocument dossier = Loader.loadPDF(file().toFile())) {
            int count = dossier.getNumberOfPages();
            int shown = exhibits.stream().mapToInt(Exhibit::pages).sum();
            for (int page = 1; page <= count; page++) {
                assertTrue(text(dossier, page).contains("Page " + page + " sur " + count), "page " + page);
            }
            int page = count - shown;
            for (Exhibit exhibit : exhibits) {
                for (int own = 1; own <= exhibit.pages(); own++) {
                    page++;
                    String stamp = "Pièce n° " + exhibit.number() + " – page " + own + "/" + exhibit.pages();
                    assertTrue(text(dossier, page).contains(stamp), stamp + " on page " + page);
                }
            }
            String table = text(dossier, 2);
            assertTrue(table.contains("Facture F-2026-101 du 15/08/2026 2 " + (count - shown + 1)), table);
            assertTrue(table.contains("manquante"), table);
        }
    }

    private static String text(PDDocument document, int page) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("[ \u00a0\u202f]+", " ");
    }

    @Test
    void nothingIsReplacedUnasked() throws Exception {
        sample.service().write(order(Locale.FRENCH), file(), false);
        byte[] before = Files.readAllBytes(file());
        assertThrows(CaseworkException.class, () -> sample.service().write(order(Locale.FRENCH), file(), false));
        sample.service().write(order(Locale.FRENCH), file(), true);
        assertArrayEquals(before, Files.readAllBytes(file()), "the same case gives the same bytes");
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("photo.txt"), "mine");
        assertThrows(
                CaseworkException.class,
                () -> sample.service().write(order(Locale.FRENCH), folder.resolve("mine.pdf"), true));
        assertEquals("mine", Files.readString(mine.resolve("photo.txt")));
        assertThrows(
                CaseworkException.class,
                () -> sample.service().write(order(Locale.FRENCH), folder.resolve("nowhere/x.pdf"), false));
    }

    @Test
    void theClaimCountsInterestOnWhatWasOpenAtTheTime() throws Exception {
        CurrencyClaim claim =
                claim(sample.view(SampleCase.CREDITOR.id(), SampleCase.DEBTOR.id(), SampleCase.TODAY, Locale.FRENCH));
        List<String> segments = claim.lines().stream()
                .map(line -> line.item().number() + " " + line.segment().from() + " "
                        + line.segment().to() + " " + line.segment().principal().toDecimalString())
                .toList();
        assertEquals(
                List.of(
                        "F-2026-101 2026-09-15 2026-10-05 3000.00",
                        "F-2026-101 2026-10-06 2026-11-02 2400.00",
                        "F-2026-101 2026-11-03 2026-11-21 2250.00",
                        "F-2026-117 2026-10-21 2026-11-21 1189.00"),
                segments);
        assertEquals(Samples.euros(240_000 + 118_900 - 15_000), claim.principal());
        assertEquals(Samples.euros(8_000), claim.indemnity());
        assertEquals(claim.principal().plus(claim.interest()).plus(claim.indemnity()), claim.total());
    }

    private static CurrencyClaim claim(CaseView view) {
        return CurrencyClaim.of(view.items(), new Agreed(view), SampleCase.TODAY)
                .get(0);
    }

    @Test
    void aStatementOfClaimIsNumberedAndRefersToTheOneBefore() throws Exception {
        ClaimStatement earlier =
                new ClaimStatement("claim-1", 1, LocalDate.of(2026, 11, 2), List.of(), "", Optional.empty());
        ClaimSheet sheet = sample.service().claim(order(Locale.FRENCH), 2, List.of(earlier));
        String text = PdfText.of(sheet.document().bytes());
        for (String expected : List.of("Décompte de créance n", "F-2026-101", "cumulés")) {
            assertTrue(text.contains(expected), expected + "\n" + text);
        }
        assertEquals(2, sheet.items().size());
        assertArrayEquals(
                sheet.document().bytes(),
                sample.service()
                        .claim(order(Locale.FRENCH), 2, List.of(earlier))
                        .document()
                        .bytes());
    }

    @Test
    void aPaymentBookedLateCorrectsWhatAnEarlierStatementClaimed() throws Exception {
        LocalDate issued = LocalDate.of(2026, 11, 2);
        // ten percent of 3,000.00 for 49 days: the 600.00 of 5 October were not booked yet
        ClaimStatement before = new ClaimStatement(
                "claim-1",
                1,
                issued,
                List.of(new ClaimStatement.Line(
                        sample.first().key(),
                        1,
                        Samples.euros(300_000),
                        Samples.euros(4_027),
                        Optional.of(issued),
                        Samples.euros(4_000))),
                "",
                Optional.empty());
        sample.statements = List.of(before);
        ClaimSheet sheet = sample.service().claim(order(Locale.FRENCH), 2, List.of(before));
        String text = PdfText.of(sheet.document().bytes());
        for (String expected : List.of("Corrections de demandes ant", "40,27", "4,60")) {
            assertTrue(text.contains(expected), expected + "\n" + text);
        }
        assertEquals(
                Samples.euros(-460),
                sheet.items().get(0).earlier().orElseThrow().correction());
    }

    @Test
    void theStatementShowsItemsPaymentsCreditsAndTheBalance() throws Exception {
        String text =
                PdfText.of(sample.service().statement(order(Locale.ENGLISH)).bytes());
        for (String expected : List.of(
                "Statement of account as of 21 Nov",
                "F-2026-101",
                "F-2026-117",
                "AV-2026-007",
                "Payments allocated",
                "FR76 3000",
                "5 Oct")) {
            assertTrue(text.contains(expected), expected + "\n" + text);
        }
    }

    @Test
    void theCallSheetIsOnePage() throws Exception {
        byte[] pdf = sample.service().callSheet(order(Locale.FRENCH)).bytes();
        try (PDDocument sheet = Loader.loadPDF(pdf)) {
            assertEquals(1, sheet.getNumberOfPages());
            String text = text(sheet, 1);
            for (String expected : List.of("Dominique Sœur", "+33 4 76", "Promesse", "mise en demeure", "08/12/2026")) {
                assertTrue(text.contains(expected), expected + "\n" + text);
            }
        }
    }
}
