package org.quittance.importer.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Money;
import org.quittance.tck.importer.RecordingSink;

class SamplesTest {

    private static final String IBAN = "FR7630006000011234567890189";

    @ParameterizedTest
    @ValueSource(strings = {"camt053-v08.xml", "camt053-v02.xml"})
    void readsAStatementAlikeInOldAndNewVersions(String sample) throws Exception {
        RecordingSink sink = Samples.read(new CamtImporter(), sample);
        assertEquals(
                List.of(new AccountStatement(
                        IBAN, "45", Optional.of(LocalDate.of(2026, 3, 3)), euros("1000.00"), euros("2420.50"))),
                sink.statements());
        assertEquals(List.of("1250.50", "120.00", "180.00", "-120.00", "-10.00"), amounts(sink));

        StatementEntry payment = sink.entries().get(0);
        assertEquals(IBAN, payment.account());
        assertEquals(LocalDate.of(2026, 3, 2), payment.bookingDate());
        assertEquals(LocalDate.of(2026, 3, 1), payment.valueDate());
        assertEquals("Boulangerie Modèle", payment.counterparty().orElseThrow());
        assertEquals("FR1420041010050500013M02606", payment.counterpartyIban().orElseThrow());
        assertEquals("Groupe Modèle", payment.ultimateCounterparty().orElseThrow());
        assertEquals("RF18539007547034", payment.structuredReference().orElseThrow());
        assertEquals("BM-77", payment.endToEndId().orElseThrow());
        assertEquals("Factures F-2026-114 et F-2026-115\nmerci", payment.text());
        assertFalse(payment.isReversal());
    }

    @Test
    void aBatchIsOneEntryPerTransactionAndAReturnKnowsWhatItReturns() throws Exception {
        List<StatementEntry> entries =
                Samples.read(new CamtImporter(), "camt053-v08.xml").entries();
        StatementEntry debit = entries.get(1);
        StatementEntry returned = entries.get(3);
        assertEquals("PRLV-1", debit.endToEndId().orElseThrow());
        assertEquals("RUM-1", debit.mandate().orElseThrow());
        assertFalse(debit.isReversal());
        assertEquals(debit.endToEndId(), returned.endToEndId());
        assertEquals(debit.counterparty(), returned.counterparty());
        assertEquals(debit.counterpartyIban(), returned.counterpartyIban());
        assertEquals("AM04", returned.returnReason().orElseThrow());
        assertTrue(returned.isReversal());
        assertEquals("FRAIS DE TENUE DE COMPTE", entries.get(4).text());
    }

    @Test
    void aReportBeforeTheEndOfTheDayIsCompleteForNoDay() throws Exception {
        RecordingSink sink = Samples.read(new CamtImporter(), "camt052-v06.xml");
        assertEquals(Optional.empty(), sink.statements().get(0).until());
        assertEquals(Optional.empty(), sink.statements().get(0).closing());
        assertEquals(List.of("1250.50"), amounts(sink));
    }

    @Test
    void readsTheGermanConvention() throws Exception {
        RecordingSink sink = Samples.read(new Mt940Importer(), "mt940-de.sta");
        AccountStatement statement = sink.statements().get(0);
        assertEquals("10020030/1234567", statement.account());
        assertEquals("00045/001", statement.number());
        assertEquals(LocalDate.of(2026, 3, 3), statement.until().orElseThrow());
        assertEquals(euros("2420.50"), statement.closing());
        assertEquals(List.of("1250.50", "300.00", "-120.00", "-10.00"), amounts(sink));

        StatementEntry payment = sink.entries().get(0);
        assertEquals(LocalDate.of(2026, 3, 2), payment.bookingDate());
        assertEquals(LocalDate.of(2026, 3, 1), payment.valueDate());
        assertEquals("Baeckerei Muster", payment.counterparty().orElseThrow());
        assertEquals("DE89370400440532013000", payment.counterpartyIban().orElseThrow());
        assertEquals("BM-77", payment.endToEndId().orElseThrow());
        assertEquals("Rechnungen F-2026-114 und F-2026-115 vielen Dank", payment.text());

        StatementEntry returned = sink.entries().get(2);
        assertTrue(returned.isReversal());
        assertEquals("AM04", returned.returnReason().orElseThrow());
        assertEquals("RUM-1", returned.mandate().orElseThrow());
        assertEquals("F-2026-116 RUECKGABE", returned.text());
    }

    @Test
    void readsTheFrenchConventionWithinTheBlocksOfSwift() throws Exception {
        RecordingSink sink = Samples.read(new Mt940Importer(), "mt940-fr.sta");
        StatementEntry payment = sink.entries().get(0);
        assertEquals(IBAN, payment.account());
        assertEquals("BOULANGERIE MODELE", payment.counterparty().orElseThrow());
        assertEquals("BM-77", payment.endToEndId().orElseThrow());
        assertEquals("FACTURES F-2026-114 ET F-2026-115", payment.text());
        assertEquals("FRAIS DE TENUE DE COMPTE", sink.entries().get(1).text());
    }

    @Test
    void readsTheDutchConvention() throws Exception {
        RecordingSink sink = Samples.read(new Mt940Importer(), "mt940-nl.sta");
        StatementEntry payment = sink.entries().get(0);
        assertEquals("NL91ABNA0417164300", payment.account());
        assertEquals(LocalDate.of(2026, 3, 2), payment.bookingDate());
        assertEquals("Bakkerij Voorbeeld", payment.counterparty().orElseThrow());
        assertEquals("NL02ABNA0123456789", payment.counterpartyIban().orElseThrow());
        assertEquals("BM-77", payment.endToEndId().orElseThrow());
        assertEquals("Facturen F-2026-114 en F-2026-115", payment.text());
        StatementEntry returned = sink.entries().get(1);
        assertEquals("MD06", returned.returnReason().orElseThrow());
        assertEquals("RUM-1", returned.mandate().orElseThrow());
        assertEquals("Kunde Eins", returned.counterparty().orElseThrow());
        assertEquals("DE89370400440532013000", returned.counterpartyIban().orElseThrow());
        assertEquals("F-2026-116", returned.text());
    }

    @Test
    void readsCfonbWithItsQualifiersAndTheIbanThatFollowsFromTheAccount() throws Exception {
        RecordingSink sink = Samples.read(new CfonbImporter(), "cfonb120.txt");
        assertEquals(
                List.of(new AccountStatement(
                        IBAN, "", Optional.of(LocalDate.of(2026, 3, 3)), euros("1000.00"), euros("2120.50"))),
                sink.statements());
        assertEquals(List.of("1250.50", "-120.00", "-10.00"), amounts(sink));
        StatementEntry payment = sink.entries().get(0);
        assertEquals(LocalDate.of(2026, 3, 1), payment.valueDate());
        assertEquals("BOULANGERIE MODELE", payment.counterparty().orElseThrow());
        assertEquals("GROUPE MODELE", payment.ultimateCounterparty().orElseThrow());
        assertEquals("BM-77", payment.endToEndId().orElseThrow());
        assertEquals("RF18539007547034", payment.structuredReference().orElseThrow());
        assertEquals("VIR SEPA BOULANGERIE MODELE\nFACTURES F-2026-114 ET F-2026-115", payment.text());
        StatementEntry returned = sink.entries().get(1);
        assertEquals("AM04", returned.returnReason().orElseThrow());
        assertEquals("RUM-1", returned.mandate().orElseThrow());
        assertEquals("CLIENT UN", returned.counterparty().orElseThrow());
        assertTrue(returned.isReversal());
    }

    @Test
    void readsOfxAsSgml() throws Exception {
        RecordingSink sink = Samples.read(new OfxImporter(), "ofx-1.ofx");
        assertEquals(
                List.of(new AccountStatement(
                        IBAN, "", Optional.of(LocalDate.of(2026, 3, 3)), Optional.empty(), euros("2240.50"))),
                sink.statements());
        assertEquals(List.of("1250.50", "-10.00"), amounts(sink));
        assertEquals(
                "VIR BOULANGERIE MODELE\nFACTURES F-2026-114 ET F-2026-115 & MERCI",
                sink.entries().get(0).text());
    }

    /** The day of the download is not over, and a balance of that day is not the one behind the last movement. */
    @Test
    void readsOfxAsXmlAndKnowsThatTheDayOfTheDownloadIsNotOver() throws Exception {
        RecordingSink sink = Samples.read(new OfxImporter(), "ofx-2.ofx");
        assertEquals(
                List.of(new AccountStatement(
                        IBAN, "", Optional.of(LocalDate.of(2026, 3, 2)), Optional.empty(), Optional.empty())),
                sink.statements());
        StatementEntry payment = sink.entries().get(0);
        assertEquals(LocalDate.of(2026, 3, 1), payment.valueDate());
        assertEquals("Boulangerie Modèle", payment.counterparty().orElseThrow());
        assertEquals("FR1420041010050500013M02606", payment.counterpartyIban().orElseThrow());
        assertEquals("Boulangerie Modèle\nFactures F-2026-114 & F-2026-115", payment.text());
    }

    private static List<String> amounts(RecordingSink sink) {
        return sink.entries().stream()
                .map(entry -> entry.amount().toDecimalString())
                .toList();
    }

    private static Optional<Money> euros(String amount) {
        return Optional.of(Money.parse(amount, "EUR"));
    }
}
