package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.importer.ImportException;
import org.quittance.tck.importer.RecordingSink;

class EncodingTest {

    private static final String DEBTORS = "\"records\": {\"debtor\": {\"id\": \"id\", \"name\": \"nom\"}}";
    private static final String TEXT = "id;nom\r\nD-1;Boulangerie Modèle\r\nD-2;Café de l’Œuvre\r\n";

    private final CsvFolder folder;

    EncodingTest(@TempDir Path temporary) {
        this.folder = new CsvFolder(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsLettersInTheStatedEncoding(String encoding) throws Exception {
        RecordingSink sink =
                folder.read(TEXT.getBytes(Charset.forName(encoding)), "\"encoding\": \"" + encoding + "\"," + DEBTORS);
        assertEquals("Café de l’Œuvre", sink.debtors().get(1).name());
    }

    @Test
    void readsLatin1() throws Exception {
        byte[] text = "id;nom\nD-1;Modèle\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "Modèle",
                folder.read(text, "\"encoding\": \"ISO-8859-1\"," + DEBTORS)
                        .debtors()
                        .get(0)
                        .name());
    }

    @Test
    void skipsTheByteOrderMark() throws Exception {
        assertEquals(2, folder.read("\uFEFF" + TEXT, DEBTORS).debtors().size());
    }

    @Test
    void refusesBytesThatAreNotUtf8NamingLineAndSetting() {
        ImportException problem = folder.refused(TEXT.getBytes(Charset.forName("windows-1252")), DEBTORS);
        assertEquals(2, problem.line());
        assertEquals("encoding", problem.field());
        assertTrue(problem.getMessage().contains("0xE8"), problem.getMessage());
        assertTrue(problem.getMessage().contains("\"encoding\": \"windows-1252\""), problem.getMessage());
    }

    @Test
    void refusesBadBytesFarBehindTheBeginning() {
        String text = "id;nom\n" + "D-1;Exemple\n".repeat(20_000) + "D-2;Modèle\n";
        ImportException problem = folder.refused(text.getBytes(StandardCharsets.ISO_8859_1), DEBTORS);
        assertEquals(20_002, problem.line());
    }

    @Test
    void refusesUtf8ThatIsDeclaredAsSomethingElse() {
        ImportException problem =
                folder.refused(TEXT.getBytes(StandardCharsets.UTF_8), "\"encoding\": \"windows-1252\"," + DEBTORS);
        assertTrue(problem.getMessage().contains("set \"encoding\": \"UTF-8\""), problem.getMessage());
    }

    @Test
    void refusesUtf16() {
        ImportException problem = folder.refused(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), DEBTORS);
        assertTrue(problem.getMessage().contains("UTF-16; save it as UTF-8"), problem.getMessage());
        assertTrue(folder.refused(TEXT.getBytes(StandardCharsets.UTF_16LE), DEBTORS)
                .getMessage()
                .contains("NUL"));
    }

    @Test
    void readsCharactersBeyondTheBasicPlaneOneByOne() throws Exception {
        String text = "a\uD83D\uDCA7b\uD83D\uDCA7";
        StringWriter copy = new StringWriter();
        try (Reader reader = new StrictReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8.newDecoder())) {
            char[] one = new char[1];
            while (reader.read(one, 0, 1) > 0) {
                copy.write(one);
            }
        }
        assertEquals(text, copy.toString());
    }
}
