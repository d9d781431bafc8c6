package org.quittance.agency.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Creditor;
import org.quittance.tck.agency.SampleCase;

/** What a package holds, under which names, and that its manifest tells the truth. */
class PackageTest {

    private static final HandOverKey KEY = new HandOverKey("dossier-0001");

    @TempDir
    Path folder;

    @Test
    void holdsMandateCaseClaimExhibitsAndManifest() throws Exception {
        handOver(SampleCase.keyed(KEY));
        assertEquals(
                List.of(
                        "case.json",
                        "claim.csv",
                        "exhibits/01-facture.pdf",
                        "exhibits/02-mise_en_demeure.pdf",
                        "mandate.txt",
                        "manifest.json"),
                SharedFolder.files(folder.resolve(KEY.value())));
    }

    @Test
    void theManifestNamesEveryOtherFileWithItsSizeAndHash() throws Exception {
        handOver(SampleCase.keyed(KEY));
        Path theCase = folder.resolve(KEY.value());
        JsonNode manifest = BoundedJson.read(theCase.resolve("manifest.json"));
        assertEquals(
                SharedFolder.files(theCase).size() - 1, manifest.path("files").size());
        for (JsonNode entry : manifest.path("files")) {
            byte[] bytes = Files.readAllBytes(theCase.resolve(entry.path("path").asText()));
            assertEquals(bytes.length, entry.path("bytes").asInt());
            assertEquals(
                    DocumentFile.of("x", "x", bytes).sha256(),
                    entry.path("sha256").asText());
        }
    }

    @Test
    void theCaseStatesPartiesItemisedClaimContactsAndLimitation() throws Exception {
        handOver(SampleCase.keyed(KEY));
        JsonNode theCase = BoundedJson.read(folder.resolve(KEY.value()).resolve("case.json"));
        assertEquals("Exemple SARL", theCase.at("/creditor/name").asText());
        assertEquals("BUSINESS", theCase.at("/debtor/kind").asText());
        assertEquals("Grenoble", theCase.at("/debtor/address/town").asText());
        assertEquals("F2026-0012", theCase.at("/claim/items/0/number").asText());
        assertEquals("12000.00", theCase.at("/claim/principal").asText());
        assertEquals("179.75", theCase.at("/claim/interest").asText());
        assertEquals("40.00", theCase.at("/claim/accessories/indemnity").asText());
        assertEquals("12219.75", theCase.at("/claim/total").asText());
        assertEquals("12.15", theCase.at("/claim/segments/0/rate").asText());
        assertEquals("formal-notice", theCase.at("/contacts/1/step").asText());
        assertEquals("2031-03-31", theCase.at("/limitationDate").asText());
        assertEquals("mise en demeure.pdf", theCase.at("/exhibits/1/name").asText());
        assertEquals("M-2026-01", theCase.at("/mandate/number").asText());
        assertFalse(theCase.toString().contains("FR7630006000011234567890189"), "bank details are not part of a case");
    }

    @Test
    void theRowsOfTheClaimAddUpToItsTotal() throws Exception {
        handOver(SampleCase.keyed(KEY));
        List<String> rows = SharedFolder.text(folder.resolve(KEY.value()).resolve("claim.csv"))
                .lines()
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (String row : rows.subList(1, rows.size() - 1)) {
            sum = sum.add(amount(row));
        }
        assertEquals("12219.75", sum.toPlainString());
        assertEquals(sum, amount(rows.get(rows.size() - 1)));
    }

    @Test
    void theMandateNamesWhatArticleR124WantsInTheCreditorsLanguage() throws Exception {
        handOver(SampleCase.keyed(KEY));
        String french = SharedFolder.text(folder.resolve(KEY.value()).resolve("mandate.txt"));
        for (String part : List.of(
                "R124-3",
                "M-2026-01",
                "Agence Exemple",
                "pouvoir de recevoir",
                "F2026-0012 du 1er mars 2026",
                "Principal\u00a0: 12\u202f000,00\u00a0€",
                "179,75\u00a0€",
                "garantie",
                "10 % des sommes encaissées",
                "sous un mois",
                "L111-8")) {
            assertTrue(french.contains(part), part + " is not in: " + french);
        }
        assertFalse(french.contains("{"), french);
        Creditor english = Creditor.named(
                        SampleCase.creditor().id(),
                        "Sample Ltd",
                        SampleCase.creditor().address())
                .language(Locale.ENGLISH)
                .build();
        HandOverKey other = new HandOverKey("dossier-0002");
        handOver(SampleCase.builder(other).parties(english, SampleCase.debtor()).build());
        String text = SharedFolder.text(folder.resolve(other.value()).resolve("mandate.txt"));
        assertTrue(text.contains("power to receive") && text.contains("€12,000.00"), text);
    }

    @Test
    void exhibitsOfOneNameAndNamesOfAnyShapeStayInsideThePackage() throws Exception {
        List<String> names = List.of(
                "a.pdf", "a.pdf", "..\u2215..\u2215etc", "C:evil.", "é à.pdf", "x".repeat(150), "a\u202egpj.exe");
        handOver(SampleCase.builder(KEY)
                .exhibits(names.stream()
                        .map(name -> name.startsWith(".") ? "_" + name : name)
                        .map(name -> DocumentFile.of(name, "application/pdf", new byte[] {1}))
                        .toList())
                .build());
        List<String> files = SharedFolder.files(folder.resolve(KEY.value())).stream()
                .filter(file -> file.startsWith("exhibits/"))
                .toList();
        assertEquals(names.size(), files.size());
        files.forEach(file -> assertTrue(file.matches("exhibits/[0-9]{2}-[\\p{L}\\p{N}._-]{1,100}"), file));
        assertTrue(files.contains("exhibits/05-é_à.pdf"), files.toString());
        assertEquals(List.of(KEY.value(), "feedback"), topLevel());
    }

    private List<String> topLevel() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private void handOver(CasePackage theCase) throws AgencyException {
        SharedFolder.connector(folder).handOver(theCase);
    }

    private static BigDecimal amount(String row) {
        String[] cells = row.split(",");
        assertEquals("EUR", cells[cells.length - 1]);
        return new BigDecimal(cells[cells.length - 2]);
    }
}
