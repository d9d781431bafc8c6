package org.quittance.importer.einvoice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.tck.importer.RecordingSink;

/** Whatever a file is, reading it takes seconds and megabytes, and a person hears what is wrong with it. */
class HostileInputTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MIB = 1024 * 1024;

    private final Path folder;
    private final Reading reading;

    HostileInputTest(@TempDir Path folder) {
        this.folder = folder;
        reading = new Reading(folder);
    }

    @Test
    void anExternalEntityIsNeverFetched() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "F-SECRET");
        String xml = Samples.CII
                .replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n")
                .replace(">F-2026-1<", ">&e;<");
        var refusal = reading.refusal(xml);
        assertTrue(refusal.reason().contains("document type declaration"), refusal::toString);
        assertEquals(
                "the PDF",
                reading.refusal(Samples.pdf("factur-x.xml", xml)).reason().contains("document type") ? "the PDF" : "");
    }

    @Test
    void entitiesDoNotMultiply() {
        StringBuilder lol = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            lol.append("<!ENTITY a" + level + " \"" + ("&a" + (level - 1) + ";").repeat(10) + "\">");
        }
        String xml = Samples.CII.replaceFirst("<\\?xml[^>]*>", lol + "]>").replace(">F-2026-1<", ">&a29;<");
        inTime(() -> assertTrue(reading.refusal(xml).reason().contains("document type declaration")));
    }

    @Test
    void aGigabyteOfWhitespaceIsNotReadToItsEnd() {
        inTime(() -> {
            Path file = folder.resolve("blank.xml");
            byte[] blank = new byte[MIB];
            Arrays.fill(blank, (byte) ' ');
            int place = Samples.CII.indexOf("<rsm:ExchangedDocument>");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(Samples.CII.substring(0, place).getBytes(UTF_8));
                for (int mebibyte = 0; mebibyte < 1024; mebibyte++) {
                    out.write(blank);
                }
            }
            var refusal = Reading.readOrRefused(file).rejection();
            assertTrue(refusal.reason().contains("more than 32 MiB"), refusal::toString);
            Files.delete(file);
        });
    }

    @Test
    void aHugeAttributeAHugeTextAndAHugeNumberOfElementsAreRefused() {
        inTime(() -> {
            String start = Samples.CII.substring(0, Samples.CII.indexOf("<rsm:ExchangedDocument>"));
            assertRefused(start + "<x a=\"" + "y".repeat(40 * MIB) + "\"/>", "too large");
            assertRefused(start + "<x>" + "y".repeat(MIB) + "</x>", "200000 characters");
            assertRefused(start + "<x/>".repeat(100_000), "20000 elements");
            assertRefused(start + "<!--" + "y".repeat(40 * MIB), "too large");
        });
    }

    @Test
    void aNameIsOneLineAndNoBook() throws Exception {
        String name = "Boulangerie Modèle";
        assertEquals(
                name,
                reading.invoice(Samples.CII.replace(name, "Boulangerie\n   Modèle&#x9;"))
                        .buyer()
                        .name());
        assertRefused(Samples.CII.replace(name, "m".repeat(201)), "longer than a number or a name");
        assertRefused(Samples.CII.replace("F-2026-1", "1".repeat(201)), "longer than a number or a name");
        assertEquals(
                "Optional.empty",
                reading.invoice(Samples.CII.replace("987654324", "9".repeat(100_000)))
                        .buyer()
                        .legalId()
                        .toString());
    }

    @Test
    void deepNestingIsRefusedWhereverItIs() {
        inTime(() -> {
            assertRefused(Samples.CII.replace("<ram:Anything>", "<x>".repeat(1_000_000)), "64 levels");
            assertRefused(
                    Samples.CII.replace("<ram:ApplicableHeaderTradeDelivery/>", "<x>".repeat(1_000_000)), "64 levels");
        });
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreNamed() throws Exception {
        var refusal = reading.refusal(Samples.CII.getBytes(ISO_8859_1));
        assertTrue(refusal.reason().contains("not of the encoding"), refusal::toString);
        assertEquals(
                "Boulangerie Modèle",
                reading.invoice(Samples.CII.replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1))
                        .buyer()
                        .name());
        assertTrue(reading.refusal(Samples.CII.replace("UTF-8", "EBCDIC-X"))
                .reason()
                .contains("«EBCDIC-X» is not known"));
        assertEquals("F-2026-1", reading.invoice("\ufeff" + Samples.CII).number());
        assertEquals("F-2026-1", reading.invoice(Samples.CII.getBytes(UTF_16LE)).number());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 900, 2_000, 4_000})
    void aFileCutOffIsRefusedWhole(int length) throws Exception {
        byte[] xml = Samples.CII.getBytes(UTF_8);
        assertTrue(reading.refusal(Arrays.copyOf(xml, Math.min(length, xml.length - 30)))
                .reason()
                .contains("cut off"));
        byte[] pdf = Samples.pdf("factur-x.xml", Samples.CII);
        RecordingSink sink = Reading.readOrRefused(
                Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(pdf, Math.min(length, pdf.length / 2))));
        assertFalse(sink.rejection().reason().isEmpty());
    }

    @Test
    void anEncryptedPdfSaysSo() throws Exception {
        for (String password : List.of("", "geheim")) {
            try (PDDocument document =
                            Samples.pdfDocument(Map.of("factur-x.xml", Samples.CII.getBytes(UTF_8)), "Data");
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                StandardProtectionPolicy policy =
                        new StandardProtectionPolicy("owner", password, new AccessPermission());
                policy.setEncryptionKeyLength(256);
                document.protect(policy);
                document.save(out);
                var refusal = reading.refusal(out.toByteArray());
                assertTrue(refusal.reason().contains("encrypted"), refusal::toString);
            }
        }
    }

    @Test
    void anAttachmentThatUnpacksToGigabytesIsRefusedBeforeItIs() {
        inTime(() -> {
            byte[] pdf = rawPdf("<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d >>", deflated(1024));
            var refusal = reading.refusal(pdf);
            assertTrue(refusal.reason().contains("unpacks to more than 32 MiB"), refusal::toString);
        });
    }

    @Test
    void whatIsPackedTwiceOrInAnotherWayIsRefused() {
        inTime(() -> {
            byte[] twice =
                    rawPdf("<< /Type /EmbeddedFile /Filter [/FlateDecode /Fl] /Length %d >>", deflate(deflated(1024)));
            assertTrue(reading.refusal(twice).reason().contains("packed more than once"));
            byte[] other = rawPdf("<< /Type /EmbeddedFile /Filter /LZWDecode /Length %d >>", new byte[MIB]);
            assertTrue(reading.refusal(other).reason().contains("unpacks to more"));
        });
    }

    @Test
    void anObjectStreamThatUnpacksToGigabytesIsRefusedBeforeItIs() {
        inTime(() -> {
            byte[] packed = deflated(1024);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.write("%PDF-1.7\n".getBytes(ISO_8859_1));
            int at = pdf.size();
            write(
                    pdf,
                    "4 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length " + packed.length
                            + " >>\nstream\n");
            pdf.write(packed);
            write(pdf, "\nendstream\nendobj\n");
            int xref = pdf.size();
            // Object 1, the catalogue, is said to lie in the object stream 4.
            byte[] table = {0, 0, 0, 0, 0, 2, 0, 0, 4, 0, 2, 0, 0, 4, 1, 0, 0, 0, 0, 0, 1, 0, 0, (byte) at, 0};
            write(
                    pdf,
                    "5 0 obj\n<< /Type /XRef /Size 5 /W [1 3 1] /Root 1 0 R /Length " + table.length + " >>\nstream\n");
            pdf.write(table);
            write(pdf, "\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n");
            var refusal = reading.refusal(pdf.toByteArray());
            assertTrue(refusal.reason().contains("unpacks to more than 32 MiB"), refusal::toString);
        });
    }

    @Test
    void aMazeOfNamesComesToAnEnd() {
        inTime(() -> {
            StringBuilder body = new StringBuilder("%PDF-1.7\n");
            body.append("1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>\nendobj\n");
            body.append("2 0 obj\n<< /Kids [2 0 R 3 0 R 2 0 R] >>\nendobj\n");
            body.append("3 0 obj\n<< /Kids [2 0 R 3 0 R] /Names [(a) 3 0 R (b) 2 0 R] >>\nendobj\n");
            body.append("trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n");
            assertTrue(reading.refusal(body.toString().getBytes(ISO_8859_1))
                    .reason()
                    .contains("no e-invoice"));
            String deep = "%PDF-1.7\n1 0 obj\n" + "[".repeat(500_000) + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
            assertTrue(reading.refusal(deep.getBytes(ISO_8859_1)).reason().contains("damaged"));
        });
    }

    @Test
    void damagedBytesNeverCostMoreThanAClearReason() {
        inTime(() -> {
            Random random = new Random(4);
            byte[] pdf = Samples.pdf("factur-x.xml", Samples.CII);
            byte[] xml = Samples.UBL.getBytes(UTF_8);
            for (int round = 0; round < 1_500; round++) {
                byte[] damaged = (round % 2 == 0 ? pdf : xml).clone();
                for (int change = 0; change <= random.nextInt(8); change++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                RecordingSink sink = Reading.readOrRefused(Files.write(folder.resolve("damaged"), damaged));
                assertEquals(
                        1, sink.rejections().size() + sink.electronicInvoices().size());
            }
        });
    }

    private void assertRefused(String xml, String reason) throws Exception {
        var refusal = reading.refusal(xml);
        assertTrue(refusal.reason().contains(reason), refusal::toString);
    }

    /** Work that may fail in any way. */
    private interface Work {
        void run() throws Exception;
    }

    private static void inTime(Work work) {
        assertTimeoutPreemptively(LIMIT, work::run);
    }

    private static byte[] rawPdf(String dictionary, byte[] stream) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        write(pdf, "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /AF [2 0 R] >>\nendobj\n");
        write(
                pdf,
                "2 0 obj\n<< /Type /Filespec /UF (factur-x.xml) /AFRelationship /Data /EF << /F 3 0 R >> >>\nendobj\n");
        write(pdf, "3 0 obj\n" + String.format(dictionary, stream.length) + "\nstream\n");
        pdf.write(stream);
        write(pdf, "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static byte[] deflated(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] blank = new byte[MIB];
            for (int mebibyte = 0; mebibyte < mebibytes; mebibyte++) {
                out.write(blank);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }
}
