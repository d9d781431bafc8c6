package org.quittance.importer.einvoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.importer.DocumentType;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ElectronicInvoice.Note;
import org.quittance.api.importer.InvoiceRecord.Instalment;
import org.quittance.api.importer.Party.Identifier;

class DocumentsTest {

    private static final String CREDITED = "<ram:InvoiceReferencedDocument>"
            + "<ram:IssuerAssignedID>F-2026-0</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>";

    private final Reading reading;

    DocumentsTest(@TempDir Path folder) {
        reading = new Reading(folder);
    }

    @Test
    void allOfACiiInvoiceIsRead() throws Exception {
        ElectronicInvoice invoice = reading.invoice(Samples.CII);
        assertEquals("F-2026-1", invoice.number());
        assertEquals("Optional[S1]", invoice.process().toString());
        assertEquals(
                "[Instalment[dueDate=2026-02-19, amount=120.00 EUR]]",
                invoice.instalments().toString());
        assertEquals(
                List.of("PMT", "PMD", "AAB"),
                invoice.notes().stream().map(Note::code).toList());
        assertEquals(
                new Identifier("0002", "987654324"), invoice.buyer().legalId().orElseThrow());
        assertEquals("compta@modele.example", invoice.buyer().email().orElseThrow());
        assertEquals(List.of(), invoice.buyer().identifiers());
        assertEquals("Paris", invoice.buyer().address().orElseThrow().town());
    }

    @Test
    void allOfAUblInvoiceIsRead() throws Exception {
        ElectronicInvoice invoice = reading.invoice(Samples.UBL);
        assertEquals(
                "[Instalment[dueDate=2026-02-28, amount=100.01 EUR]]",
                invoice.instalments().toString());
        assertEquals("120.00 EUR", invoice.total().toString());
        assertEquals("20.00 EUR", invoice.prepaid().toString());
        assertEquals(List.of(new Note("PMT", "Indemnité forfaitaire de 40 €")), invoice.notes());
        assertEquals(
                List.of(new Identifier("0225", "987654324")), invoice.buyer().identifiers());
        assertEquals("Anne Modèle", invoice.buyer().contactName().orElseThrow());
    }

    @Test
    void theFirstZugferdIsRead() throws Exception {
        ElectronicInvoice invoice = reading.invoice(Samples.ZUGFERD_1);
        assertEquals("R-1", invoice.number());
        assertEquals(
                "[Instalment[dueDate=2026-02-03, amount=119.00 EUR]]",
                invoice.instalments().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "380, INVOICE",
        "326, INVOICE",
        "381, CREDIT_NOTE",
        "261, CREDIT_NOTE",
        "384, CORRECTIVE_INVOICE",
        "386, ADVANCE_INVOICE",
        "877, FINAL_INVOICE",
        "389, SELF_BILLED_INVOICE",
        "393, FACTORED_INVOICE"
    })
    void theTypeIsWhatTheCodeSays(String code, DocumentType type) throws Exception {
        assertEquals(
                type,
                reading.invoice(Samples.CII.replace(">380<", ">" + code + "<")).type());
    }

    @Test
    void aFinalInvoiceIsToldByItsProcess() throws Exception {
        assertEquals(
                DocumentType.FINAL_INVOICE,
                reading.invoice(Samples.CII.replace(">S1<", ">S4<")).type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"325", "130", "", "999"})
    void whatAsksForNoMoneyIsRefused(String code) throws Exception {
        var refusal = reading.refusal(Samples.CII.replace(">380<", ">" + code + "<"));
        assertTrue(refusal.reason().contains("«" + code + "» is not that of an invoice"), refusal::toString);
        assertEquals(10, refusal.line());
        assertEquals("TypeCode", refusal.field());
    }

    @Test
    void aCreditNoteNamesWhatItCreditsAndHasNoDateOfPayment() throws Exception {
        ElectronicInvoice note = reading.invoice(Samples.CII
                .replace(">380<", ">381<")
                .replace(
                        "</ram:ApplicableHeaderTradeSettlement>", CREDITED + "</ram:ApplicableHeaderTradeSettlement>"));
        assertEquals(List.of("F-2026-0"), note.preceding());
        assertEquals(List.of(), note.instalments());
        assertEquals("120.00 EUR", note.amountDue().toString());
    }

    @Test
    void anInvoiceOverANegativeAmountIsACreditNote() throws Exception {
        ElectronicInvoice note =
                reading.invoice(Samples.CII.replace(">380<", ">384<").replace(">120.00<", ">-120.00<"));
        assertEquals(DocumentType.CREDIT_NOTE, note.type());
        assertEquals("120.00 EUR", note.amountDue().toString());
    }

    @Test
    void aNegativeCreditNoteIsNotGuessedAt() throws Exception {
        var refusal = reading.refusal(Samples.CII.replace(">380<", ">381<").replace(">120.00<", ">-120.00<"));
        assertTrue(refusal.reason().contains("either direction"), refusal::toString);
    }

    @Test
    void severalDatesShareTheAmountOut() throws Exception {
        String terms = """
            <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString>\
            </ram:DueDateDateTime><ram:PartialPaymentAmount>50.00</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>
            <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260228</udt:DateTimeString>\
            </ram:DueDateDateTime><ram:PartialPaymentAmount>70.00</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>
            """;
        int from = Samples.CII.indexOf("<ram:SpecifiedTradePaymentTerms>");
        int to =
                Samples.CII.indexOf("</ram:SpecifiedTradePaymentTerms>") + "</ram:SpecifiedTradePaymentTerms>".length();
        String xml = Samples.CII.substring(0, from) + terms + Samples.CII.substring(to);
        assertEquals(
                List.of("2026-01-31", "2026-02-28"),
                reading.invoice(xml).instalments().stream()
                        .map(Instalment::dueDate)
                        .map(Object::toString)
                        .toList());
        assertEquals(
                List.of(),
                reading.invoice(xml.replace(">70.00<", ">60.00<")).instalments(),
                "amounts that do not add up are nobody's instalments");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <ram:GrandTotalAmount>120.00 | <ram:GrandTotalAmount>1.234,56 | GrandTotalAmount | is not an amount
        <ram:GrandTotalAmount>120.00 | <ram:GrandTotalAmount>1E99999999 | GrandTotalAmount | is not an amount
        <ram:GrandTotalAmount>120.00 | <ram:GrandTotalAmount>120.001 | GrandTotalAmount | more decimals
        <ram:GrandTotalAmount> | <ram:GrandTotalAmount currencyID="USD"> | GrandTotalAmount | «USD» and the document in EUR
        >EUR< | >EURO< | InvoiceCurrencyCode | is not a currency
        >EUR< | >XXX< | InvoiceCurrencyCode | no currency that is paid in
        >20260120< | >20260230< | DateTimeString | is not a date
        >20260120< | >14470801< | DateTimeString | another calendar
        >20260120< | >25690120< | DateTimeString | another calendar
        format="102">20260120 | format="610">202601 | DateTimeString | is not a date
        <ram:ID>F-2026-1</ram:ID> | <ram:ID> </ram:ID> | ID | missing or empty
        <ram:Name>Boulangerie Modèle</ram:Name> | <ram:Name/> | Name | missing or empty
        """)
    void whatIsWrongIsNamedWithItsPlace(String good, String bad, String field, String reason) throws Exception {
        assertTrue(Samples.CII.contains(good));
        var refusal = reading.refusal(Samples.CII.replace(good, bad));
        assertEquals(field, refusal.field());
        assertTrue(refusal.reason().contains(reason), refusal::toString);
        assertTrue(refusal.line() > 5, refusal::toString);
    }

    @Test
    void sumsThatContradictEachOtherAreRefused() throws Exception {
        var refusal = reading.refusal(Samples.UBL.replace(">100.01<", ">120.00<"));
        assertEquals("PayableAmount", refusal.field());
        assertTrue(refusal.reason().contains("is not the amount due"), refusal::toString);
    }

    @Test
    void thePdfIsReadByNameAndByRelationship() throws Exception {
        for (String name : List.of("factur-x.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml", "facture.XML")) {
            assertEquals(
                    "F-2026-1", reading.invoice(Samples.pdf(name, Samples.CII)).number());
        }
        assertEquals(
                "F-2026-2",
                reading.invoice(Samples.pdf("../../etc/x.xml", Samples.UBL)).number());
    }

    @Test
    void otherXmlBesideTheInvoiceDoesNotDisturb() throws Exception {
        Map<String, byte[]> attachments = new LinkedHashMap<>();
        attachments.put("a-delivery.xml", "<Delivery/>".getBytes(StandardCharsets.UTF_8));
        attachments.put("b-broken.xml", "<Delivery".getBytes(StandardCharsets.UTF_8));
        attachments.put("factur-x.xml", Samples.CII.getBytes(StandardCharsets.UTF_8));
        attachments.put("picture.png", new byte[] {1, 2, 3});
        assertEquals(
                "F-2026-1", reading.invoice(Samples.pdf(attachments, "Data")).number());
        attachments.put("zugferd-invoice.xml", Samples.CII.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "F-2026-1", reading.invoice(Samples.pdf(attachments, "Data")).number());
        attachments.put("zugferd-invoice.xml", Samples.UBL.getBytes(StandardCharsets.UTF_8));
        var refusal = reading.refusal(Samples.pdf(attachments, "Data"));
        assertTrue(refusal.reason().contains("two different invoices"), refusal::toString);
    }

    @Test
    void aPdfWithoutAnInvoiceSaysSo() throws Exception {
        var refusal = reading.refusal(Samples.pdf(Map.of("picture.png", new byte[] {1}), "Supplement"));
        assertTrue(refusal.reason().contains("no e-invoice attached"), refusal::toString);
        assertTrue(reading.refusal(Samples.pdf("factur-x.xml", "<Order/>"))
                .reason()
                .contains("no e-invoice attached"));
    }

    @Test
    void onlyItsOwnFormatsAreRecognised() {
        ElectronicInvoiceImporter importer = ElectronicInvoiceImporter.withDefaults();
        for (String xml : List.of(Samples.CII, Samples.UBL, Samples.ZUGFERD_1)) {
            assertTrue(importer.recognises("x", xml.getBytes(StandardCharsets.UTF_8)));
            assertTrue(importer.recognises("x", xml.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)));
        }
        for (String other : List.of(
                "<Invoice/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'/>",
                "a;b\n1;2",
                "",
                "{")) {
            assertFalse(importer.recognises("invoice.xml", other.getBytes(StandardCharsets.UTF_8)), other);
        }
    }
}
