package org.quittance.importer.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.StatementEntry;

class KeysTest {

    private static final String FEE = ":61:2603030303D10,00NCHGNONREF\n:86:808?00ENTGELT?20Gebuehr\n";

    private final Path folder;

    KeysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasNotifiedIsTheSameInTheStatement() throws Exception {
        List<String> statement = keys(new CamtImporter(), Samples.text("camt053-v08.xml"));
        assertEquals(statement.subList(0, 3), keys(new CamtImporter(), Samples.text("camt054-v08.xml")));
        assertEquals(statement.subList(0, 1), keys(new CamtImporter(), Samples.text("camt052-v06.xml")));
        assertEquals(statement, keys(new CamtImporter(), Samples.text("camt053-v02.xml")));
    }

    /** The statement books the batch in one amount; its key is the beginning of those of its transactions. */
    @Test
    void theTransactionsOfABatchAreKnownAsItsParts() throws Exception {
        String lump =
                Samples.text("camt053-v08.xml").replaceAll("(?s)<TxDtls>(?:(?!</TxDtls>).)*PRLV-[12].*?</TxDtls>", "");
        List<String> whole = keys(new CamtImporter(), lump);
        List<String> parts = keys(new CamtImporter(), Samples.text("camt054-v08.xml"));
        assertTrue(parts.get(1).startsWith(whole.get(1) + "/"), () -> whole + " and " + parts);
        assertTrue(parts.get(2).startsWith(whole.get(1) + "/"), () -> whole + " and " + parts);
    }

    /** The importer of tables gives the same keys, which its own test says in the same words. */
    @Test
    void aMovementHasTheKeyItHasInEveryFormat() throws Exception {
        String ofx = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            ENCODING:UTF-8

            <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
            <BANKACCTFROM><ACCTID>FR7630006000011234567890189<ACCTTYPE>CHECKING</BANKACCTFROM>
            <BANKTRANLIST><DTSTART>20260301<DTEND>20260331
            <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>120.50<FITID>REF-1</STMTTRN>
            <STMTTRN><TRNTYPE>FEE<DTPOSTED>20260303<TRNAMT>-10.00<MEMO>GEBUEHR</STMTTRN>
            </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
            """;
        assertEquals(
                List.of("r4504fb07ba8ddf19a4e92fd0a5b1fa17", "c8ec7e1db3806ed43a7cf529bcc84b23a"),
                keys(new OfxImporter(), ofx));
    }

    @Test
    void equalMovementsOfOneStatementStayApartAndKeepTheirKeys() throws Exception {
        List<String> twice = keys(new Mt940Importer(), mt940("1", "1000,00", FEE + FEE, "980,00"));
        assertEquals(2, new LinkedHashSet<>(twice).size());
        assertEquals(twice, keys(new Mt940Importer(), mt940("7", "1000,00", FEE + FEE, "980,00")));
        assertEquals(twice.subList(0, 1), keys(new Mt940Importer(), mt940("1", "1000,00", FEE, "990,00")));
    }

    @Test
    void aStatementThatOverlapsTheOneBeforeInTheSameFileAddsNothing() throws Exception {
        String first = mt940("1", "1000,00", FEE, "990,00");
        String overlapping = mt940("2", "1000,00", FEE + FEE, "980,00");
        List<String> both = keys(new Mt940Importer(), first + overlapping);
        assertEquals(3, both.size());
        assertEquals(2, new LinkedHashSet<>(both).size());
        assertEquals(both.get(0), both.get(1));
    }

    @Test
    void aStatementThatContinuesTheOneBeforeGoesOnCounting() throws Exception {
        String first = mt940("1", "1000,00", FEE, "990,00");
        String next = mt940("2", "990,00", FEE, "980,00");
        assertEquals(2, Set.copyOf(keys(new Mt940Importer(), first + next)).size());
    }

    @Test
    void aReferenceThatTheBankGivesTwiceDoesNotHideMoney() throws Exception {
        String sample = Samples.text("camt053-v08.xml").replaceAll("BANK-000\\d", "BANK-0001");
        List<String> keys = keys(new CamtImporter(), sample);
        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @Test
    void theWordsForNoReferenceAreNone() throws Exception {
        String sample = Samples.text("camt053-v08.xml");
        List<String> without = keys(new CamtImporter(), sample.replace("BANK-0001", "NONREF"));
        assertTrue(without.get(0).startsWith("e"), without::toString);
        List<StatementEntry> entries =
                read(new CamtImporter(), sample.replace("BM-77", "NOTPROVIDED").replace("BANK-0001", "NONREF"));
        assertTrue(entries.get(0).endToEndId().isEmpty());
        assertTrue(entries.get(0).key().startsWith("c"), entries.get(0)::key);
    }

    /** Some banks break the same text in other places, or write it in capitals, from one statement to the next. */
    @Test
    void theLayoutOfATextDoesNotChangeTheKey() throws Exception {
        String sample = Samples.text("camt053-v08.xml");
        String other = sample.replace("FRAIS DE TENUE DE COMPTE", "Frais de  tenue\n de compte");
        assertEquals(keys(new CamtImporter(), sample), keys(new CamtImporter(), other));
        assertNotEquals(
                keys(new CamtImporter(), sample), keys(new CamtImporter(), sample.replace("TENUE DE", "CLOTURE DE")));
    }

    private static String mt940(String number, String opening, String movements, String closing) {
        return ":20:X\n:25:FR7630006000011234567890189\n:28C:" + number + "\n:60F:C260302EUR" + opening + "\n"
                + movements + ":62F:C260303EUR" + closing + "\n-\n";
    }

    private List<String> keys(Importer importer, String text) throws IOException, ImportException {
        return read(importer, text).stream().map(StatementEntry::key).toList();
    }

    private List<StatementEntry> read(Importer importer, String text) throws IOException, ImportException {
        return Samples.read(importer, Files.writeString(folder.resolve("statement"), text))
                .entries();
    }
}
