package org.quittance.importer.fec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.tck.importer.RecordingSink;

class OpenItemsTest {

    @TempDir
    Path folder = Path.of("");

    private static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }

    @Test
    void anOpenDebitIsAnInvoiceDueAfterTheTerm() throws Exception {
        RecordingSink sink =
                new Fec().sale(1, "20260105", "C-01", "F-1", "1234,56", "").read(folder);
        InvoiceRecord invoice = sink.invoices().get(0);
        assertEquals("F-1", invoice.number());
        assertEquals(DebtorId.of("C-01"), invoice.debtor());
        assertEquals(LocalDate.of(2026, 1, 5), invoice.issueDate());
        assertEquals(
                List.of(new InvoiceRecord.Instalment(LocalDate.of(2026, 2, 4), euro("1234.56"))),
                invoice.instalments());
        assertEquals(Optional.empty(), invoice.evidence());
        assertEquals("Client C-01", sink.debtors().get(0).name());
        assertEquals(List.of(), sink.evidence());
        assertEquals(List.of(), sink.rejections());
    }

    @Test
    void aTermMayBeTheDebtorsOwn() throws Exception {
        byte[] bytes = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "10,00", "")
                .sale(2, "20260105", "C-02", "F-2", "10,00", "")
                .bytes();
        RecordingSink sink = Fec.read(
                folder,
                bytes,
                "{\"term\": 30, \"terms\": {\"C-02\": {\"days\": 45, \"method\": \"days_then_end_of_month\"}}}");
        assertEquals(
                List.of(LocalDate.of(2026, 2, 4), LocalDate.of(2026, 2, 28)),
                sink.invoices().stream()
                        .map(invoice -> invoice.instalments().get(0).dueDate())
                        .toList());
    }

    @Test
    void aDueDateIsNeverGuessedButLeftToTheRegisterOfTerms() throws Exception {
        byte[] bytes = new Fec().sale(1, "20260105", "C-01", "F-1", "10,00", "").bytes();
        for (String mapping : List.of("{\"terms\": {\"C-02\": 30}}", "{}")) {
            RecordingSink sink = Fec.read(folder, bytes, mapping);
            assertEquals(List.of(), sink.rejections());
            assertTrue(sink.invoices().get(0).isDueByTerm(), mapping);
        }
        assertFalse(Fec.read(folder, bytes, "{\"term\": 30}").invoices().get(0).isDueByTerm());
    }

    @Test
    void whatIsLetteredPaysWhatItIsLetteredWith() throws Exception {
        RecordingSink sink = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .sale(2, "20260110", "C-01", "F-2", "50,00", "AA")
                .payment(3, "20260220", "C-01", "VIR", "150,00", "AA")
                .read(folder);
        assertEquals(
                List.of("F-1 100.00 EUR", "F-2 50.00 EUR"),
                sink.payments().stream()
                        .map(payment -> payment.invoiceNumber().orElseThrow() + " " + payment.amount())
                        .toList());
        assertEquals(List.of(), sink.rejections());
    }

    @Test
    void anOpenCreditOfABankJournalIsMoneyOfTheDebtor() throws Exception {
        PaymentRecord payment = new Fec()
                .payment(3, "20260220", "C-01", "F-1", "150,00", "")
                .read(folder)
                .payments()
                .get(0);
        assertEquals(Optional.empty(), payment.invoiceNumber());
        assertEquals(Optional.of(DebtorId.of("C-01")), payment.debtor());
        assertEquals(LocalDate.of(2026, 2, 20), payment.bookedOn());
    }

    @Test
    void aCreditOfASalesJournalIsACreditNote() throws Exception {
        RecordingSink sink = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "A")
                .sale(2, "20260106", "C-01", "F-2", "100,00", "")
                .customer("VE|Ventes", 3, "20260110", "C-01", "A-1", "0,00|100,00", "A")
                .other("VE|Ventes", 3, "20260110", "706000", "A-1", "100,00|0,00")
                .read(folder);
        InvoiceRecord note = sink.invoices().stream()
                .filter(InvoiceRecord::isCreditNote)
                .findFirst()
                .orElseThrow();
        assertEquals("A-1", note.number());
        assertEquals(Optional.of("F-1"), note.corrects());
    }

    @Test
    void lettersBeginAgainEveryYear() throws Exception {
        String text = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .payment(2, "20260220", "C-01", "V1", "100,00", "AA")
                .sale(3, "20260305", "C-01", "F-2", "100,00", "AA")
                .payment(4, "20260420", "C-01", "V2", "70,00", "AA")
                .text();
        int third = text.indexOf("VE|Ventes|3");
        String twoYears = text.substring(0, third) + text.substring(third).replace("|AA|20260331|", "|AA|20270131|");
        RecordingSink sink = Fec.read(folder, twoYears, StandardCharsets.UTF_8);
        assertEquals("EcritureLet", sink.rejection().field());
        assertTrue(
                sink.rejection().reason().contains("AA 2027"), sink.rejection().reason());
        assertTrue(
                sink.rejection().reason().contains("lines 6, 8"),
                sink.rejection().reason());
        assertEquals(euro("70.00"), sink.payments().get(1).amount());
    }

    @Test
    void aPaymentThatCameBackAndWasMadeAgainPaysOnce() throws Exception {
        RecordingSink sink = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .payment(2, "20260220", "C-01", "PRLV", "100,00", "AA")
                .customer("BQ|Banque", 3, "20260225", "C-01", "REJET", "100,00|0,00", "AA")
                .other("BQ|Banque", 3, "20260225", "512000", "REJET", "0,00|100,00")
                .payment(4, "20260305", "C-01", "VIR", "100,00", "AA")
                .read(folder);
        assertEquals(
                List.of(euro("100.00")),
                sink.payments().stream().map(PaymentRecord::amount).toList());
    }

    @Test
    void aDoubtfulCustomerStillOwes() throws Exception {
        RecordingSink sink = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .customer("OD|Opérations diverses", 2, "20260630", "C-01", "F-1", "0,00|100,00", "AA")
                .line("OD|Opérations diverses|2|20260630|416000|Douteux|C-01|Client"
                        + " C-01|F-1|20260630|x|100,00|0,00|||20260630||")
                .read(folder);
        assertEquals(1, sink.invoices().size());
        assertEquals(List.of(), sink.payments());
        assertTrue(sink.rejection().reason().contains("416"), sink.rejection().reason());
    }

    @Test
    void partsOfOneInvoiceInOneEntryAreOneInvoice() throws Exception {
        RecordingSink sink = new Fec()
                .customer("VE|Ventes", 1, "20260105", "C-01", "F-1", "95,00|0,00", "AA")
                .customer("VE|Ventes", 1, "20260105", "C-01", "F-1", "5,00|0,00", "")
                .other("VE|Ventes", 1, "20260105", "706000", "F-1", "0,00|100,00")
                .payment(2, "20260220", "C-01", "VIR", "95,00", "AA")
                .read(folder);
        assertEquals(euro("100.00"), sink.invoices().get(0).instalments().get(0).amount());
        assertEquals(euro("95.00"), sink.payments().get(0).amount());
        assertEquals(List.of(), sink.rejections());
    }

    @Test
    void dollarsStayDollars() throws Exception {
        RecordingSink sink = new Fec()
                .line("VE|Ventes|1|20260105|411000|Clients|C-01|Client|F-1|20260105|x|90,00|0,00|||20260105|100,00|USD")
                .line("VE|Ventes|1|20260105|706000|Ventes|||F-1|20260105|x|0,00|90,00|||20260105||")
                .read(folder);
        assertEquals(
                Money.parse("100.00", "USD"),
                sink.invoices().get(0).instalments().get(0).amount());
    }

    @Test
    void amountAndSideMeanTheSameAsDebitAndCredit() throws Exception {
        Fec fec = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "")
                .payment(2, "20260220", "C-01", "VIR", "40,00", "");
        String sided = fec.text()
                .replace("|Debit|Credit|", "|Montant|Sens|")
                .replaceAll("\\|0,00\\|(\\d+,\\d\\d)\\|", "|$1|C|")
                .replaceAll("\\|(\\d+,\\d\\d)\\|0,00\\|", "|$1|D|");
        RecordingSink expected = fec.read(folder);
        for (String text : List.of(sided, sided.replace('|', '\t'))) {
            RecordingSink sink = Fec.read(folder, text, StandardCharsets.UTF_8);
            assertEquals(expected.order(), sink.order());
            assertEquals(List.of(), sink.rejections());
        }
    }

    @Test
    void namesAreReadInEitherEncoding() throws Exception {
        String text = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "")
                .text()
                .replace("Client C-01", "Crèmerie Modèle à 1 €");
        for (Charset encoding :
                List.of(StandardCharsets.UTF_8, Charset.forName("ISO-8859-15"), Charset.forName("windows-1252"))) {
            assertEquals(
                    "Crèmerie Modèle à 1 €",
                    Fec.read(folder, text, encoding).debtors().get(0).name(),
                    encoding.name());
        }
    }

    @Test
    void paymentsAreKnownAsFarAsTheMappingSays() throws Exception {
        byte[] bytes = new Fec()
                .sale(1, "20260405", "C-01", "F-1", "100,00", "")
                .payment(2, "20260220", "C-01", "VIR", "40,00", "")
                .bytes();
        assertEquals(
                List.of(LocalDate.of(2026, 2, 20)),
                Fec.read(folder, bytes, "{\"term\": 30, \"paymentsKnownUntil\": \"last payment\"}")
                        .knownUntil());
        assertEquals(List.of(), Fec.read(folder, bytes, "{\"term\": 30}").knownUntil());
    }
}
