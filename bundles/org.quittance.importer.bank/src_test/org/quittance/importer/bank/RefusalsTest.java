package org.quittance.importer.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

class RefusalsTest {

    private static final int HUGE = 64 * 1024 * 1024;

    private final Path folder;

    RefusalsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Dt>2026-03-02</Dt></BookgDt> | <Dt>2026-02-31</Dt></BookgDt> | Ntry/BookgDt | no date",
                "<Dt>2026-03-02</Dt></BookgDt> | <Dt>2569-03-02</Dt></BookgDt> | Ntry/BookgDt | between 1980 and 2099",
                "<Dt>2026-03-02</Dt></BookgDt> | <Dt>1447-09-13</Dt></BookgDt> | Ntry/BookgDt | between 1980 and 2099",
                "<Dt>2026-03-02</Dt></BookgDt> | <Dt>令和8-03-02</Dt></BookgDt> | Ntry/BookgDt | YYYY-MM-DD",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt Ccy=\"USD\">1250.50</Amt> | Ntry/Amt | one currency",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt Ccy=\"EUR\">1250.505</Amt> | Ntry/Amt | more decimals",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt Ccy=\"EUR\">1,250.50</Amt> | Ntry/Amt | no amount",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt Ccy=\"EUR\">-1250.50</Amt> | Ntry/Amt | without sign",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt Ccy=\"EUR\">9999999999999999</Amt> | Ntry/Amt | larger than any",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt>1250.50</Amt> | Ntry/Amt | currency",
                "<Amt Ccy=\"EUR\">1250.50</Amt> | <Amt Ccy=\"ZZZ\">1250.50</Amt> | Ntry/Amt | ISO 4217",
                "<Sts><Cd>BOOK</Cd></Sts> | <Sts><Cd>MAYBE</Cd></Sts> | Ntry/Sts | expected BOOK",
                "<CdtDbtInd>CRDT</CdtDbtInd><Sts> | <CdtDbtInd>X</CdtDbtInd><Sts> | Ntry/Amt | CRDT or DBIT",
                "<Amt Ccy=\"EUR\">2420.50</Amt> | <Amt Ccy=\"EUR\">2420.51</Amt> | Bal | 2420.50 EUR, but the closing"
                        + " balance is 2420.51",
                "camt.053.001.08 | camt.053.001.01 | Document | version 02",
                "camt.053.001.08 | camt.054.001.08 | Document | is not read",
                "<IBAN>FR7630006000011234567890189</IBAN></Id><Ccy> | </Id><Ccy> | Acct | no account"
            })
    void aCamtStatementThatCannotBeRightIsRefusedByElement(String right, String wrong, String field, String reason)
            throws Exception {
        String sample = Samples.text("camt053-v08.xml");
        assertTrue(sample.contains(right), right);
        refused(new CamtImporter(), sample.replaceFirst(Pattern.quote(right), wrong), field, reason);
    }

    @Test
    void aRefusalNamesTheLine() throws Exception {
        String sample = Samples.text("camt053-v08.xml");
        int line = (int)
                sample.lines().takeWhile(text -> !text.contains("<NtryRef>4")).count();
        ImportException refusal = refused(
                new CamtImporter(), sample.replace("2026-03-03T18:12", "2026-33-03T18:12"), "Ntry/BookgDt", "no date");
        assertEquals(line, refusal.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":60F:C260301EUR1000,00 | :60F:C260231EUR1000,00 | :60F: | no date",
                ":60F:C260301EUR1000,00 | :60F:C260301XXX1000,00 | :60F: | no currency",
                ":60F:C260301EUR1000,00 | :60F:X260301EUR1000,00 | :60F: | no balance",
                ":62F:C260303EUR2420,50 | :62F:C260303EUR2420,51 | closing balance | make 2420.50 EUR, but the closing"
                        + " balance is 2420.51",
                ":62F:C260303EUR2420,50 | :62F:C260303USD2420,50 | closing balance | one currency",
                ":62F:C260303EUR2420,50 | :64:C260303EUR2420,50 | :62F: | before the closing balance",
                ":61:2603010302CR1250,50NTRF | :61:2603010332CR1250,50NTRF | :61: | MMDD",
                ":61:2603010302CR1250,50NTRF | :61:2603010302CR1250.50NTRF | :61: | no movement",
                ":61:2603010302CR1250,50NTRF | :61:2603010302CR1250,505NTRF | :61: | more decimals",
                ":25:10020030/1234567 | :25: | :25: | no account"
            })
    void anMt940StatementThatCannotBeRightIsRefusedByField(String right, String wrong, String field, String reason)
            throws Exception {
        refused(new Mt940Importer(), Samples.text("mt940-de.sta").replace(right, wrong), field, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOULANGERIE MODELE      0000001  0000000012505{ | BOULANGERIE MODELE      0000001  0000000012505E |"
                        + " closing balance | but the closing balance is",
                "BOULANGERIE MODELE      0000001  0000000012505{ | BOULANGERIE MODELE      0000001  0000000012505é |"
                        + " '' | ''",
                "BOULANGERIE MODELE      0000001  0000000012505{ | BOULANGERIE MODELE      0000001  0000000012505z |"
                        + " montant | 13 digits",
                "05020326  010326VIR | 05310226  010326VIR | date de comptabilisation | no date",
                "0430006011700001EUR2 12345678901 | 0430006011700001EUR2 12345678902 | 04 | but the statement is of",
                "0430006011700001EUR2 12345678901 | 0430006011700001USD2 12345678901 | 04 | but the statement is of",
                "0430006011700001EUR2 12345678901 | 0930006011700001EUR2 12345678901 | 09 | begins no record",
                "0730006 | 0530006 | 01 | before the closing balance"
            })
    void aCfonbStatementThatCannotBeRightIsRefusedByRecord(String right, String wrong, String field, String reason)
            throws Exception {
        String sample = Samples.text("cfonb120.txt");
        assertTrue(sample.contains(right), right);
        if (reason.isEmpty()) {
            assertEquals(
                    3,
                    read(new CfonbImporter(), sample.replace(right, wrong))
                            .entries()
                            .size());
        } else {
            refused(new CfonbImporter(), sample.replace(right, wrong), field, reason);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<DTPOSTED>20260302 | <DTPOSTED>20260231 | DTPOSTED | no date",
                "<TRNAMT>+1250,50 | <TRNAMT>+1.250,50 | /STMTTRN | no amount",
                "<TRNAMT>+1250,50 | <TRNTYPE>X | /STMTTRN | no amount",
                "<CURDEF>EUR | <CURDEF>EURO | CURDEF | no currency",
                "<ACCTID>12345678901 | <ACCTID> | ACCTID | no account",
                "</STMTRS> | </STMTTRNRS> | /STMTTRNRS | closes nothing",
                "</OFX> | <!-- --> | '' | before </OFX>"
            })
    void anOfxFileThatCannotBeRightIsRefusedByElement(String right, String wrong, String field, String reason)
            throws Exception {
        refused(new OfxImporter(), Samples.text("ofx-1.ofx").replaceFirst(Pattern.quote(right), wrong), field, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " | a text or blank space longer",
                "<!-- x | comment or instruction longer",
                "<Document a='x | a tag, comment or instruction longer",
                "<Document><![CDATA[x | comment or instruction longer",
                "<Document>x | a text or blank space longer",
                "<Document>\t | a text or blank space longer",
                "<?x y | comment or instruction longer",
                "<x><x><x> | nested deeper",
                "<Document><!ENTITY x | another declaration"
            })
    void aFileThatNeverEndsIsRefusedInBoundedMemory(String startAndReason) throws Exception {
        String start = startAndReason.split(" \\| ")[0];
        String unit = start.startsWith("<x>") ? start : start.isEmpty() ? " " : start.substring(start.length() - 1);
        Path file = folder.resolve("huge");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] part = unit.repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < HUGE; written += part.length) {
                out.write(part);
            }
        }
        ImportException refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(ImportException.class, () -> read(new CamtImporter(), file)));
        assertTrue(message(refusal).contains(startAndReason.split(" \\| ")[1]), () -> message(refusal));
    }

    @Test
    void textFormatsThatNeverEndAreRefusedInBoundedMemory() throws Exception {
        for (String unit : new String[] {" ", "\n", "x", "<", "0"}) {
            Path file = folder.resolve("huge");
            Files.write(file, unit.repeat(HUGE / 4).getBytes(StandardCharsets.UTF_8));
            for (Importer importer : Samples.importers()) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () -> assertThrows(ImportException.class, () -> read(importer, file)),
                        importer::format);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void anEncodingThatIsNotReadIsRefusedByName(String encoding) throws Exception {
        for (Importer importer : Samples.importers()) {
            String sample = Samples.text(
                    switch (importer.format()) {
                        case "camt" -> "camt053-v08.xml";
                        case "mt940" -> "mt940-de.sta";
                        case "cfonb120" -> "cfonb120.txt";
                        default -> "ofx-1.ofx";
                    });
            Path file = Files.write(folder.resolve("other"), sample.getBytes(encoding));
            ImportException refusal = assertThrows(ImportException.class, () -> read(importer, file), importer::format);
            assertTrue(message(refusal).contains("UTF-16"), () -> message(refusal));
        }
    }

    @Test
    void xmlIsReadInTheEncodingItDeclaresAndInNoOther() throws Exception {
        String sample = Samples.text("camt053-v08.xml");
        Path file = folder.resolve("statement");
        Files.write(file, sample.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "Boulangerie Modèle",
                read(new CamtImporter(), file).entries().get(0).counterparty().orElseThrow());
        Files.write(file, sample.getBytes(StandardCharsets.ISO_8859_1));
        ImportException refusal = assertThrows(ImportException.class, () -> read(new CamtImporter(), file));
        assertEquals("encoding", refusal.field());
        refused(new CamtImporter(), sample.replace("encoding=\"UTF-8\"", "encoding=\"UTF-7\""), "encoding", "UTF-7");
    }

    @Test
    void aBatchWhoseTransactionsDoNotAddUpIsOneMovement() throws Exception {
        String sample = Samples.text("camt053-v08.xml")
                .replace("<Amt Ccy=\"EUR\">180.00</Amt>", "<Amt Ccy=\"EUR\">180.01</Amt>");
        RecordingSink sink = read(new CamtImporter(), sample);
        assertEquals("300.00", sink.entries().get(1).amount().toDecimalString());
        assertEquals(
                "PRLV-1\nF-2026-116\nPRLV-2\nF-2026-117", sink.entries().get(1).text());
        assertEquals(4, sink.entries().size());
    }

    @Test
    void nothingIsToldBeforeAStatementIsKnownToAddUp() throws Exception {
        RecordingSink sink = new RecordingSink();
        Path file = Files.writeString(
                folder.resolve("statement"), Samples.text("mt940-de.sta").replace("2420,50", "2420,51"));
        assertThrows(
                ImportException.class,
                () -> new Mt940Importer().read(CreditorId.of("exemple"), file, Optional.empty(), sink));
        assertTrue(sink.order().isEmpty());
    }

    private ImportException refused(Importer importer, String text, String field, String reason) {
        ImportException refusal = assertThrows(ImportException.class, () -> read(importer, text));
        assertTrue(message(refusal).contains(reason), () -> message(refusal));
        if (!field.isEmpty()) {
            assertEquals(field, refusal.field());
        }
        return refusal;
    }

    private static String message(ImportException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private RecordingSink read(Importer importer, String text) throws IOException, ImportException {
        return read(importer, Files.writeString(folder.resolve("statement"), text));
    }

    private static RecordingSink read(Importer importer, Path file) throws ImportException {
        return Samples.read(importer, file);
    }
}
