package org.quittance.importer.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Money;
import org.quittance.tck.importer.RecordingSink;

/** Public test files of other projects; they are not part of this one, so QUITTANCE_DATA says where they are. */
@EnabledIfEnvironmentVariable(named = "QUITTANCE_DATA", matches = ".+")
class DataFilesTest {

    private static final int HEAD_BYTES = 64 * 1024;

    @ParameterizedTest
    @CsvSource({
        "camt053.v2.multi.statement.xml, 2, 2, 1.85 EUR",
        "camt054.v4.xml, 1, 1, -200000.00 SEK",
        "mt940-nl.txt, 31, 8, 56.94 EUR",
        "mt940-sepa-de.sta, 26, 97, -9269135.90 EUR",
        "cfonb120-example.txt, 2, 6, 26.68 EUR",
        "cfonb120-simple.txt, 1, 0, 0.00 EUR",
        "stmtrs.ofx, 1, 2, -500.00 USD",
        "stmtrs-euro.ofx, 1, 2, -500.00 USD"
    })
    void givesTheRightSums(String name, int statements, int entries, String sum) throws Exception {
        RecordingSink sink = read(name);
        assertEquals(statements, sink.statements().size());
        assertEquals(entries, sink.entries().size());
        assertEquals(List.of(), sink.rejections());
        String[] expected = sum.split(" ");
        assertEquals(
                Money.parse(expected[0], expected[1]),
                sink.entries().stream().map(StatementEntry::amount).reduce(Money.parse("0", expected[1]), Money::plus));
        long keys = sink.entries().stream()
                .map(entry -> entry.account() + entry.key())
                .distinct()
                .count();
        assertEquals(entries, keys);
    }

    /** Their closing balances are in SEK, on accounts in EUR. */
    @ParameterizedTest
    @ValueSource(strings = {"camt053.v2.minimal.xml", "camt053.v4.xml", "camt053.v8.xml"})
    void aClosingBalanceOfAnotherCurrencyMakesNothingKnown(String name) throws Exception {
        RecordingSink sink = read(name);
        assertEquals(Money.parse("8.85", "EUR"), sink.entries().get(0).amount());
        assertTrue(sink.rejection().reason().contains("SEK"), sink.rejection()::reason);
        AccountStatement statement = sink.statements().get(0);
        assertEquals(Optional.empty(), statement.until());
        assertEquals(Optional.empty(), statement.closing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camt053.v2.wrong.xml | 0 | no statement",
                "mt940-broken.sta | 10 | make 817646.54 EUR, but the closing balance is 1125250.40 EUR",
                "cfonb120-invalid-date.txt | 1 | is no date"
            })
    void refusesWhatCannotBeRight(String name, long line, String reason) {
        ImportException refusal = assertThrows(ImportException.class, () -> read(name));
        assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal::getMessage);
        assertEquals(line, refusal.line());
    }

    @Test
    void understandsWhatGermanBanksWrite() throws Exception {
        StatementEntry entry = read("mt940-sepa-de.sta").entries().get(7);
        assertEquals("50880050/0194777100888", entry.account());
        assertEquals(LocalDate.of(2007, 9, 4), entry.bookingDate());
        assertEquals(Money.parse("15000.05", "EUR"), entry.amount());
        assertEquals("EndToEndIdTFNR2000400001", entry.endToEndId().orElseThrow());
        assertEquals("DE42100100100043921105", entry.counterpartyIban().orElseThrow());
        assertEquals(
                "Richter Renate 70 Zeichen Beginn Fuellzeichen xxxxxxxx",
                entry.counterparty().orElseThrow());
        StatementEntry returned = read("mt940-sepa-de.sta").entries().get(0);
        assertEquals(Optional.of("914"), returned.returnReason());
        assertEquals("Grund nicht spezifiziert Reject aus SEPA-Ueberweisungsauftrag", returned.text());
    }

    @Test
    void understandsWhatFrenchBanksWrite() throws Exception {
        RecordingSink sink = read("cfonb120-example.txt");
        StatementEntry debit = sink.entries().get(0);
        assertEquals(Money.parse("-32.21", "EUR"), debit.amount());
        assertEquals("INTERNET SFR", debit.counterparty().orElseThrow());
        assertEquals("OTHER REFERENCE", debit.endToEndId().orElseThrow());
        assertTrue(debit.text().startsWith("PRLV SEPA TEST CABINET\nMENSUEAUHTR13133"), debit::text);
        assertEquals(
                Optional.of(Money.parse("-163.72", "EUR")),
                sink.statements().get(1).closing());
    }

    @Test
    void everyFileIsRecognisedByOneFormat() throws IOException {
        try (var files = Files.list(folder())) {
            for (Path file : files.toList()) {
                assertEquals(1, recognising(file).size(), file::toString);
            }
        }
    }

    private static RecordingSink read(String name) throws IOException, ImportException {
        return Samples.read(recognising(folder().resolve(name)).get(0), folder().resolve(name));
    }

    private static List<Importer> recognising(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            return Samples.importers().stream()
                    .filter(importer -> importer.recognises("unnamed", head))
                    .toList();
        }
    }

    private static Path folder() {
        return Path.of(String.valueOf(System.getenv("QUITTANCE_DATA")), "bank");
    }
}
