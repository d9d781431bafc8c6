package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.importer.ImportException;

class MappingReaderTest {

    private static final String DEBTOR = """
        {
          "records": {
            "debtor": {
              "id": "Code",
              "name": "Nom"
            }
          }
        }
        """;

    private final Path folder;

    MappingReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Each row puts a text in place of another one and tells line, key and part of the message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"name\" | \"nmae\" | 5 | records.debtor.nmae | did you mean «name»?",
                "\"records\" | \"record\" | 2 | record | did you mean «records»?",
                "\"debtor\" | \"debitor\" | 3 | records.debitor | did you mean «debtor»?",
                "\"Nom\" | {\"colum\": \"Nom\"} | 5 | records.debtor.name.colum | did you mean «column»?",
                "\"Nom\" | {} | 5 | records.debtor.name | expected exactly one",
                "\"Nom\" | {\"column\": \"A\", \"constant\": \"B\"} | 5 | records.debtor.name | expected exactly one",
                "\"Nom\" | {\"constant\": \"\"} | 5 | records.debtor.name.constant | is empty",
                "\"Nom\" | {\"template\": \"x\"} | 5 | records.debtor.name.template | names no column",
                "\"Nom\" | {\"template\": \"{x\"} | 5 | records.debtor.name.template | not closed",
                "\"Nom\" | \"\" | 5 | records.debtor.name | is empty",
                "\"Nom\" | 0 | 5 | records.debtor.name | from 1 to",
                "\"Nom\" | 1.5 | 5 | records.debtor.name | expected a text, a whole number",
                "\"Nom\" | null | 5 | records.debtor.name | expected a text, a whole number",
                "\"Nom\" | [] | 5 | records.debtor.name | is a list, expected a text in quotes",
                "\"Nom\" | {\"constant\": {\"constant\": \"B\"}} | 5 | records.debtor.name.constant | is an object,"
                        + " expected a",
                "\"Nom\" | \"N\", \"kind\": {\"constant\": \"firm\"} | 5 | records.debtor.kind.constant | expected"
                        + " business",
                "\"Nom\" | \"N\", \"country\": {\"constant\": \"UK\"} | 5 | records.debtor.country.constant | country"
                        + " code",
                "\"Nom\" | \"N\", \"language\": {\"column\": \"L\", \"values\": {\"F\": \"xx\"}} | 5 |"
                        + " records.debtor.language.values.F | language code",
                "\"name\": \"Nom\" | \"kind\": \"K\" | 3 | records.debtor | lacks «name»",
                "{ \"records\" | {\"header\": 1, \"records\" | 2 | header | expected true or false",
                "{ \"records\" | {\"delimiter\": \"#\", \"records\" | 2 | delimiter | expected one of",
                "{ \"records\" | {\"encoding\": \"utf8\", \"records\" | 2 | encoding | did you mean «UTF-8»?",
                "{ \"records\" | {\"dates\": \"JJ/MM/AAAA\", \"records\" | 2 | dates | is not a date pattern",
                "{ \"records\" | {\"dates\": [], \"records\" | 2 | dates | is empty",
                "{ \"records\" | {\"dates\": [\"d/M/yyyy\", \"M/d/yyyy\"], \"records\" | 2 | dates[2] | mean different"
                        + " days",
                "{ \"records\" | {\"decimal\": \",\", \"grouping\": \",\", \"records\" | 2 | grouping | same sign",
                "{ \"records\" | {\"skipLines\": -1, \"records\" | 2 | skipLines | from 0 to",
                "{ \"records\" | {\"paymentsKnownUntil\": \"today\", \"records\" | 2 | paymentsKnownUntil | a day such"
                        + " as",
                "{ \"records\" | {\"paymentsKnownUntil\": \"2026-02-30\", \"records\" | 2 | paymentsKnownUntil | a day"
                        + " such as",
                "{ \"records\" | {\"header\": false, \"records\" | 4 | records.debtor.id | give its position",
                "{ \"records\" | {\"ignoreRows\": {\"is\": \"x\"}, \"records\" | 2 | ignoreRows | lacks «column»"
            })
    void refusesWhatItDoesNotUnderstandByLineAndKey(String text, String bad, int line, String key, String reason)
            throws IOException {
        String json = DEBTOR.replace("{\n  \"records\"", "{ \"records\"").replace("{ \"records\"", "{\n \"records\"");
        String marker = text.replace("{ \"records\"", "\"records\"");
        String replacement = text.startsWith("{ ") ? bad.substring(1) : bad;
        assertTrue(json.contains(marker), marker);
        ImportException problem = refused(json.replace(marker, replacement));
        assertEquals(key, problem.field());
        assertTrue(problem.getMessage().contains("mapping m.json line " + line + ": "), problem.getMessage());
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"invoice\": {\"number\": \"n\"}} | lacks «currency»",
                "{\"invoice\": {\"number\": \"n\", \"currency\": \"c\"}} | lacks «debtor»",
                "{\"payment\": {\"amount\": \"n\", \"bookedOn\": \"b\", \"currency\": \"c\"}} | names at least one",
                "{\"payment\": {\"amount\": \"n\", \"bookedOn\": \"b\", \"currency\": {\"constant\": \"EURO\"}}} | ISO"
                        + " 4217",
                "{\"payment\": {\"amount\": \"n\", \"bookedOn\": \"b\", \"currency\": {\"constant\": \"XXX\"}}} |"
                        + " minor units",
                "{\"invoice\": {\"number\": \"n\", \"debtor\": \"d\", \"issueDate\": \"i\", \"due\": \"d\","
                        + " \"amount\": \"a\", \"currency\": \"c\", \"due2\": \"e\"}} | only one of «due2» and «amount2»",
                "{\"invoice\": {\"number\": \"n\", \"debtor\": \"d\", \"issueDate\": \"i\", \"due\": \"d\","
                        + " \"amount\": \"a\", \"currency\": \"c\", \"evidence\": {\"grade\": {\"constant\":"
                        + " \"DECLARED\"}}}} | lacks «sentOn»",
                "{\"invoice\": {\"number\": \"n\", \"debtor\": \"d\", \"issueDate\": \"i\", \"due\": \"d\","
                        + " \"amount\": \"a\", \"currency\": \"c\", \"repeatedRows\": true}, \"reminder\": {\"invoice\":"
                        + " \"n\", \"step\": \"s\", \"sentOn\": \"d\"}} | only «debtor» can come",
                "{} | is empty"
            })
    void refusesRecordsThatAreNotComplete(String records, String reason) throws IOException {
        ImportException problem = refused("{\"records\": " + records + "}");
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }

    @Test
    void refusesWhatIsNoJsonByLineAndColumn() throws IOException {
        ImportException problem = refused("{\n  \"records\": oops\n}");
        assertTrue(problem.getMessage().startsWith("mapping m.json line 2 column "), problem.getMessage());
        assertTrue(refused("").getMessage().contains("is empty"));
        assertTrue(refused(DEBTOR + "{}").getMessage().contains("nothing may follow"));
        assertTrue(refused("[]").getMessage().contains("expected an object"));
        assertTrue(refused("{}").getMessage().contains("lacks «records»"));
        assertTrue(refused("[".repeat(500)).getMessage().contains("nested too deeply"));
    }

    @Test
    void refusesAKeyThatStandsTwice() throws IOException {
        assertTrue(refused(DEBTOR.replace("\"name\"", "\"id\"")).getMessage().contains("Duplicate"));
    }

    @Test
    void refusesAMappingThatIsNotThere() {
        ImportException problem =
                assertThrows(ImportException.class, () -> MappingReader.read(folder.resolve("absent.json")));
        assertTrue(problem.getMessage().contains("absent.json cannot be read: there is no such file"));
    }

    @Test
    void refusesAMappingThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("m.json"), "{\"description\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(ImportException.class, () -> MappingReader.read(folder.resolve("m.json")))
                .getMessage()
                .contains("not UTF-8"));
    }

    private ImportException refused(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), json);
        return assertThrows(ImportException.class, () -> MappingReader.read(file));
    }
}
