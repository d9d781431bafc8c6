package org.quittance.importer.einvoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.Party.Identifier;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.ImporterContract;
import org.quittance.tck.importer.RecordingSink;

class StatusMessageTest {

    private final Path folder;

    StatusMessageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What every importer must hold. */
    @Nested
    class Contract extends ImporterContract {

        Contract(@TempDir Path folder) {
            super(folder);
        }

        @Override
        protected Importer importer() {
            return new LifecycleStatusImporter();
        }

        @Override
        protected byte[] sample() {
            return StatusSamples.LITIGATION.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected int records() {
            return 1;
        }
    }

    @Test
    void aStatusIsReadWithItsReasonAmountAndTime() throws Exception {
        LifecycleStatus status = read(StatusSamples.LITIGATION).statuses().get(0);
        assertEquals("F-2026-1", status.invoiceNumber());
        assertEquals("207", status.code());
        assertEquals("En litige", status.label());
        assertEquals(LocalDateTime.of(2026, 2, 3, 11, 30), status.at());
        assertEquals("CDV-1", status.message());
        assertEquals("Boulangerie Modèle", status.issuer());
        assertEquals(Optional.of(LocalDate.of(2026, 1, 20)), status.invoiceDate());
        assertEquals(List.of(new Identifier("0002", "123456782")), status.seller());
        assertEquals(List.of(new LifecycleStatus.Reason("QTE_ERR", "Il manque deux cartons")), status.reasons());
        assertEquals(List.of(new LifecycleStatus.Figure("MNATTC", new BigDecimal("30.00"), "EUR")), status.figures());
    }

    @Test
    void severalStatusesOfOneMessageAreReadAndOneBadOneDoesNotHoldBackTheOthers() throws Exception {
        RecordingSink sink = read(StatusSamples.message(
                StatusSamples.status("F-1", "202", "Reçue", ""),
                StatusSamples.status("", "205", "Approuvée", ""),
                StatusSamples.status("F-3", "299", "Inventée", "")));
        assertEquals(
                List.of("F-1 202", "F-3 299"),
                sink.statuses().stream()
                        .map(status -> status.invoiceNumber() + " " + status.code())
                        .toList());
        assertEquals("IssuerAssignedID", sink.rejection().field());
    }

    @Test
    void withoutATimeOfItsOwnAStatusHasThatOfItsMessage() throws Exception {
        String plain = StatusSamples.LITIGATION.replaceFirst(
                "<ram:IssueDateTime><udt:DateTimeString"
                        + " format=\"204\">20260203113000</udt:DateTimeString></ram:IssueDateTime>",
                "");
        assertEquals(
                LocalDateTime.of(2026, 2, 3, 12, 0),
                read(plain).statuses().get(0).at());
        String byDay = plain.replace("format=\"204\">20260203120000", "format=\"102\">20260203");
        assertEquals(
                LocalDate.of(2026, 2, 3).atStartOfDay(),
                read(byDay).statuses().get(0).at());
        assertEquals(
                "IssueDateTime",
                read(plain.replace("20260203120000", "20260203250000"))
                        .rejection()
                        .field());
    }

    @Test
    void isKnownByItsContentAndNotTakenForAnInvoice() {
        byte[] status = StatusSamples.LITIGATION.getBytes(StandardCharsets.UTF_8);
        byte[] invoice = Samples.CII.getBytes(StandardCharsets.UTF_8);
        assertTrue(new LifecycleStatusImporter().recognises("x", status));
        assertFalse(new LifecycleStatusImporter().recognises("cdar.xml", invoice));
        assertFalse(ElectronicInvoiceImporter.withDefaults().recognises("x", status));
    }

    @Test
    void whatIsCutOffOrHostileIsRefusedAsAWhole() throws Exception {
        String message = StatusSamples.message(
                StatusSamples.status("F-1", "202", "Reçue", ""), StatusSamples.status("F-2", "205", "Approuvée", ""));
        String head = message.substring(0, message.length() - 60);
        assertThrows(ImportException.class, () -> read(head));
        String entity = message.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e \"205\">]>\n");
        assertThrows(ImportException.class, () -> read(entity));
        String deep = message.replace(
                "</ram:IssuerAssignedID>", "<x>".repeat(70) + "</x>".repeat(70) + "</ram:IssuerAssignedID>");
        assertThrows(ImportException.class, () -> read(deep));
        assertEquals(
                "AcknowledgementDocument/ReferenceReferencedDocument",
                read(StatusSamples.message()).rejection().field());
    }

    @Test
    void whitespaceAndStatusesWithoutEndAreRefusedInTime() {
        String head =
                StatusSamples.LITIGATION.substring(0, StatusSamples.LITIGATION.indexOf("<rsm:ExchangedDocument>"));
        ImportException blank = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(ImportException.class, () -> read(head + " ".repeat(40 * 1024 * 1024))));
        assertTrue(String.valueOf(blank.getMessage()).contains("too large"), blank::toString);
        String[] many = new String[5_000];
        Arrays.fill(many, StatusSamples.status("F-1", "202", "Reçue", ""));
        ImportException endless = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(ImportException.class, () -> read(StatusSamples.message(many))));
        assertTrue(String.valueOf(endless.getMessage()).contains("20000 elements"), endless::toString);
    }

    private RecordingSink read(String xml) throws Exception {
        RecordingSink sink = new RecordingSink();
        Path file = Files.writeString(folder.resolve("status.bin"), xml);
        new LifecycleStatusImporter().read(CreditorId.of("exemple"), file, Optional.empty(), sink);
        return sink;
    }
}
