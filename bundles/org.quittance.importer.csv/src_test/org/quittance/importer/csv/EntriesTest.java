package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Money;
import org.quittance.tck.importer.RecordingSink;

class EntriesTest {

    private static final String SIDES = """
        "delimiter": ";", "dates": "dd/MM/yyyy", "decimal": ",", "currency": {"constant": "EUR"},
        "paymentsKnownUntil": "2026-03-03",
        "records": {"entry": {"account": {"constant": "FR76 3000 6000 0112 3456 7890 189"}, "bookedOn": "Date",
          "valueDate": "Valeur", "debit": "Débit", "credit": "Crédit", "counterparty": "Tiers", "text": "Libellé"}}\
        """;

    private static final String SIGNED = """
        "currency": {"constant": "EUR"},
        "records": {"entry": {"account": "account", "bookedOn": "day", "amount": "amount", "key": "ref",
          "reference": "rf", "counterpartyIban": "iban"}}\
        """;

    private final CsvFolder folder;

    EntriesTest(@TempDir Path temporary) {
        this.folder = new CsvFolder(temporary);
    }

    @Test
    void aDebitColumnAndACreditColumnGiveSignedEntries() throws Exception {
        RecordingSink sink = folder.read("""
            Date;Valeur;Libellé;Tiers;Débit;Crédit
            02/03/2026;03/03/2026;VIR F-1;Exemple SARL;;120,50
            02/03/2026;;FRAIS;;-3,00;
            03/03/2026;;RIEN;;;0,00
            """, SIDES);
        StatementEntry first = sink.entries().get(0);
        assertEquals("FR7630006000011234567890189", first.account());
        assertEquals(Money.parse("120.50", "EUR"), first.amount());
        assertEquals(LocalDate.of(2026, 3, 3), first.valueDate());
        assertEquals(Optional.of("Exemple SARL"), first.counterparty());
        assertEquals("VIR F-1", first.text());
        assertEquals(Money.parse("-3.00", "EUR"), sink.entries().get(1).amount());
        assertEquals(2, sink.entries().size());
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 3)), sink.statements().get(0).until());
        assertEquals(List.of(), sink.knownUntil());
    }

    @Test
    void aRowWithNoSideOrBothIsRefused() throws Exception {
        RecordingSink sink = folder.read("""
            Date;Valeur;Libellé;Tiers;Débit;Crédit
            02/03/2026;;x;;;
            02/03/2026;;x;;1,00;2,00
            """, SIDES);
        assertEquals(2, sink.rejections().size());
        assertEquals("Crédit", sink.rejections().get(0).field());
    }

    /** The importer of bank statements gives the same keys, which its own test says in the same words. */
    @Test
    void aMovementHasTheKeyItHasInEveryFormat() throws Exception {
        String mapping = """
            "currency": {"constant": "EUR"},
            "records": {"entry": {"account": "account", "bookedOn": "day", "amount": "amount", "key": "ref", "text": "text"}}\
            """;
        List<StatementEntry> entries = folder.read("""
            account,day,amount,ref,text
            FR7630006000011234567890189,2026-03-02,120.50,REF-1,
            FR7630006000011234567890189,2026-03-03,-10.00,,Gebuehr
            """, mapping).entries();
        assertEquals(
                List.of("r4504fb07ba8ddf19a4e92fd0a5b1fa17", "c8ec7e1db3806ed43a7cf529bcc84b23a"),
                entries.stream().map(StatementEntry::key).toList());
    }

    @Test
    void theSameMovementHasTheSameKeyAndTwoThatLookAlikeDiffer() throws Exception {
        String header = "account,day,amount,ref,rf,iban\n";
        String one = "X1,2026-03-02,10.00,,RF18 5390 0754 7034,\n";
        List<StatementEntry> first = folder.read(header + one + one, SIGNED).entries();
        List<StatementEntry> again = folder.read(header + one, SIGNED).entries();
        assertEquals(first.get(0).key(), again.get(0).key());
        assertNotEquals(first.get(0).key(), first.get(1).key());
        assertTrue(first.get(1).key().endsWith("-2"), first.get(1).key());
        assertEquals(Optional.of("RF18539007547034"), first.get(0).structuredReference());
    }

    /** The key of the camt reader for the same reference of the bank, so that a table and a statement are one. */
    @Test
    void theReferenceOfTheBankIsTheKeyAcrossFormats() throws Exception {
        String key = folder.read("account,day,amount,ref,rf,iban\nX1,2026-03-02,10.00,B-1,,\n", SIGNED)
                .entries()
                .get(0)
                .key();
        assertTrue(key.matches("r[0-9a-f]{32}"), key);
    }

    @Test
    void anEntryNeedsItsAmountInOneWay() {
        String both = SIGNED.replace("\"amount\": \"amount\"", "\"amount\": \"amount\", \"credit\": \"amount\"");
        String half = SIGNED.replace("\"amount\": \"amount\"", "\"credit\": \"amount\"");
        String csv = "account,day,amount,ref,rf,iban\nX1,2026-03-02,10.00,,,\n";
        assertTrue(folder.refused(csv, both).getMessage().contains("amount"));
        assertTrue(folder.refused(csv, half).getMessage().contains("debit"));
    }
}
